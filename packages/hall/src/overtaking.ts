import type { Demand } from './demand.js';
import type { HallModel } from './model.js';
import { RankTree } from './rank-tree.js';
import type { VisitLog } from './visit-log.js';

/** How often each customer of a day was overtaken, and overtook; one entry a row. */
export interface Overtaking {
  readonly overtaken: Int32Array;
  readonly overtook: Int32Array;
}

/**
 * Counts, for each call of a customer by a counter, those who had joined a counter line earlier, were
 * still waiting and could have been served by the same group. Who is called at the very same moment
 * does not count as still waiting; of two who joined at one moment the earlier row was first.
 *
 * Time grows with customers × lines of a group × the logarithm of the customers, however long the lines.
 */
export function countOvertaking(model: HallModel, demand: Demand, log: VisitLog): Overtaking {
  const overtaken = new Int32Array(log.length);
  const overtook = new Int32Array(log.length);
  const lineOf = (row: number): number =>
    model.lineOf[demand.service[row]! * model.customers.length + demand.customer[row]!]!;
  const joiners = rowsInOrder(log, log.joined);
  const leavers = joiners.toSorted((a, b) => waitEnd(log, a) - waitEnd(log, b));
  const rowsOf: number[][] = model.lines.map(() => []);
  for (const row of joiners) rowsOf[lineOf(row)]!.push(row);
  const lines = rowsOf.map((rows) => new ObservedLine(rows, log));
  let next = 0;
  let gone = 0;
  const settle = (now: number): void => {
    for (; next < joiners.length && log.joined[joiners[next]!]! <= now; next++) {
      lines[lineOf(joiners[next]!)]!.join(joiners[next]!);
    }
    for (; gone < leavers.length && waitEnd(log, leavers[gone]!) <= now; gone++) {
      const row = leavers[gone]!;
      overtaken[row] = lines[lineOf(row)]!.leave(row);
    }
  };
  for (const called of rowsInOrder(log, log.called)) {
    settle(log.called[called]!);
    for (const line of model.groups[log.group[called]!]!.lines) {
      overtook[called]! += lines[line]!.jump(called);
    }
  }
  settle(Infinity);
  return { overtaken, overtook };
}

/** One line as the day passes: who waits in it, and how often each has been jumped over. */
class ObservedLine {
  /** Everybody who joins it on this day, in that order; a rank is a position here. */
  readonly #rows: readonly number[];
  readonly #log: VisitLog;
  /** 1 at the rank of whoever waits now. */
  readonly #waiting: RankTree;
  /** A call that goes before the first n ranks is kept at rank n - 1. */
  readonly #jumps: RankTree;
  #calls = 0;

  constructor(rows: readonly number[], log: VisitLog) {
    this.#rows = rows;
    this.#log = log;
    this.#waiting = new RankTree(rows.length);
    this.#jumps = new RankTree(rows.length);
  }

  join(row: number): void {
    this.#waiting.add(this.#before(row), 1);
  }

  /** Returns the calls that went before `row` while it waited: those at its rank or above. */
  leave(row: number): number {
    const rank = this.#before(row);
    this.#waiting.add(rank, -1);
    return this.#calls - this.#jumps.below(rank);
  }

  /** Somebody, of this line or another, is called: returns how many here had joined earlier and wait. */
  jump(called: number): number {
    const earlier = this.#before(called);
    if (earlier === 0) return 0;
    this.#jumps.add(earlier - 1, 1);
    this.#calls++;
    return this.#waiting.below(earlier);
  }

  /** How many joined this line before `row` joined its own. */
  #before(row: number): number {
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (joinedBefore(this.#log, this.#rows[middle]!, row)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Rows to which it happened, by the time when it did, then in the order they joined. */
function rowsInOrder(log: VisitLog, times: Float64Array): number[] {
  const rows: number[] = [];
  for (let row = 0; row < log.length; row++) if (!Number.isNaN(times[row]!)) rows.push(row);
  return rows.sort((a, b) => times[a]! - times[b]! || log.joined[a]! - log.joined[b]! || a - b);
}

/** When a row left its counter line, called or not. */
function waitEnd(log: VisitLog, row: number): number {
  const called = log.called[row]!;
  return Number.isNaN(called) ? log.left[row]! : called;
}

function joinedBefore({ joined }: VisitLog, row: number, other: number): boolean {
  return joined[row]! < joined[other]! || (joined[row] === joined[other] && row < other);
}
