import type { HallModel } from './model.js';
import type { VisitLog } from './visit-log.js';

/**
 * Counters open by the clock while a day of a plain hall runs: columns by group, for its one loop
 * (`plain-counters.ts`). The same rules as `Counters` has for halls of every kind.
 */
export class CounterColumns {
  /** Counters that may start a service, busy or not. */
  readonly open: Int32Array;
  readonly busy: Int32Array;
  /** Counters that may take a customer now; below 0 while more are busy than may be open. */
  readonly free: Int32Array;
  /** Counters there are. */
  readonly count: Int32Array;
  /** Number of the first counter of each group among all of the hall, and the group of each. */
  readonly offset: Int32Array;
  readonly groupOf: Int32Array;
  /** One bit a counter: 1 = nobody is there. Each group begins with a word of its own. */
  readonly idle: Int32Array;
  readonly firstWord: Int32Array;
  readonly #measuredFrom: number;
  /** Counters that should be open now, and since when busy and rostered are what they are. */
  readonly rostered: Int32Array;
  readonly #since: Float64Array;

  constructor({ groups, measuredFrom }: HallModel) {
    const column = (): Int32Array => new Int32Array(groups.length);
    this.open = column();
    this.busy = column();
    this.free = column();
    this.rostered = column();
    this.offset = column();
    this.firstWord = column();
    this.count = Int32Array.from(groups, ({ count }) => count);
    this.#since = new Float64Array(groups.length);
    this.#measuredFrom = measuredFrom;
    let units = 0;
    let words = 0;
    groups.forEach(({ count }, group) => {
      this.offset[group] = units;
      this.firstWord[group] = words;
      units += count;
      words += Math.ceil(count / 32);
    });
    this.idle = new Int32Array(words);
    this.groupOf = Int32Array.from(
      groups.flatMap(({ count }, group) => new Array<number>(count).fill(group)),
    );
  }

  clear(): void {
    for (const column of [this.open, this.busy, this.free, this.rostered]) column.fill(0);
    this.#since.fill(0);
    this.idle.fill(-1);
  }

  /** So many of a group may start from now on. */
  openUpTo(level: number, group: number, now: number, log: VisitLog): void {
    this.settle(group, now, log);
    this.open[group] = level;
    this.rostered[group] = level;
    this.free[group] = Math.min(level, this.count[group]!) - this.busy[group]!;
  }

  /** The hall closes: who works on does so beyond the roster. */
  close(now: number, log: VisitLog): void {
    for (let group = 0; group < this.rostered.length; group++) {
      this.settle(group, now, log);
      this.rostered[group] = 0;
    }
  }

  /** Whether any counter of the groups is open. */
  anyOpen(groups: Int32Array): boolean {
    return groups.some((group) => this.open[group]! > 0);
  }

  /** Adds up the measured minutes beyond the roster since the last look; not needed while no more are busy than rostered. */
  settle(group: number, now: number, { overtime }: VisitLog): void {
    const beyond = this.busy[group]! - this.rostered[group]!;
    if (beyond > 0 && now > this.#measuredFrom) {
      overtime[group]! += beyond * (now - Math.max(this.#since[group]!, this.#measuredFrom));
    }
    this.#since[group] = now;
  }
}
