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
/** Half hours within which a change of a group is felt by its neighbours most. */
const NEAR = 3;

/** How a search goes. */
export interface SearchOptions {
  /** Days of the search. */
  readonly days: number;
  /** By how much each promise is kept better on these days than on many: taken off. Default: nothing. */
  readonly kinder?: Margins;
  /** Whether counters are also exchanged. */
  readonly exchanges: boolean;
}

/**
 * A plan of few counters that keeps the promise on the first days of a seed: no single counter could be
 * taken away, and no exchange of two counters for another one was found. First counters are added where they
 * help most until the promise is kept, then taken away where they are missed least, many at a time
 * as long as they stand apart, then exchanged. What one counter changes is the difference on the same
 * days with the same customers.
 *
 * @param start where to begin
 * @returns the plan; it does not keep the promise where no counter helps any more
 */
export async function searchPlan(
  days: StaffingDays,
  start: StaffingPlan,
  options: SearchOptions,
): Promise<StaffingPlan> {
  const search = new Search(days, options);
  let plan = await search.up(start);
  if (plan === null) return search.best ?? start;
  let sideways = 0;
  for (let round = 0; ; round++) {
    plan = await search.down(plan);
    if (!options.exchanges || round === EXCHANGES || days.stopped) break;
    const better: StaffingPlan | null = await search.exchange(plan, sideways < SIDEWAYS);
    if (better === null) break;
    sideways = counters(better) < counters(plan) ? 0 : sideways + 1;
    plan = better;
  }
  return plan;
}

/** How far the promises are kept by some days. */
export function marginsOf({ promises }: PlanDays, share: number, sign: 1 | -1): Margins {
  return promises.map(({ numerators, denominators }) => {
    const all = sum(denominators);
    return all === 0 ? 0 : sign * (sum(numerators) / all - share);
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

class Search {
  /** The plan nearest to keeping the promise, where none keeps it. */
  best: StaffingPlan | null = null;
  readonly #days: StaffingDays;
  readonly #count: number;
  readonly #kinder: Margins;

  constructor(days: StaffingDays, { days: count, kinder = [] }: SearchOptions) {
    this.#days = days;
    this.#count = count;
    this.#kinder = kinder;
  }

  /** Adds counters until the promise is kept; `null` where that cannot be. */
  async up(start: StaffingPlan): Promise<StaffingPlan | null> {
    let plan = start;
    let now = await this.#margins(plan);
    for (let round = 0; missing(now) > 0; round++) {
      this.best = plan;
      if (round === ROUNDS || this.#days.stopped) return null;
      const effects = await this.#effects(plan, now, 1);
      const chosen = this.#chooseUp(effects, now);
      if (chosen.length === 0) return null;
      plan = moved(this.#days.problem, plan, chosen);
      now = await this.#margins(plan);
    }
    return plan;
  }

  /** Takes counters away until none could be. */
  async down(start: StaffingPlan): Promise<StaffingPlan> {
    let plan = start;
    let now = await this.#margins(plan);
    let effects = await this.#effects(plan, now, -1);
    let fresh = true;
    for (let round = 0; round < ROUNDS && !this.#days.stopped; round++) {
      let chosen = chooseDown(effects, now);
      if (chosen.length === 0) {
        if (fresh) return plan;
        effects = await this.#effects(plan, now, -1);
        fresh = true;
        continue;
      }
      let next = moved(this.#days.problem, plan, chosen);
      let then = await this.#margins(next);
      while (missing(then) > 0 && chosen.length > 1) {
        chosen = chosen.slice(0, Math.ceil(chosen.length / 2));
        next = moved(this.#days.problem, plan, chosen);
        then = await this.#margins(next);
      }
      if (missing(then) > 0) {
        // What was known of it no longer holds.
        effects = await this.#effects(plan, now, -1);
        if (fresh) return plan;
        fresh = true;
        continue;
      }
      [plan, now] = [next, then];
      effects = await this.#refreshed(plan, now, effects, chosen);
      fresh = false;
    }
    return plan;
  }

  /** Two counters for one, or one for another that helps more; `null` where nothing is found. */
  async exchange(plan: StaffingPlan, sideways: boolean): Promise<StaffingPlan | null> {
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
      if (missing(await this.#margins(next)) === 0) return next;
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
      .slice(0, TRIES)
      .map((one) => moved(this.#days.problem, plan, one.moves));
    const margins = await this.#marginsOf(tried);
    let best: StaffingPlan | null = null;
    let reached = above;
    tried.forEach((next, i) => {
      if (missing(margins[i]!) > 0 || total(margins[i]!) <= reached) return;
      [best, reached] = [next, total(margins[i]!)];
    });
    return best;
  }

  #chooseUp(effects: readonly Effect[], now: Margins): StaffingMove[] {
    const chosen: StaffingMove[] = [];
    let then = now;
    const { rooms } = this.#days.problem;
    const room = ({ group }: StaffingMove): number =>
      rooms.findIndex(({ groups }) => groups.includes(group));
    const helpful = (effect: Effect): number => missing(then) - missing(add(then, effect.change));
    while (missing(then) > 0) {
      const free = effects.filter(
        ({ move }) =>
          isApart(move, chosen) &&
          !chosen.some((other) => other.slot === move.slot && room(other) === room(move)),
      );
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

  async #effects(plan: StaffingPlan, now: Margins, by: 1 | -1): Promise<Effect[]> {
    return this.#effectsOf(plan, now, moves(this.#days.problem, plan, by));
  }

  /** What is known of moves far from those made is kept; near them it is found anew. */
  async #refreshed(
    plan: StaffingPlan,
    now: Margins,
    known: readonly Effect[],
    made: readonly StaffingMove[],
  ): Promise<Effect[]> {
    const near = (move: StaffingMove): boolean =>
      made.some((one) => one.group === move.group && Math.abs(one.slot - move.slot) <= NEAR);
    const allowed = moves(this.#days.problem, plan, -1);
    const kept = known.filter(
      ({ move }) =>
        !near(move) && allowed.some((one) => one.group === move.group && one.slot === move.slot),
    );
    return [...kept, ...(await this.#effectsOf(plan, now, allowed.filter(near)))];
  }

  async #effectsOf(
    plan: StaffingPlan,
    now: Margins,
    some: readonly StaffingMove[],
  ): Promise<Effect[]> {
    const { problem } = this.#days;
    const margins = await this.#marginsOf(some.map((move) => moved(problem, plan, [move])));
    return some.map((move, i) => ({ move, change: margins[i]!.map((x, r) => x - now[r]!) }));
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

function isApart({ group, slot }: StaffingMove, others: readonly StaffingMove[]): boolean {
  return others.every((other) => other.group !== group || Math.abs(other.slot - slot) > 1);
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
