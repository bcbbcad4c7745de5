import type { StaffingDays } from './staffing-days.js';
import {
  neighbourEstimate,
  type NeighbourEstimate,
  type PlanEstimate,
  planEstimate,
} from './staffing-estimate.js';
import {
  mayChange,
  moved,
  moves,
  type StaffingMove,
  type StaffingPlan,
  type StaffingProblem,
} from './staffing-problem.js';
import { marginsOf } from './staffing-search.js';

/** Shares closer than 0.3 points count as equal. */
export const INDIFFERENCE = 0.003;
/** Days of a neighbour that is not decided yet grow by so much. */
const GROWTH = 4;
/** Counters of which one is added that are compared on more days. */
const FINALISTS = 8;
/** Steps from the searched plan to the final one, at most. */
const STEPS = 40;

/** A neighbour of a plan and what it reaches. */
export interface Step {
  readonly move: StaffingMove;
  readonly reached: NeighbourEstimate;
}

/** What was decided. */
export interface Decided {
  readonly plan: StaffingPlan;
  readonly own: PlanEstimate;
  /** Whether the plan keeps the promise, within the indifference. */
  readonly kept: boolean;
  /** Every plan with one counter less; of a plan that keeps the promise. */
  readonly less: readonly Step[];
}

export interface DecisionOptions {
  /** Days on which a plan is judged. */
  readonly days: number;
  /** Days on which a neighbour is first compared with it. */
  readonly few: number;
  /** Customers of a day, known exactly. */
  readonly expected: number;
  readonly confidence: number;
  /** 1 where more is better, -1 where less is. */
  readonly sign: 1 | -1;
}

/**
 * Brings a plan to the promise on the days that decide: counters are added while it does not keep it, and taken
 * away while a neighbour with one less keeps it too.
 */
export class Decision {
  readonly #days: StaffingDays;
  readonly #options: DecisionOptions;

  constructor(days: StaffingDays, options: DecisionOptions) {
    this.#days = days;
    this.#options = options;
  }

  async from(start: StaffingPlan): Promise<Decided> {
    let plan = start;
    let own = await this.estimate(plan);
    let less: Step[] = [];
    let kept = false;
    for (let step = 0; step < STEPS && !this.#days.stopped; step++) {
      kept = this.reaches(own);
      if (!kept) {
        const more = await this.#more(plan, own);
        if (more === null) break;
        plan = more;
        own = await this.estimate(plan);
        continue;
      }
      less = await this.#steps(plan, own, everyLess(this.#days.problem, plan), this.#options.few);
      const fewer = await this.#fewer(plan, own, less);
      if (fewer === null) break;
      [plan, own] = [fewer.plan, fewer.own];
    }
    return { plan, own, kept, less };
  }

  /** What a plan reaches on all days that decide. */
  async estimate(plan: StaffingPlan): Promise<PlanEstimate> {
    const { days, expected, confidence, sign } = this.#options;
    const [found] = await this.#days.of([plan], days);
    return planEstimate(found!, expected, confidence, sign);
  }

  /** Whether the promise is kept, or missed by less than the slack. */
  reaches(
    { low, high }: { readonly low: number; readonly high: number },
    slack: number = INDIFFERENCE,
  ): boolean {
    const { share } = this.#days.problem.target;
    return this.#options.sign === 1 ? low >= share - slack : high <= share + slack;
  }

  /** Whether the interval lies beyond the promise. */
  fails({ low, high }: { readonly low: number; readonly high: number }): boolean {
    const { share } = this.#days.problem.target;
    return this.#options.sign === 1 ? high < share : low > share;
  }

