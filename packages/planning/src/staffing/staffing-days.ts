import { type InTimeDays, inTimeDays, type Runner, type StopSignal } from '@hallsim/experiment';
import { openOf, type StaffingPlan, type StaffingProblem } from './staffing-problem.js';

/** What each day says about a promise: counts above and below the line of a share. */
export interface PromiseDays {
  readonly numerators: Float64Array;
  readonly denominators: Float64Array;
}

/** The days of one plan. */
export interface PlanDays {
  /** One promise for the day, or one for each half hour. */
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

/** Runs days of plans, each day of a plan once: every plan meets the same customers. */
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

  /** Whether it was told to stop: what is asked for then may come with fewer days, or none. */
  get stopped(): boolean {
    return this.#place.signal?.aborted === true;
  }

  /** The first `days` days of each plan, in the order of the plans; those run before are not run again. */
  async of(plans: readonly StaffingPlan[], days: number): Promise<PlanDays[]> {
    const short = new Map<string, StaffingPlan>();
    for (const plan of plans) {
      if (this.#daysOf(plan.join()) < days) short.set(plan.join(), plan);
    }
    // Those that have as many days go on together.
    for (const first of new Set([...short.keys()].map((key) => this.#daysOf(key)))) {
      const together = [...short].filter(([key]) => this.#daysOf(key) === first);
      const more = await this.#run(
        together.map(([, plan]) => plan),
        first,
        days - first,
      );
      together.forEach(([key], i) => {
        const known = this.#known.get(key);
        this.#known.set(key, known === undefined ? more[i]! : joined(known, more[i]!));
      });
    }
    return plans.map((plan) => firstDays(this.#known.get(plan.join())!, days));
  }

  #daysOf(key: string): number {
    return this.#known.get(key)?.came.length ?? 0;
  }

  async #run(plans: readonly StaffingPlan[], first: number, days: number): Promise<PlanDays[]> {
    const { problem } = this;
    const { scenario, day, rules } = problem;
    const { runner, signal, onDays } = this.#place;
    let before = 0;
    const found = await inTimeDays(
      plans.map((plan) => ({ scenario, day, open: openOf(problem, plan) })),
      {
        seed: this.#seed,
        first,
        replications: days,
        rules,
        runner,
        signal,
        onDays: (done) => {
          onDays?.((done - before) * plans.length);
          before = done;
        },
      },
    );
    return found.map((one) => planDays(one, problem));
  }
}

/** What days of a hall say of the promises of a target. */
export function planDays(
  { came, inTime, abandoned, intervals }: InTimeDays,
  { target: { id, per }, outOfReach }: Pick<StaffingProblem, 'target' | 'outOfReach'>,
): PlanDays {
  if (per === 'day') {
    const numerators = id === 'abandonment' ? abandoned : inTime;
    return { promises: [{ numerators, denominators: came }], came };
  }
  const promises = intervals
    .filter((_, interval) => !outOfReach.has(interval))
    .map((one) => ({ numerators: one.inTime, denominators: one.came }));
  return { promises, came };
}

function joined(before: PlanDays, after: PlanDays): PlanDays {
  const both = (a: Float64Array, b: Float64Array): Float64Array => {
    const all = new Float64Array(a.length + b.length);
    all.set(a);
    all.set(b, a.length);
    return all;
  };
  return {
    promises: before.promises.map(({ numerators, denominators }, i) => ({
      numerators: both(numerators, after.promises[i]!.numerators),
      denominators: both(denominators, after.promises[i]!.denominators),
    })),
    came: both(before.came, after.came),
  };
}

function firstDays({ promises, came }: PlanDays, days: number): PlanDays {
  return {
    promises: promises.map(({ numerators, denominators }) => ({
      numerators: numerators.subarray(0, days),
      denominators: denominators.subarray(0, days),
    })),
    came: came.subarray(0, days),
  };
}
