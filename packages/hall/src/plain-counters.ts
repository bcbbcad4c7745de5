import { CounterColumns } from './counter-columns.js';
import type { HallModel } from './model.js';
import { plainLines } from './plain-lines.js';
import type { Turns } from './turns.js';
import { CHANNEL, OUTCOME, REASON, type VisitLog } from './visit-log.js';

// constants of this file: V8 knows them, those of another file it looks up
const AT_COUNTER = CHANNEL.counter;
const SERVED = OUTCOME.served;
const UNSERVED = OUTCOME.unserved;
const CLOSING = REASON.closing;
const NO_COUNTER = REASON.noCounter;

/** Ends that come before those to come are moved to the front again. */
const SPARE = 256;

/** The roster opens so many counters of a group from now on. */
interface Change {
  readonly time: number;
  readonly group: number;
  readonly open: number;
}

/**
 * The lines and counters of a plain hall on one day. Nobody but a free counter looks at who waits, so patience is
 * looked at when somebody would be called, and not at its own moment: whoever has left by then is passed over. What
 * people saw of each other is reckoned afterwards (`plain-crowd.ts`).
 *
 * Hot path: typed arrays and integers.
 */
export class PlainCounters {
  /** Who has lost patience, by number among the turns, and how many had turned to the counters when that was seen. */
  lost: Int32Array = new Int32Array(0);
  seenBy: Int32Array = new Int32Array(0);
  losses = 0;

  readonly #model: HallModel;
  readonly #changes: readonly Change[];
  readonly #counters: CounterColumns;
  /** When each counter ends, and those that are to end in that order, of two at one moment the lower number first: `Ends`, written out here for a twentieth of the day. */
  readonly #endOf: Float64Array;
  readonly #ends: Int32Array;
  /** By line: the groups that serve it, and the lines that compete with it for them. */
  readonly #groupsOf: readonly Int32Array[];
  readonly #rivals: readonly Int32Array[];
  readonly #priority: Uint8Array;
  readonly #headStart: Float64Array;
  /** 0 for a line of whose people nobody is served any more, after closing. */
  readonly #isServed: Uint8Array;
  /** By group: the lines it serves. */
  readonly #linesOf: readonly Int32Array[];
  readonly #speed: Float64Array;
  /** All lines one after the other, with room for everybody who may stand in each: from `#head` to `#tail`. */
  #queue = new Int32Array(0);
  readonly #head: Int32Array;
  readonly #tail: Int32Array;
  /** People in all of them. */
  #inLines = 0;