  /** The counters that help most, as many as are missing; `null` where none helps. */
  async #more(plan: StaffingPlan, own: PlanEstimate): Promise<StaffingPlan | null> {
    const { sign, few, days } = this.#options;
    const { problem } = this.#days;
    const { share } = problem.target;
    const gain = ({ reached }: Step): number => sign * (reached.value - own.value);
    const byGain = (some: readonly Step[]): Step[] =>
      some.filter((step) => gain(step) > 0).toSorted((a, b) => gain(b) - gain(a));
    const first = byGain(await this.#steps(plan, own, moves(problem, plan, 1), few));
    // The best of many by few days owes part of its place to chance.
    const best = first.slice(0, FINALISTS).map(({ move }) => move);
    const steps = byGain(await this.#steps(plan, own, best, Math.min(days, GROWTH * few)));
    let missing = share - sign * INDIFFERENCE - (sign === 1 ? own.low : own.high);
    let next = plan;
    for (const step of steps) {
      if (!mayChange(problem, next, step.move)) continue;
      next = moved(problem, next, [step.move]);
      missing -= sign * gain(step);
      if (sign * missing <= 0) break;
    }
    return next === plan ? null : next;
  }

  /**
   * A neighbour with one counter less that keeps the promise too, by all days; `null` where there is none.
   * Those that neither fail nor keep it by few days get more.
   * @param less what few days say of every neighbour; what more days say takes its place
   */
  async #fewer(
    plan: StaffingPlan,
    own: PlanEstimate,
    less: Step[],
  ): Promise<{ readonly plan: StaffingPlan; readonly own: PlanEstimate } | null> {
    const { days, few } = this.#options;
    for (let count = few; ; count = Math.min(days, GROWTH * count)) {
      const kept = await this.#alsoKept(plan, less);
      if (kept !== null || count === days || this.#days.stopped) return kept;
      const open = less.flatMap(({ reached }, i) =>
        reached.worthMore && !this.fails(reached) ? [i] : [],
      );
      if (open.length === 0) return null;
      const wider = Math.min(days, GROWTH * count);
      const again = await this.#steps(
        plan,
        own,
        open.map((i) => less[i]!.move),
        wider,
      );
      if (this.#days.stopped) return null;
      open.forEach((i, k) => {
        less[i] = again[k]!;
      });
    }
  }

  /** One of the neighbours that keep the promise by the days they have, if it does so by all days. */
  async #alsoKept(
    plan: StaffingPlan,
    less: Step[],
  ): Promise<{ readonly plan: StaffingPlan; readonly own: PlanEstimate } | null> {
    const { sign } = this.#options;
    const { problem } = this.#days;
    const promising = less
      .filter(({ move, reached }) => this.reaches(reached) && mayChange(problem, plan, move))
      .toSorted((a, b) => sign * (b.reached.value - a.reached.value));
    for (const one of promising) {
      const next = moved(problem, plan, [one.move]);
      const own = await this.estimate(next);
      if (this.#days.stopped) return null;
      if (this.reaches(own)) return { plan: next, own };
      const { value, low, high } = own;
      less[less.indexOf(one)] = { move: one.move, reached: { value, low, high, worthMore: false } };
    }
    return null;
  }

  /** What plans one step away reach, compared on some days. */
  async #steps(
    plan: StaffingPlan,
    own: PlanEstimate,
    all: readonly StaffingMove[],
    count: number,
  ): Promise<Step[]> {
    const { expected, confidence, sign } = this.#options;
    const { problem } = this.#days;
    const plans = [plan, ...all.map((move) => moved(problem, plan, [move]))];
    const [before, ...after] = await this.#days.of(plans, count);
    if (this.#days.stopped) return [];
    const [whole] = await this.#days.of([plan], own.influence.length);
    return all.map((move, i) => {
      const then = after[i]!;
      const margins = marginsOf(then, problem.target.share, sign);
      const worst = margins.reduce((at, margin, r) => (margin < margins[at]! ? r : at), 0);
      const { came, promises } = whole!;
      const base =
        worst === own.promise
          ? own
          : planEstimate({ promises: [promises[worst]!], came }, expected, confidence, sign);
      const reached = neighbourEstimate(
        base,
        before!.promises[worst]!,
        then.promises[worst]!,
        confidence,
      );
      return { move, reached };
    });
  }
}

/** Every step down, also those that would leave somebody without a counter. */
function everyLess({ model, slots }: StaffingProblem, plan: StaffingPlan): StaffingMove[] {
  return model.groups.flatMap((_, group) =>
    slots.flatMap((__, slot) =>
      plan[group * slots.length + slot]! > 0 ? [{ group, slot, by: -1 as const }] : [],
    ),
  );
}
