import { sum } from '@hallsim/stats';
import type { PlanDays, StaffingDays } from './staffing-days.js';
import { moved, moves, type StaffingMove, type StaffingPlan } from './staffing-problem.js';

/** How far each promise is kept: above 0 kept, below 0 missed. */
export type Margins = readonly number[];

/** Rounds of each kind at most; each makes the plan better, so they end by themselves long before. */
const ROUNDS = 60;
/** Rounds of exchanges at most. */
const EXCHANGES = 5;
/** Exchanges in a row that save no counter, at most. */
const SIDEWAYS = 1;
/** Combinations of moves that are tried in a round. */
const TRIES = 12;
/** Half hours within which a change of a group is felt most: by itself, and by groups that serve the same customers. */
const NEAR = 2;
const NEAR_OTHERS = 1;

/** How a search goes on from a plan. */
export interface SearchOptions {
  /** Days of the search. */
  readonly days: number;
  /** By how much each promise is kept better on the days of the search than on many: taken off. */
  readonly kinder: Margins;
  /** Whether counters are also exchanged. */
  readonly exchanges: boolean;
}

/** How far the promises are kept by some days; 1, so that no other is kept further, where nobody came to whom it was made. */
export function marginsOf({ promises }: PlanDays, share: number, sign: 1 | -1): Margins {
  return promises.map(({ numerators, denominators }) => {
    const all = sum(denominators);
    return all === 0 ? 1 : sign * (sum(numerators) / all - share);
  });
}

const counters = (plan: StaffingPlan): number => plan.reduce((all, count) => all + count, 0);
const missing = (margins: Margins): number =>
  margins.reduce((total, margin) => total + Math.max(0, -margin), 0);
const least = (margins: Margins): number => Math.min(...margins, 1);
const add = (a: Margins, b: Margins): Margins => a.map((x, i) => x + b[i]!);
const total = (margins: Margins): number => margins.reduce((all, x) => all + x, 0);

interface Effect {
  readonly move: StaffingMove;
  /** Change of each margin. */
  readonly change: Margins;
}

/**
 * Looks for a plan of few counters that keeps the promise on the first days of a seed. First counters are added
 * where they help most until the promise is kept, then taken away where they are missed least, many at a time
 * as long as they stand apart, then exchanged. What one counter changes is the difference on the same
 * days with the same customers; it is found once, and anew where the plan has changed near it.
 */
export class PlanSearch {
  readonly #days: StaffingDays;
  #count = 0;
  /** Change of each margin by a move, as far as it is known of the plan or of one alike. */
  readonly #known = new Map<string, Margins>();
  #kinder: Margins = [];

  constructor(days: StaffingDays) {
    this.#days = days;
  }

