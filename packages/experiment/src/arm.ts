import { clerkId, type HallModel } from '@hallsim/hall';
import { type Scenario, scenarioHash } from '@hallsim/scenario';
import { sum } from '@hallsim/stats';
import { type ArmPlan, compileArm, recorderOf } from './arm-plan.js';
import type { DayColumns } from './day-columns.js';
import type { DayRecorder } from './day-recorder.js';
import { DayRecords } from './day-records.js';
import type { TallyLayout } from './day-tally.js';
import { ENGINE } from './engine.js';
import { ENOUGH_DAYS, estimate } from './estimate.js';
import type { GivenArrivals } from './given-arrivals.js';
import { summariseIntervals } from './intervals.js';
import type { OpenCounters } from './open-counters.js';
import type { RuleModule } from './rule-modules.js';
import type { RunnerArm } from './runner.js';
import { hallScope, type Scope, type Scopes, scopesOf } from './scopes.js';
import type { Conservation, MeasureValues, RunCard, Summary } from './summary-json.js';
import { type Precision, reachedBy } from './until-precise.js';

/** What an arm of a study runs. */
export interface ArmOptions {
  /** Id of the variant that runs, and the scenario with it applied; default: the scenario itself. */
  readonly variant?: { readonly id: string; readonly scenario: Scenario };
  readonly day?: string | undefined;
  readonly seed: string;
  readonly confidence: number;
  /** What is asked of the intervals; default none. */
  readonly precision?: readonly Precision[];
  /** Modules of rules of one's own, loaded before; default none. */
  readonly rules?: readonly RuleModule[] | undefined;
  /** Arrivals to replay; default: they are drawn. */
  readonly arrivals?: GivenArrivals | undefined;
  /** Counters open by the clock; default: those of the scenario. */
  readonly open?: OpenCounters | undefined;
}

/** One scenario, or a variant of it, under one seed: takes its days and says what they say. */
export class Arm implements RunnerArm {
  readonly plan: ArmPlan;
  readonly #model: HallModel;
  readonly #layout: TallyLayout;
  readonly #records: DayRecords;
  readonly #card: Omit<
    RunCard,
    'replications' | 'complete' | 'quantiles' | 'precision' | 'fewDays'
  >;
  readonly confidence: number;
  readonly #precision: readonly Precision[];

  constructor(scenario: Scenario, options: ArmOptions) {
    const { day = null, seed, confidence, arrivals, open } = options;
    const { precision = [], rules = [] } = options;
    const { id: variant, scenario: hall } = options.variant ?? { id: 'base', scenario };
    this.plan = {
      scenario: hall,
      variant,
      day,
      seed,
      rules,
      ...(arrivals && { arrivals }),
      ...(open && { open }),
    };
    const { model, layout, target } = compileArm(this.plan);
    this.#model = model;
    this.#layout = layout;
    this.#records = new DayRecords(layout);
    this.confidence = confidence;
    this.#precision = precision;
    this.#card = {
      engine: ENGINE,
      scenario: scenarioHash(scenario),
      variant,
      day: model.dayType,
      seed,
      confidence,
      target,
      ...(rules.length > 0 && { rules: rules.map(({ hash }) => hash) }),
      ...(arrivals && { arrivals: arrivals.hash }),
    };
  }

  get days(): number {
    return this.#records.days;
  }

  recorder(): DayRecorder {
    return recorderOf(this.plan, {
      model: this.#model,
      layout: this.#layout,
      target: this.#card.target,
    });
  }

  /** Ids of the services, or of the customer classes, in the order of the scopes. */
  members(part: 'service' | 'customer'): readonly string[] {
    const { services, customers } = this.#model;
    return (part === 'service' ? services : customers).map(({ id }) => id);
  }

  /** Adds the next days. */
  take(columns: DayColumns): void {
    this.#records.add(columns);
  }

  /** Nothing will be asked of it any more: its memory serves the next study in this thread. */
  end(): void {
    this.#records.end();
  }

  /** What is known of everybody, and of parts of them. */
  scopes(): Scopes {
    return scopesOf(this.#records, this.#model, this.confidence);
  }

  /** What is known of everybody alone. */
  hall(): Scope {
    return hallScope(this.#records, this.#model, this.confidence);
  }

  /** What the days so far say. */
  summary(complete: boolean, scopes: Scopes = this.scopes()): Summary {
    const records = this.#records;
    const { services, customers, groups } = this.#model;
    const { clerks } = this.#layout;
    const { engine, scenario, variant, day, seed, confidence, target, rules, arrivals } =
      this.#card;
    const named = (
      members: readonly { readonly id: string }[],
      own: readonly Scope[],
    ): Record<string, MeasureValues> =>
      Object.fromEntries(members.map(({ id }, at) => [id, estimate(own[at]!, confidence)]));
    const measures = estimate(scopes.hall, confidence);
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
        ...(rules && { rules }),
        ...(arrivals && { arrivals }),
        quantiles: records.isExact ? 'exact' : 'histogram',
        ...(records.days < ENOUGH_DAYS && { fewDays: true }),
        ...(this.#precision.length > 0 && { precision: reachedBy(this.#precision, measures) }),
        complete,
      },
      measures,
      by: {
        service: named(services, scopes.service),
        customer: named(customers, scopes.customer),
        group: named(groups, scopes.group),
        clerk: named(
          clerks.map(({ group, number }) => ({ id: clerkId(groups[group]!.id, number) })),
          scopes.clerk,
        ),
      },
      intervals: summariseIntervals(this.#model, records, scopes.longWaits, confidence),
      distributions: { 'counter.wait': scopes.distribution },
      conservation: conservation(scopes.hall),
    };
  }
}

function conservation({ columns }: Scope): Conservation {
  const total = (name: keyof Conservation): number => sum(columns[name] ?? new Float64Array(0));
  return {
    came: total('came'),
    served: total('served'),
    abandoned: total('abandoned'),
    balked: total('balked'),
    unserved: total('unserved'),
    inside: total('inside'),
  };
}
