import type { Scenario } from '@hallsim/scenario';
import { type ArmPlan, compileArm, inTimeRecorderOf, type Recorder } from './arm-plan.js';
import type { DayColumns } from './day-columns.js';
import { checkDays, type DayNumbersOptions, type NumberedHall } from './day-numbers.js';
import { IN_TIME } from './in-time-recorder.js';
import { loadRules } from './rule-modules.js';
import type { RunnerArm } from './runner.js';
import { runTaking } from './run-taking.js';
import { StudyParts } from './study-parts.js';

/** Who was served in time on each day of one hall. */
export interface InTimeDays {
  readonly days: number;
  /** Everyone who came, those of them served within the target, and those who left while waiting: one entry a day. */
  readonly came: Float64Array;
  readonly inTime: Float64Array;
  readonly abandoned: Float64Array;
  /** For each interval of the day those who came in it and those of them served in time, one entry a day. */
  readonly intervals: readonly { readonly came: Float64Array; readonly inTime: Float64Array }[];
}

/**
 * Who was served in time in several halls on the same days: what searches of counters decide by. Halls that
 * differ only in their open counters are compiled once, and their customers drawn once.
 * When stopped, those days are returned that all halls have.
 * @throws RangeError for an option out of range; UnknownDayTypeError, UnknownRuleError, RuleModuleError,
 *   DayError, RunnerError
 */
export async function inTimeDays(
  halls: readonly NumberedHall[],
  options: Omit<DayNumbersOptions, 'columns'>,
): Promise<InTimeDays[]> {
  const { replications, runner, signal, onDays, rules = [] } = options;
  checkDays(options);
  if (rules.length > 0) await loadRules(rules);
  const parts = new StudyParts();
  const plain = plainScenarios();
  const arms = halls.map((hall) => {
    const { day = null, open } = hall;
    const { seed, first = 0 } = options;
    const plan: ArmPlan = {
      scenario: plain(hall.scenario),
      variant: 'base',
      day,
      seed,
      first,
      counts: 'in-time',
      ...(open !== undefined && { open }),
      ...(rules.length > 0 && { rules }),
    };
    return new InTimeArm(plan, parts, replications);
  });
  let days = 0;
  await runTaking(arms, { replications, runner, signal }, (columns) => {
    days += columns[0]!.days;
    onDays?.(days);
  });
  return arms.map((arm) => arm.counted(days));
}

/** Scenarios without what their hall does not need; of one scenario always the same object. */
function plainScenarios(): (scenario: Scenario) => Scenario {
  const known = new Map<Scenario, Scenario>();
  return (scenario) => {
    const { variants: _, ...hall } = scenario;
    const plain = known.get(scenario) ?? hall;
    known.set(scenario, plain);
    return plain;
  };
}

/** Takes the days of one hall. */
class InTimeArm implements RunnerArm {
  readonly plan: ArmPlan;
  readonly #parts: StudyParts;
  readonly #columns: Float64Array[];
  #days = 0;

  constructor(plan: ArmPlan, parts: StudyParts, replications: number) {
    this.plan = plan;
    this.#parts = parts;
    const { edges } = compileArm(plan, parts).layout;
    this.#columns = Array.from(
      { length: IN_TIME.intervals + 2 * (edges.length - 1) },
      () => new Float64Array(replications),
    );
  }

  recorder(): Recorder {
    return inTimeRecorderOf(this.plan, compileArm(this.plan, this.#parts), this.#parts);
  }

  take({ days, rows }: DayColumns): void {
    const size = this.#columns.length;
    this.#columns.forEach((column, i) => {
      for (let day = 0; day < days; day++) column[this.#days + day] = rows[day * size + i]!;
    });
    this.#days += days;
  }

  counted(days: number): InTimeDays {
    const columns = this.#columns.map((column) => column.subarray(0, days));
    const intervals = (columns.length - IN_TIME.intervals) / 2;
    return {
      days,
      came: columns[IN_TIME.came]!,
      inTime: columns[IN_TIME.inTime]!,
      abandoned: columns[IN_TIME.abandoned]!,
      intervals: Array.from({ length: intervals }, (_, i) => ({
        came: columns[IN_TIME.intervals + 2 * i]!,
        inTime: columns[IN_TIME.intervals + 2 * i + 1]!,
      })),
    };
  }
}