  /**
   * @param start where to begin: of a search that goes on, the plan that it has found
   * @returns the plan; it does not keep the promise where no counter helps any more
   */
  async from(
    start: StaffingPlan,
    { days, kinder, exchanges }: SearchOptions,
  ): Promise<StaffingPlan> {
    // More days know better what a counter changes.
    if (days > this.#count) this.#known.clear();
    this.#count = days;
    this.#kinder = kinder;
    const grown = await this.#up(start);
    if (!grown.kept) return grown.plan;
    let { plan } = grown;
    let sideways = 0;
    for (let round = 0; ; round++) {
      plan = await this.#down(plan);
      if (!exchanges || round === EXCHANGES || this.#days.stopped) break;
      const better = await this.#exchange(plan, sideways < SIDEWAYS);
      if (better === null) break;
      sideways = counters(better) < counters(plan) ? 0 : sideways + 1;
      plan = better;
    }
    return plan;
  }

  /** Adds counters until the promise is kept, if it can be. */
  async #up(start: StaffingPlan): Promise<{ plan: StaffingPlan; kept: boolean }> {
    let plan = start;
    let now = await this.#margins(plan);
    for (let round = 0; missing(now) > 0; round++) {
      if (round === ROUNDS || this.#days.stopped) return { plan, kept: false };
      const chosen = this.#chooseUp(await this.#effects(plan, now, 1), now);
      if (chosen.length === 0) return { plan, kept: false };
      plan = this.#moved(plan, chosen);
      now = await this.#margins(plan);
    }
    return { plan, kept: true };
  }

  /** Takes counters away until none seems to be one too many. */
  async #down(start: StaffingPlan): Promise<StaffingPlan> {
    const { problem } = this.#days;
    let plan = start;
    let now = await this.#margins(plan);
    for (let round = 0; round < ROUNDS && !this.#days.stopped; round++) {
      let chosen = chooseDown(await this.#effects(plan, now, -1), now);
      if (chosen.length === 0) break;
      let then = await this.#margins(moved(problem, plan, chosen));
      while (missing(then) > 0 && chosen.length > 1) {
        chosen = chosen.slice(0, Math.ceil(chosen.length / 2));
        then = await this.#margins(moved(problem, plan, chosen));
      }
      if (missing(then) > 0) {
        // What was known of it no longer holds.
        this.#learn(chosen[0]!, then, now);
        continue;
      }
      plan = this.#moved(plan, chosen);
      now = then;
    }
    return plan;
  }

  /** Two counters for one, or one for another that helps more; `null` where nothing is found. */
  async #exchange(plan: StaffingPlan, sideways: boolean): Promise<StaffingPlan | null> {
    const now = await this.#margins(plan);
    const ups = await this.#effects(plan, now, 1);
    const downs = (await this.#effects(plan, now, -1)).toSorted(
      (a, b) => total(b.change) - total(a.change),
    );
    const fewer = ups.flatMap((up) =>
      downs
        .slice(0, 2 * TRIES)
        .flatMap((one, i) => downs.slice(0, i).flatMap((two) => combined([up, one, two], now))),
    );
    const found =
      (await this.#many(plan, fewer, now)) ?? (await this.#firstKept(plan, fewer, -Infinity));
    if (found !== null || !sideways) return found;
    const same = ups.flatMap((up) => downs.flatMap((one) => combined([up, one], now)));
    return this.#firstKept(plan, same, total(now) + 1e-9);
  }

  /** Many combinations at once that do not touch, as far as they keep the promise together. */
  async #many(
    plan: StaffingPlan,
    all: readonly { readonly moves: StaffingMove[]; readonly then: Margins }[],
    now: Margins,
  ): Promise<StaffingPlan | null> {
    let chosen: StaffingMove[][] = [];
    let then = now;
    const promising = all.toSorted((a, b) => total(b.then) - total(a.then)).slice(0, 40 * TRIES);
    for (const one of promising) {
      if (!one.moves.every((move) => isApart(move, chosen.flat()))) continue;
      const next = then.map((x, r) => x + one.then[r]! - now[r]!);
      if (least(next) < 0) continue;
      chosen.push(one.moves);
      then = next;
    }
    for (; chosen.length > 1; chosen = chosen.slice(0, Math.floor(chosen.length / 2))) {
      const next = moved(this.#days.problem, plan, chosen.flat());
      if (missing(await this.#margins(next)) === 0) return this.#moved(plan, chosen.flat());
    }
    return null;
  }

  /** The best of those combinations that promise most, if it keeps the promise and reaches more than `above`. */
  async #firstKept(
    plan: StaffingPlan,
    all: readonly { readonly moves: StaffingMove[]; readonly then: Margins }[],
    above: number,
  ): Promise<StaffingPlan | null> {
    const tried = all
      .filter(({ then }) => total(then) > above)
      .toSorted((a, b) => missing(a.then) - missing(b.then) || total(b.then) - total(a.then))
      .slice(0, TRIES);
    const margins = await this.#marginsOf(
      tried.map((one) => moved(this.#days.problem, plan, one.moves)),
    );
    let best: StaffingMove[] | null = null;
    let reached = above;
    for (const [i, { moves: made }] of tried.entries()) {
      if (missing(margins[i]!) > 0 || total(margins[i]!) <= reached) continue;
      [best, reached] = [made, total(margins[i]!)];
    }
    return best === null ? null : this.#moved(plan, best);
  }

  #chooseUp(effects: readonly Effect[], now: Margins): StaffingMove[] {
    const chosen: StaffingMove[] = [];
    let then = now;
    const helpful = (effect: Effect): number => missing(then) - missing(add(then, effect.change));
    while (missing(then) > 0) {
      const free = effects.filter(({ move }) => isApart(move, chosen));
      const best = free.reduce<Effect | null>(
        (top, one) => (top === null || helpful(one) > helpful(top) ? one : top),
        null,
      );
      if (best === null || !(helpful(best) > 0)) break;
      chosen.push(best.move);
      then = add(then, best.change);
    }
    return chosen;
  }

  /** What each step up, or down, changes. */
  async #effects(plan: StaffingPlan, now: Margins, by: 1 | -1): Promise<Effect[]> {
    const { problem } = this.#days;
    const all = moves(problem, plan, by);
    const unknown = all.filter((move) => !this.#known.has(keyOf(move)));
    const margins = await this.#marginsOf(unknown.map((move) => moved(problem, plan, [move])));
    unknown.forEach((move, i) => {
      this.#learn(move, margins[i]!, now);
    });
    return all.map((move) => ({ move, change: this.#known.get(keyOf(move))! }));
  }

  #learn(move: StaffingMove, then: Margins, now: Margins): void {
    this.#known.set(
      keyOf(move),
      then.map((x, r) => x - now[r]!),
    );
  }

  /** The plan after moves: what is known of moves far from them is kept. */
  #moved(plan: StaffingPlan, made: readonly StaffingMove[]): StaffingPlan {
    const { problem } = this.#days;
    for (const move of [...moves(problem, plan, 1), ...moves(problem, plan, -1)]) {
      const isNear = made.some(({ group, slot }) => {
        const within = move.group === group ? NEAR : NEAR_OTHERS;
        return Math.abs(move.slot - slot) <= within;
      });
      if (isNear) this.#known.delete(keyOf(move));
    }
    return moved(problem, plan, made);
  }

  async #margins(plan: StaffingPlan): Promise<Margins> {
    return (await this.#marginsOf([plan]))[0]!;
  }

  async #marginsOf(plans: readonly StaffingPlan[]): Promise<Margins[]> {
    const { target } = this.#days.problem;
    const sign = target.id === 'abandonment' ? -1 : 1;
    const found = await this.#days.of(plans, this.#count);
    return found.map((one) =>
      marginsOf(one, target.share, sign).map((margin, r) => margin - (this.#kinder[r] ?? 0)),
    );
  }
}

function keyOf({ group, slot, by }: StaffingMove): string {
  return `${group} ${slot} ${by}`;
}

/** Removals that together seem to keep the promise: those missed least first, each apart from the others. */
function chooseDown(effects: readonly Effect[], now: Margins): StaffingMove[] {
  const chosen: StaffingMove[] = [];
  let then = now;
  for (const { move, change } of effects.toSorted((a, b) => total(b.change) - total(a.change))) {
    if (!isApart(move, chosen)) continue;
    const next = add(then, change);
    if (least(next) < 0) continue;
    chosen.push(move);
    then = next;
  }
  return chosen;
}

/** Whether a move is more than a half hour away from others, so that what they change adds up. */
export function isApart({ slot }: StaffingMove, others: readonly StaffingMove[]): boolean {
  return others.every((other) => Math.abs(other.slot - slot) > 1);
}

/** Moves with what they seem to reach together, if that keeps every promise; none of them at the same place. */
function combined(
  effects: readonly Effect[],
  now: Margins,
): { readonly moves: StaffingMove[]; readonly then: Margins }[] {
  const together = effects.map(({ move }) => move);
  const places = new Set(together.map(({ group, slot }) => `${group} ${slot}`));
  if (places.size < together.length) return [];
  const then = effects.reduce((sum, { change }) => add(sum, change), now);
  return missing(then) > 0 ? [] : [{ moves: together, then }];
}