  constructor(model: HallModel) {
    const { closes, groups } = model;
    const lines = plainLines(model);
    this.#model = model;
    this.#changes = groups
      .flatMap(({ open: { times, values } }, group) =>
        [...times].map((time, i) => ({ time, group, open: values[i]! })),
      )
      .filter(({ time }) => time < closes)
      .sort((a, b) => a.time - b.time || a.group - b.group);
    this.#counters = new CounterColumns(model);
    const units = this.#counters.groupOf.length;
    this.#endOf = new Float64Array(units);
    this.#ends = new Int32Array(units + SPARE);
    this.#groupsOf = lines.map((line) => line.groups);
    this.#rivals = lines.map((line) => line.rivals);
    this.#priority = Uint8Array.from(lines, ({ priority }) => priority);
    this.#headStart = Float64Array.from(lines, ({ headStart }) => headStart);
    this.#isServed = new Uint8Array(lines.length);
    this.#linesOf = groups.map((_, group) =>
      Int32Array.from(lines.flatMap((line, i) => (line.groups.includes(group) ? [i] : []))),
    );
    this.#speed = Float64Array.from(groups, ({ speed }) => speed);
    this.#head = new Int32Array(lines.length);
    this.#tail = new Int32Array(lines.length);
  }

  run(turns: Turns, log: VisitLog): void {
    this.#clear(turns);
    this.#serve(turns, log);
  }

  #clear({ length, line, row }: Turns): void {
    if (this.lost.length < length) {
      this.lost = new Int32Array(row.length);
      this.seenBy = new Int32Array(row.length);
      this.#queue = new Int32Array(row.length);
    }
    this.losses = 0;
    this.#inLines = 0;
    this.#counters.clear();
    this.#isServed.fill(1);
    const head = this.#head.fill(0);
    for (let turn = 0; turn < length; turn++) if (line[turn]! >= 0) head[line[turn]!]!++;
    let from = 0;
    for (let own = 0; own < head.length; own++) {
      const most = head[own]!;
      head[own] = from;
      this.#tail[own] = from;
      from += most;
    }
  }

  #serve(turns: Turns, log: VisitLog): void {
    const { closes, waitingAtClose } = this.#model;
    const { at: turnAt, crowd, length, line: lineOf, row: rows, time: times } = turns;
    const { ahead, channel, counter, end, group: groupOfRow, joined, left } = log;
    const { outcome, reason, start, waitFrom } = log;
    const counters = this.#counters;
    const { busy, firstWord, free, groupOf, idle, offset, open, rostered } = counters;
    const ends = this.#ends;
    const endOf = this.#endOf;
    // the ends to come, from first to last
    let first = 0;
    let last = 0;
    let endAt = Infinity;
    const isServed = this.#isServed;
    const speeds = this.#speed;
    const changes = this.#changes;
    let change = 0;
    let changeAt = changes.length > 0 ? changes[0]!.time : Infinity;
    let next = 0;
    let comesAt = length > 0 ? turnAt[0]! : Infinity;
    let closeAt = closes;
    /** The group whose counters have opened, while they call; -1 = none. */
    let opening = -1;
    let now = 0;
    for (;;) {
      let turn = -1;
      let group = opening;
      if (group >= 0) {
        // one more of its counters calls
      } else if (endAt <= comesAt && endAt < changeAt && endAt <= closeAt && endAt < Infinity) {
        now = endAt;
        const unit = ends[first++]!;
        endAt = first < last ? endOf[ends[first]!]! : Infinity;
        group = groupOf[unit]!;
        if (busy[group]! > rostered[group]!) counters.settle(group, now, log);
        busy[group]!--;
        free[group]!++;
        const number = unit - offset[group]!;
        idle[firstWord[group]! + (number >> 5)]! |= 1 << (number & 31);
      } else if (comesAt < changeAt && comesAt <= closeAt && comesAt < Infinity) {
        now = comesAt;
        turn = next++;
        comesAt = next < length ? turnAt[next]! : Infinity;
        crowd[turn] = 0;
        const row = rows[turn]!;
        const line = lineOf[turn]!;
        if (line < 0 || isServed[line] === 0) {
          joined[row] = NaN;
          waitFrom[row] = NaN;
          left[row] = now;
          outcome[row] = UNSERVED;
          reason[row] = line >= 0 && waitingAtClose === 'turn-away' ? CLOSING : NO_COUNTER;
          continue;
        }
        const groups = this.#groupsOf[line]!;
        for (let i = 0; i < groups.length; i++) {
          if (free[groups[i]!]! > 0) {
            group = groups[i]!;
            break;
          }
        }
        if (group < 0) {
          ahead[row] = this.#ahead(line);
          crowd[turn] = ++this.#inLines;
          this.#join(turns, turn, line);
          continue;
        }
        ahead[row] = 0;
      } else if (changeAt < Infinity) {
        now = changeAt;
        const { group: own, open: level } = changes[change++]!;
        changeAt = change < changes.length ? changes[change]!.time : Infinity;
        if (level > open[own]!) opening = own;
        counters.openUpTo(level, own, now, log);
        continue;
      } else if (closeAt < Infinity) {
        closeAt = Infinity;
        this.#close(turns, next, log);
        continue;
      } else {
        return;
      }
      if (turn < 0) {
        if (free[group]! > 0) turn = this.#call(turns, group, now, next);
        if (turn < 0) {
          opening = -1;
          continue;
        }
      }
      const row = rows[turn]!;
      if (busy[group]! >= rostered[group]!) counters.settle(group, now, log);
      busy[group]!++;
      free[group]!--;
      let word = firstWord[group]!;
      while (idle[word] === 0) word++;
      const bits = idle[word]!;
      idle[word] = bits & (bits - 1);
      const lowest = 32 * (word - firstWord[group]!) + 31 - Math.clz32(bits & -bits);
      const unit = offset[group]! + lowest;
      const speed = speeds[group]!;
      // a division takes as long as ten of these lines
      const endsAt = now + (speed === 1 ? times[turn]! : times[turn]! / speed);
      groupOfRow[row] = group;
      counter[row] = lowest;
      start[row] = now;
      end[row] = endsAt;
      // nothing can come between
      left[row] = endsAt;
      channel[row] = AT_COUNTER;
      outcome[row] = SERVED;
      endOf[unit] = endsAt;
      if (last === ends.length) {
        ends.copyWithin(0, first, last);
        last -= first;
        first = 0;
      }
      let to = last++;
      while (to > first) {
        const other = ends[to - 1]!;
        const otherAt = endOf[other]!;
        if (otherAt < endsAt || (otherAt === endsAt && other < unit)) break;
        ends[to] = other;
        to--;
      }
      ends[to] = unit;
      if (to === first) endAt = endsAt;
    }
  }

  /** People in the lines that compete with this one, as far as it has been seen that they have gone. */
  #ahead(line: number): number {
    const rivals = this.#rivals[line]!;
    let ahead = 0;
    for (let i = 0; i < rivals.length; i++) {
      ahead += this.#tail[rivals[i]!]! - this.#head[rivals[i]!]!;
    }
    return ahead;
  }

  /** Somebody stands in a line: behind all with an earlier place, or of the same place with an earlier row. */
  #join({ place, row }: Turns, turn: number, line: number): void {
    const queue = this.#queue;
    const first = this.#head[line]!;
    let to = this.#tail[line]!++;
    while (to > first) {
      const other = queue[to - 1]!;
      const before = place[other]! - place[turn]!;
      if (before < 0 || (before === 0 && row[other]! < row[turn]!)) break;
      queue[to] = other;
      to--;
    }
    queue[to] = turn;
  }

  /** Whom a free counter of a group calls out of its lines; -1 when nobody waits there. */
  #call(turns: Turns, group: number, now: number, turned: number): number {
    const lines = this.#linesOf[group]!;
    let first = -1;
    let from = -1;
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i]!;
      const turn = this.#first(turns, line, now, turned);
      if (turn < 0) continue;
      if (first >= 0 && !this.#goesBefore(turns, turn, line, first, from)) continue;
      first = turn;
      from = line;
    }
    if (first < 0) return -1;
    this.#head[from]!++;
    this.#inLines--;
    return first;
  }

  /** The first in a line who is still there; -1 when nobody is. */
  #first({ until }: Turns, line: number, now: number, turned: number): number {
    const queue = this.#queue;
    const tail = this.#tail[line]!;
    let at = this.#head[line]!;
    while (at < tail && until[queue[at]!]! < now) this.#lose(queue[at++]!, turned);
    this.#head[line] = at;
    return at < tail ? queue[at]! : -1;
  }

  /** Strict priority first, then the earlier place less its head start, then the earlier arrival. */
  #goesBefore(
    { place, row }: Turns,
    turn: number,
    line: number,
    other: number,
    otherLine: number,
  ): boolean {
    const first = this.#priority[line]! - this.#priority[otherLine]!;
    if (first !== 0) return first < 0;
    const rank = place[turn]! - this.#headStart[line]!;
    const otherRank = place[other]! - this.#headStart[otherLine]!;
    return rank < otherRank || (rank === otherRank && row[turn]! < row[other]!);
  }

  /** It is seen that somebody has lost patience. */
  #lose(turn: number, turned: number): void {
    this.lost[this.losses] = turn;
    this.seenBy[this.losses++] = turned;
    this.#inLines--;
  }

  /** The hall closes: who still waits is served by an open counter, or sent home. */
  #close({ row, until }: Turns, turned: number, log: VisitLog): void {
    const { closes: now, waitingAtClose } = this.#model;
    const turnsAway = waitingAtClose === 'turn-away';
    this.#counters.close(now, log);
    for (let line = 0; line < this.#head.length; line++) {
      if (!turnsAway && this.#counters.anyOpen(this.#groupsOf[line]!)) continue;
      this.#isServed[line] = 0;
      for (; this.#head[line]! < this.#tail[line]!; this.#head[line]!++) {
        const turn = this.#queue[this.#head[line]!]!;
        if (until[turn]! <= now) {
          this.#lose(turn, turned);
          continue;
        }
        this.#inLines--;
        log.left[row[turn]!] = now;
        log.outcome[row[turn]!] = UNSERVED;
        log.reason[row[turn]!] = turnsAway ? CLOSING : NO_COUNTER;
      }
    }
  }
}
