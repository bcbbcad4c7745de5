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
import { isApart, marginsOf } from './staffing-search.js';
import { indifferenceOf } from './staffing-target.js';

/** Days of a neighbour that is not decided yet grow by so much. */
const GROWTH = 2;
/** Days on which what may be the next plan is compared, as a multiple of those of the first comparison. */
const FINAL = 4;
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

/** A plan that keeps the promise. */
interface Kept {
  readonly plan: StaffingPlan;
  readonly own: PlanEstimate;
}

export interface DecisionOptions {
  /** Days on which a plan is judged. */
  readonly days: number;
  /** Days after which a plan that clearly misses the promise is judged no further. */
  readonly first: number;
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
  readonly #indifference: number;

  constructor(days: StaffingDays, options: DecisionOptions) {
    this.#days = days;
    this.#options = options;
    this.#indifference = indifferenceOf(days.problem.target);
  }

  async from(start: StaffingPlan): Promise<Decided> {
    let plan = start;
    let own = await this.#look(plan);
    let less: Step[] = [];
    let kept = false;
    for (let step = 0; step < STEPS && !this.#days.stopped; step++) {
      kept = this.reaches(own);
      if (!kept) {
        const more = await this.#more(plan, own);
        if (more !== null) {
          plan = more;
          own = await this.#look(plan);
          continue;
        }
        if (own.influence.length === this.#options.days) break;
        own = await this.estimate(plan);
        continue;
      }
      less = await this.#steps(plan, own, everyLess(this.#days.problem, plan), this.#options.few);
      const fewer =
        (await this.#manyFewer(plan, own, less)) ?? (await this.#fewer(plan, own, less));
      if (fewer === null) break;
      [plan, own, less] = [fewer.plan, fewer.own, []];
    }
    return { plan, own, kept, less };
  }

  /** What a plan reaches on all days that decide. */
  async estimate(plan: StaffingPlan): Promise<PlanEstimate> {
    const { days, expected, confidence, sign } = this.#options;
    const [found] = await this.#days.of([plan], days);
    return planEstimate(found!, expected, confidence, sign);
  }

  /** The same, but on the first days alone where they show that the promise is clearly missed. */
  async #look(plan: StaffingPlan): Promise<PlanEstimate> {
    const { days, first, expected, confidence, sign } = this.#options;
    const [found] = await this.#days.of([plan], Math.min(first, days));
    const soon = planEstimate(found!, expected, confidence, sign);
    return this.fails(soon, this.#indifference) ? soon : this.estimate(plan);
  }

  /** Whether the promise is kept: the whole interval keeps it, or it holds the share and misses it by no more than the slack. */
  reaches(
    interval: { readonly low: number; readonly high: number },
    slack: number = this.#indifference,
  ): boolean {
    const { share } = this.#days.problem.target;
    const { low, high } = interval;
    const near = this.#options.sign === 1 ? low >= share - slack : high <= share + slack;
    return near && !this.fails(interval);
  }

  /** Whether the interval lies beyond the promise, by more than the slack. */
  fails(
    { low, high }: { readonly low: number; readonly high: number },
    slack: number = 0,
  ): boolean {
    const { share } = this.#days.problem.target;
    return this.#options.sign === 1 ? high < share - slack : low > share + slack;
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
    const steps = byGain(await this.#steps(plan, own, best, Math.min(days, FINAL * few)));
    let missing = share - sign * this.#indifference - (sign === 1 ? own.low : own.high);
    let next = plan;
    for (const step of steps) {
      if (!mayChange(problem, next, step.move)) continue;
      next = moved(problem, next, [step.move]);
      missing -= sign * gain(step);
      if (sign * missing <= 0) break;
    }
    return next === plan ? null : next;
  }

  /** Several counters less at once, apart from each other, where the plan has that much to spare; `null` where it has not. */
  async #manyFewer(
    plan: StaffingPlan,
    own: PlanEstimate,
    less: readonly Step[],
  ): Promise<Kept | null> {
    const { days, few, sign } = this.#options;
    const { problem } = this.#days;
    const loss = ({ reached }: Step): number => sign * (own.value - reached.value);
    const half = (own.high - own.low) / 2;
    const need = problem.target.share + sign * Math.max(half - this.#indifference, -half);
    let spare = sign * (own.value - need);
    let chosen: StaffingMove[] = [];
    for (const step of less.toSorted((a, b) => loss(a) - loss(b))) {
      const { move } = step;
      if (loss(step) > spare || !isApart(move, chosen) || !mayChange(problem, plan, move)) continue;
      chosen.push(move);
      spare -= Math.max(0, loss(step));
    }
    for (; chosen.length > 1; chosen = chosen.slice(0, chosen.length >> 1)) {
      const next = moved(problem, plan, chosen);
      const [soon] = await this.#reached(plan, own, [next], Math.min(days, FINAL * few));
      if (soon === undefined) return null;
      if (sign * (soon.value - need) < 0) continue;
      const reached = await this.estimate(next);
      if (this.reaches(reached)) return { plan: next, own: reached };
    }
    return null;
  }

  /**
   * A neighbour with one counter less that keeps the promise too, by all days; `null` where there is none.
   * Those that neither fail nor keep it by few days get more.
   * @param less what few days say of every neighbour; what more days say takes its place
   */
  async #fewer(plan: StaffingPlan, own: PlanEstimate, less: Step[]): Promise<Kept | null> {
    for (;;) {
      const kept = await this.#alsoKept(plan, own, less);
      if (kept !== null || this.#days.stopped) return kept;
      const open = less.filter((one) => this.#isOpen(one) && !this.fails(one.reached));
      if (open.length === 0) return null;
      await this.#moreDays(plan, own, less, open);
    }
  }

  /** One of the neighbours that keep the promise by the days they have, if it does so by all days. */
  async #alsoKept(plan: StaffingPlan, own: PlanEstimate, less: Step[]): Promise<Kept | null> {
    const { days, sign } = this.#options;
    const { problem } = this.#days;
    while (!this.#days.stopped) {
      const [best] = less
        .filter(({ move, reached }) => this.reaches(reached) && mayChange(problem, plan, move))
        .toSorted((a, b) => sign * (b.reached.value - a.reached.value));
      if (best === undefined) return null;
      // The best of many by few days owes part of its place to chance.
      if (this.#isOpen(best)) {
        await this.#moreDays(plan, own, less, [best]);
        continue;
      }
      const next = moved(problem, plan, [best.move]);
      const reached = await this.estimate(next);
      if (this.reaches(reached)) return { plan: next, own: reached };
      const { value, low, high } = reached;
      less[less.indexOf(best)] = {
        move: best.move,
        reached: { value, low, high, days, enough: 0 },
      };
    }
    return null;
  }

  /** Whether more days would tell more of a neighbour. */
  #isOpen({ reached }: Step): boolean {
    return reached.days < Math.min(reached.enough, this.#options.days);
  }

  /** Runs more days of those neighbours that have fewest: what they say takes the place of what was known. */
  async #moreDays(
    plan: StaffingPlan,
    own: PlanEstimate,
    less: Step[],
    open: readonly Step[],
  ): Promise<void> {
    const fewest = Math.min(...open.map(({ reached }) => reached.days));
    const some = open.filter(({ reached }) => reached.days === fewest);
    const enough = Math.max(...some.map(({ reached }) => reached.enough));
    const count = Math.min(this.#options.days, GROWTH * fewest, enough);
    const again = await this.#steps(
      plan,
      own,
      some.map(({ move }) => move),
      count,
    );
    again.forEach((step, i) => {
      less[less.indexOf(some[i]!)] = step;
    });
  }

  /** What plans one step away reach, compared on some days. */
  async #steps(
    plan: StaffingPlan,
    own: PlanEstimate,
    all: readonly StaffingMove[],
    count: number,
  ): Promise<Step[]> {
    const { problem } = this.#days;
    const plans = all.map((move) => moved(problem, plan, [move]));
    const found = await this.#reached(plan, own, plans, count);
    return found.map((reached, i) => ({ move: all[i]!, reached }));
  }

  /** What other plans reach, compared on some days; nothing when stopped. */
  async #reached(
    plan: StaffingPlan,
    own: PlanEstimate,
    others: readonly StaffingPlan[],
    count: number,
  ): Promise<NeighbourEstimate[]> {
    const { expected, confidence, sign } = this.#options;
    const { problem } = this.#days;
    const [before, ...after] = await this.#days.of([plan, ...others], count);
    if (this.#days.stopped) return [];
    const [whole] = await this.#days.of([plan], own.influence.length);
    return after.map((then) => {
      const margins = marginsOf(then, problem.target.share, sign);
      const worst = margins.reduce((at, margin, r) => (margin < margins[at]! ? r : at), 0);
      const { came, promises } = whole!;
      const base =
        worst === own.promise
          ? own
          : planEstimate({ promises: [promises[worst]!], came }, expected, confidence, sign);
      return neighbourEstimate(base, before!.promises[worst]!, then.promises[worst]!, confidence);
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
