import type { Scenario } from '@hallsim/scenario';
import { type ArmPlan, type CompiledArm, compileArm, recorderOf } from './arm-plan.js';
import { type Column, hallColumns } from './columns.js';
import type { DayColumns } from './day-columns.js';
import type { DayRecorder } from './day-recorder.js';
import type { OpenCounters } from './open-counters.js';
import { loadRules, type RuleModule } from './rule-modules.js';
import type { Runner, RunnerArm, StopSignal } from './runner.js';
import { runTaking } from './run-taking.js';

/** A hall of which a few numbers a day are wanted. */
export interface NumberedHall {
  readonly scenario: Scenario;
  /** Day type; default: the scenario's. */
  readonly day?: string | undefined;
  /** Counters open by the clock, instead of those of the file. */
  readonly open?: OpenCounters | undefined;
}

export interface DayNumbersOptions {
  readonly seed: string;
  /** Replication of the first day; default 0. */
  readonly first?: number;
  /** Days; whole number of at least 1. */
  readonly replications: number;
  /** What is wanted of each day. */
  readonly columns: readonly Column[];
  readonly runner?: Runner | undefined;
  readonly signal?: StopSignal | undefined;
  /** Modules with the rules that the scenarios name under `rules.custom`. Default: none. */
  readonly rules?: readonly RuleModule[] | undefined;
  /** Told after each batch how many days of each hall are finished. */
  readonly onDays?: ((days: number) => void) | undefined;
}

/** Some numbers of each day of one hall. */
export interface DayNumbers {
  readonly days: number;
  /** One entry a day. */
  readonly columns: Readonly<Partial<Record<Column, Float64Array>>>;
}

/**
 * A few numbers of the same days in several halls: what searches and selections decide by, without the
 * cost of all measures. Every hall meets the same customers; day r is replication r of the seed.
 * When stopped, those days are returned that all halls have.
 * @throws RangeError for an option out of range; UnknownDayTypeError, UnknownRuleError, RuleModuleError,
 *   DayError, RunnerError
 */
export async function dayNumbers(
  halls: readonly NumberedHall[],
  options: DayNumbersOptions,
): Promise<DayNumbers[]> {
  const { replications, rules = [], runner, signal, onDays } = options;
  checkDays(options);
  if (rules.length > 0) await loadRules(rules);
  const arms = halls.map((hall) => new NumberArm(hall, options));
  let days = 0;
  await runTaking(arms, { replications, runner, signal }, (columns) => {
    days += columns[0]!.days;
    onDays?.(days);
  });
  return arms.map((arm) => arm.numbers(days));
}

/** @throws RangeError naming the option whose value cannot be */
export function checkDays({
  first = 0,
  replications,
}: Pick<DayNumbersOptions, 'first' | 'replications'>): void {
  if (!Number.isInteger(replications) || replications < 1) {
    throw new RangeError(`replications must be a whole number of at least 1, not ${replications}.`);
  }
  if (!Number.isInteger(first) || first < 0) {
    throw new RangeError(`first must be a whole number of at least 0, not ${first}.`);
  }
}

/** Takes the days of one hall and keeps a few numbers of each. */
class NumberArm implements RunnerArm {
  readonly plan: ArmPlan;
  readonly #arm: CompiledArm;
  readonly #wanted: readonly Column[];
  readonly #columns: Float64Array[];
  #days = 0;

  constructor({ scenario, day = undefined, open }: NumberedHall, options: DayNumbersOptions) {
    const { seed, first = 0, replications, rules = [], columns } = options;
    const { variants: _, ...hall } = scenario;
    this.plan = {
      scenario: hall,
      variant: 'base',
      day: day ?? null,
      seed,
      first,
      ...(open !== undefined && { open }),
      ...(rules.length > 0 && { rules }),
    };
    this.#arm = compileArm(this.plan);
    this.#wanted = columns;
    this.#columns = columns.map(() => new Float64Array(replications));
  }

  recorder(): DayRecorder {
    return recorderOf(this.plan, this.#arm);
  }

  take({ days, rows }: DayColumns): void {
    const { layout, model } = this.#arm;
    const found = hallColumns({ rows: eachDay(rows, days, layout.size), layout }, model);
    this.#wanted.forEach((name, i) => {
      this.#columns[i]!.set(found[name]!, this.#days);
    });
    this.#days += days;
  }

  numbers(days: number): DayNumbers {
    return {
      days,
      columns: Object.fromEntries(
        this.#wanted.map((name, i) => [name, this.#columns[i]!.subarray(0, days)]),
      ),
    };
  }
}

/** Rows of days, day by day. */
function eachDay(
  rows: Float64Array,
  days: number,
  size: number,
): { column(number: number): Float64Array; lengths(): Float64Array } {
  return {
    column: (number) => Float64Array.from({ length: days }, (_, day) => rows[day * size + number]!),
    lengths: () => new Float64Array(days).fill(1),
  };
}
