import type { HallModel } from '@hallsim/hall';
import { applyVariant, type Scenario, scenarioHash } from '@hallsim/scenario';
import { type ArmPlan, compileArm, recorderOf } from './arm-plan.js';
import { type Columns, groupColumns, hallColumns, kindColumns } from './columns.js';
import type { DayColumns } from './day-columns.js';
import type { DayRecorder } from './day-recorder.js';
import { type DayRecords, DayStore } from './day-records.js';
import type { TallyLayout } from './day-tally.js';
import { ENGINE } from './engine.js';
import { estimate, type Scope, type WaitQuantiles, waitQuantiles } from './estimate.js';
import { summariseIntervals } from './intervals.js';
import type { RunnerArm } from './runner.js';
import { allWaits, dealWaits, type ScopeWaits } from './scope-waits.js';
import type { Conservation, MeasureValues, RunCard, Summary } from './summary-json.js';

/** A variant that the scenario does not have was asked for. */
export class UnknownVariantError extends RangeError {
  readonly variant: string;
  readonly known: readonly string[];

  constructor(variant: string, known: readonly string[]) {
    const list = known.length > 0 ? `It has: ${known.join(', ')}.` : 'It has no variants.';
    super(`The scenario has no variant "${variant}". ${list}`);
    this.name = 'UnknownVariantError';
    this.variant = variant;
    this.known = known;
  }
}

/** What an arm of a study runs. */
export interface ArmOptions {
  readonly variant?: string | undefined;
  readonly day?: string | undefined;
  readonly seed: string;
  readonly confidence: number;
  /** Days that will be asked for, as far as known. */
  readonly expected: number;
}

/** The scenario with a variant applied; `base` is the scenario itself. */
function withVariant(scenario: Scenario, variant: string): Scenario {
  if (variant === 'base') return scenario;
  const known = Object.keys(scenario.variants ?? {});
  if (!known.includes(variant)) throw new UnknownVariantError(variant, known);
  const applied = applyVariant(scenario, variant);
  if (applied.ok) return applied.scenario;
  const list = applied.issues.map((issue) => `${issue.path}: ${issue.message.en}`).join('\n');
  throw new RangeError(`The variant "${variant}" does not give a valid scenario:\n${list}`);
}

/** One scenario under one seed: takes its days and says what they say. */
export class Arm implements RunnerArm {
  readonly plan: ArmPlan;
  readonly #model: HallModel;
  readonly #layout: TallyLayout;
  readonly #store: DayStore;
  readonly #card: Omit<RunCard, 'replications' | 'complete' | 'quantiles'>;
  readonly #confidence: number;

  constructor(scenario: Scenario, options: ArmOptions) {
    const { variant = 'base', day = null, seed, confidence, expected } = options;
    this.plan = { scenario: withVariant(scenario, variant), variant, day, seed };
    const { model, layout, target } = compileArm(this.plan);
    this.#model = model;
    this.#layout = layout;
    this.#store = new DayStore(layout.size, expected);
    this.#confidence = confidence;
    this.#card = {
      engine: ENGINE,
      scenario: scenarioHash(scenario),
      variant,
      day: model.dayType,
      seed,
      confidence,
      target,
    };
  }

  get days(): number {
    return this.#store.days;
  }

  recorder(): DayRecorder {
    return recorderOf(this.plan, {
      model: this.#model,
      layout: this.#layout,
      target: this.#card.target,
    });
  }

  /** Adds the next days. */
  take(columns: DayColumns): void {
    this.#store.add(columns);
  }

  /** The whole hall, as one scope. */
  hall(): Scope {
    const records = this.#store.records();
    return { columns: hallColumns(records, this.#layout, this.#model), waits: allWaits(records) };
  }

  /** What the days so far say. */
  summary(complete: boolean): Summary {
    const records = this.#store.records();
    const hall = this.hall();
    const found = waitQuantiles(hall.waits, this.#confidence);
    const { engine, scenario, variant, day, seed, confidence, target } = this.#card;
    return {
      format: 'hallsim-summary/1',
      run: {
        engine,
        scenario,
        variant,
        day,
        seed,
        replications: records.days,
        confidence,
        target,
        quantiles: found.method,
        complete,
      },
      measures: estimate(hall.columns, found, this.#confidence),
      by: {
        service: this.#by('service', records, found),
        customer: this.#by('customer', records, found),
        group: this.#byGroup(records, found),
        clerk: {},
      },
      intervals: summariseIntervals(this.#model, this.#layout, records, this.#confidence),
      conservation: conservation(hall),
    };
  }

  #by(
    dimension: 'service' | 'customer',
    records: DayRecords,
    hall: WaitQuantiles,
  ): Record<string, MeasureValues> {
    const { services, customers } = this.#model;
    const classes = customers.length;
    const position = (kind: number): number =>
      dimension === 'service' ? Math.floor(kind / classes) : kind % classes;
    const members = dimension === 'service' ? services : customers;
    const kinds = Array.from({ length: this.#layout.kinds }, (_, kind) => kind);
    const columns = members.map((_, at) => {
      const own = kinds.filter((kind) => position(kind) === at);
      return kindColumns(records, this.#layout, own);
    });
    const positions = Uint32Array.from(kinds, position);
    return this.#named(members, columns, hall, (served) =>
      dealWaits(records, served, records.waits.kind, positions),
    );
  }

  #byGroup(records: DayRecords, hall: WaitQuantiles): Record<string, MeasureValues> {
    const { groups } = this.#model;
    const columns = groups.map((_, at) => groupColumns(records, this.#layout, this.#model, at));
    return this.#named(groups, columns, hall, (served) =>
      dealWaits(records, served, records.waits.group),
    );
  }

  /**
   * @param hall quantiles of all waits: those of a member that is the only one
   * @param deal waits of each member, by how many of each day are its own
   */
  #named(
    members: readonly { readonly id: string }[],
    columns: readonly Columns[],
    hall: WaitQuantiles,
    deal: (served: readonly Float64Array[]) => readonly ScopeWaits[],
  ): Record<string, MeasureValues> {
    const confidence = this.#confidence;
    const found =
      members.length === 1
        ? [hall]
        : deal(columns.map(({ counterServed }) => counterServed!)).map((waits) =>
            waitQuantiles(waits, confidence),
          );
    return Object.fromEntries(
      members.map(({ id }, at) => [id, estimate(columns[at]!, found[at]!, confidence)]),
    );
  }
}

function conservation({ columns }: Scope): Conservation {
  const sum = (name: 'came' | 'served' | 'abandoned' | 'balked' | 'unserved' | 'inside'): number =>
    (columns[name] ?? new Float64Array(0)).reduce((total, value) => total + value, 0);
  return {
    came: sum('came'),
    served: sum('served'),
    abandoned: sum('abandoned'),
    balked: sum('balked'),
    unserved: sum('unserved'),
    inside: sum('inside'),
  };
}
