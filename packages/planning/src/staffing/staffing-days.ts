import { type DayNumbers, dayNumbers, type Runner, type StopSignal } from '@hallsim/experiment';
import { openOf, type StaffingPlan, type StaffingProblem } from './staffing-problem.js';

/** What each day says about a promise: counts above and below the line of a share. */
export interface PromiseDays {
  readonly numerators: Float64Array;
  readonly denominators: Float64Array;
}

/** The days of one plan. */
export interface PlanDays {
  /** One promise for the day, or one for each half hour in which anybody came. */
  readonly promises: readonly PromiseDays[];
  /** Everyone who came, a day. */
  readonly came: Float64Array;
}

export interface PlaceOfDays {
  readonly runner: Runner | undefined;
  readonly signal: StopSignal | undefined;
  /** Told how many more days were run, of all plans together. */
  readonly onDays: ((days: number) => void) | undefined;
}

/** Runs days of plans: every plan meets the same customers. */
export class StaffingDays {
  readonly problem: StaffingProblem;
  readonly #seed: string;
  readonly #place: PlaceOfDays;
  readonly #known = new Map<string, PlanDays>();

  constructor(problem: StaffingProblem, seed: string, place: PlaceOfDays) {
    this.problem = problem;
    this.#seed = seed;
    this.#place = place;
  }

  /** Whether it was told to stop: what is asked for then comes without days. */
  get stopped(): boolean {
    return this.#place.signal?.aborted === true;
  }

  /** The first `days` days of each plan, in the order of the plans; those run before are not run again. */
  async of(plans: readonly StaffingPlan[], days: number): Promise<PlanDays[]> {
    const keys = plans.map((plan) => `${days} ${plan.join()}`);
    const missing = plans.filter((_, i) => !this.#known.has(keys[i]!));
    const unique = [...new Map(missing.map((plan) => [plan.join(), plan])).values()];
    const found = await this.#run(unique, days);
    unique.forEach((plan, i) => this.#known.set(`${days} ${plan.join()}`, found[i]!));
    return keys.map((key) => this.#known.get(key)!);
  }

  async #run(plans: readonly StaffingPlan[], days: number): Promise<PlanDays[]> {
    const { problem } = this;
    const { scenario, day, target } = problem;
    const { runner, signal, onDays } = this.#place;
    let before = 0;
    const numbers = await dayNumbers(
      plans.map((plan) => ({ scenario, day, open: openOf(problem, plan) })),
      {
        seed: this.#seed,
        replications: days,
        columns: ['came', 'inTime', 'abandoned'],
        intervals: target.per === 'half-hour',
        runner,
        signal,
        onDays: (done) => {
          onDays?.((done - before) * plans.length);
          before = done;
        },
      },
    );
    return numbers.map((one) => planDays(one, target));
  }
}

function planDays({ columns, intervals }: DayNumbers, target: StaffingProblem['target']): PlanDays {
  const came = columns.came!;
  if (target.per === 'day') {
    const numerators = target.id === 'abandonment' ? columns.abandoned! : columns.inTime!;
    return { promises: [{ numerators, denominators: came }], came };
  }
  const promises = intervals
    .filter((one) => one.came.some((count) => count > 0))
    .map((one) => ({ numerators: one.inTime, denominators: one.came }));
  return { promises, came };
}
