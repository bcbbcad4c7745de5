import type { Demand } from './demand.js';
import type { HallModel, LineModel } from './model.js';
import type { PlainCounters } from './plain-counters.js';
import { plainLines } from './plain-lines.js';
import type { Turns } from './turns.js';
import { OUTCOME, REASON, type VisitLog } from './visit-log.js';

const NONE = -1;

/**
 * Who waited before whom on a day of a plain hall, and how many at once: reckoned when all has happened, because it
 * changes nothing of what happens there. Whoever has lost patience stands in the line until a counter looks; those who came meanwhile
 * did not see them.
 */
export class PlainCrowd {
  readonly #measuredFrom: number;
  readonly #lines: readonly LineModel[];
  /** Of each turn: who has lost patience just before it, and who is seen to have just before it; each the first of a list. */
  #leaves = new Int32Array(0);
  #seen = new Int32Array(0);
  #nextLeave = new Int32Array(0);
  #nextSeen = new Int32Array(0);
  /** People in each line who have left it unseen. */
  readonly #unseen: Int32Array;

  constructor(model: HallModel) {
    this.#measuredFrom = model.measuredFrom;
    this.#lines = plainLines(model);
    this.#unseen = new Int32Array(this.#lines.length);
  }

  run(demand: Demand, turns: Turns, counters: PlainCounters, log: VisitLog): void {
    if (counters.losses > 0) this.#lose(demand, turns, counters, log);
    log.mostWaiting = Math.max(
      this.#waitingAtFirst(turns, log),
      counters.losses > 0 ? this.#mostOfThoseSeen(turns, counters, log) : this.#most(turns),
    );
  }

  /** Those who have lost patience have left at their own moment. */
  #lose(
    { arrivedAt }: Demand,
    { at, length, row, until }: Turns,
    { losses, lost, seenBy }: PlainCounters,
    { left, outcome, reason }: VisitLog,
  ): void {
    if (this.#leaves.length <= length) {
      this.#leaves = new Int32Array(at.length + 1);
      this.#seen = new Int32Array(at.length + 1);
      this.#nextLeave = new Int32Array(at.length);
      this.#nextSeen = new Int32Array(at.length);
    }
    const leaves = this.#leaves.fill(NONE, 0, length + 1);
    const seen = this.#seen.fill(NONE, 0, length + 1);
    for (let loss = 0; loss < losses; loss++) {
      const turn = lost[loss]!;
      const moment = until[turn]!;
      left[row[turn]!] = moment;
      outcome[row[turn]!] = OUTCOME.abandoned;
      reason[row[turn]!] = REASON.patience;
      // the first who comes after it; of those who come at that very moment whoever has come to the hall before is before it
      let first = turn + 1;
      let last = seenBy[loss]!;
      while (first < last) {
        const middle = (first + last) >> 1;
        const comes = at[middle]!;
        if (comes > moment || (comes === moment && arrivedAt[row[middle]!] === comes))
          last = middle;
        else first = middle + 1;
      }
      this.#nextLeave[loss] = leaves[first]!;
      leaves[first] = loss;
      this.#nextSeen[loss] = seen[seenBy[loss]!]!;
      seen[seenBy[loss]!] = loss;
    }
  }

  /** Takes those who have left out of the people that newcomers see before them; returns most people at once. */
  #mostOfThoseSeen(turns: Turns, { lost }: PlainCounters, { ahead }: VisitLog): number {
    const { at, crowd, length, line, row } = turns;
    const lines = this.#lines;
    const measuredFrom = this.#measuredFrom;
    const unseen = this.#unseen.fill(0);
    const leaves = this.#leaves;
    const nextLeave = this.#nextLeave;
    const seen = this.#seen;
    const nextSeen = this.#nextSeen;
    let all = 0;
    let most = 0;
    for (let turn = 0; turn < length; turn++) {
      for (let loss = leaves[turn]!; loss !== NONE; loss = nextLeave[loss]!, all++) {
        unseen[line[lost[loss]!]!]!++;
      }
      for (let loss = seen[turn]!; loss !== NONE; loss = nextSeen[loss]!, all--) {
        unseen[line[lost[loss]!]!]!--;
      }
      const waiting = crowd[turn]! - all;
      if (waiting > most && at[turn]! >= measuredFrom) most = waiting;
      if (all === 0 || crowd[turn] === 0) continue;
      const { rivals } = lines[line[turn]!]!;
      let gone = 0;
      for (let i = 0; i < rivals.length; i++) gone += unseen[rivals[i]!]!;
      ahead[row[turn]!]! -= gone;
    }
    return most;
  }

  #most({ at, crowd, length }: Turns): number {
    const measuredFrom = this.#measuredFrom;
    let most = 0;
    for (let turn = 0; turn < length; turn++) {
      if (crowd[turn]! > most && at[turn]! >= measuredFrom) most = crowd[turn]!;
    }
    return most;
  }

  /** People in lines when the measured part of the day begins. */
  #waitingAtFirst({ at, crowd, length, row }: Turns, { left, outcome, start }: VisitLog): number {
    const measuredFrom = this.#measuredFrom;
    let waiting = 0;
    for (let turn = 0; turn < length && at[turn]! < measuredFrom; turn++) {
      if (crowd[turn] === 0) continue;
      const own = row[turn]!;
      const until = outcome[own] === OUTCOME.served ? start[own]! : left[own]!;
      if (until >= measuredFrom) waiting++;
    }
    return waiting;
  }
}
