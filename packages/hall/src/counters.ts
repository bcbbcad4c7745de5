import type { GroupModel } from './model.js';

/**
 * The counters of one group while a day runs: which are busy, how many may be. The free counter with
 * the lowest number takes the next customer. When fewer may be open than are busy, those in excess
 * finish their customer and then close.
 */
export class Counters {
  /** Number of the group's first counter among all counters of the hall. */
  readonly offset: number;
  /** Counters that may start service now. */
  open = 0;
  busy = 0;
  /** Measured clerk-minutes so far beyond what the roster says; after closing nobody is rostered. */
  overtime = 0;
  /** Counters on the roster now, and since when busy and rostered are what they are. */
  #rostered = 0;
  #since = 0;
  /** One bit a counter: 1 = free. */
  readonly #free: Int32Array;

  readonly #measuredFrom: number;

  constructor(group: GroupModel, offset: number, measuredFrom: number) {
    this.offset = offset;
    this.#measuredFrom = measuredFrom;
    this.#free = new Int32Array(Math.ceil(group.count / 32));
    this.clear();
  }

  clear(): void {
    this.open = 0;
    this.busy = 0;
    this.overtime = 0;
    this.#rostered = 0;
    this.#since = 0;
    this.#free.fill(-1);
  }

  get hasFree(): boolean {
    return this.busy < this.open;
  }

  /** The roster changes: so many may start service from now on. */
  roster(open: number, now: number): void {
    this.#settle(now);
    this.open = open;
    this.#rostered = open;
  }

  /** The hall closes: who works on does so beyond the roster. */
  close(now: number): void {
    this.#settle(now);
    this.#rostered = 0;
  }

  /** Occupies the lowest free counter and returns its number from 0. Only while `hasFree`. */
  take(now: number): number {
    if (this.busy >= this.#rostered) this.#settle(now);
    this.busy++;
    let at = 0;
    while (this.#free[at] === 0) at++;
    const bits = this.#free[at]!;
    this.#free[at] = bits & (bits - 1);
    return 32 * at + 31 - Math.clz32(bits & -bits);
  }

  release(counter: number, now: number): void {
    if (this.busy > this.#rostered) this.#settle(now);
    this.busy--;
    this.#free[counter >> 5]! |= 1 << (counter & 31);
  }

  /** Adds up the overtime since the last look; not needed while no more counters are busy than rostered. */
  #settle(now: number): void {
    if (this.busy > this.#rostered && now > this.#measuredFrom) {
      const since = Math.max(this.#since, this.#measuredFrom);
      this.overtime += (this.busy - this.#rostered) * (now - since);
    }
    this.#since = now;
  }
}
