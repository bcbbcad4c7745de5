import { IdleOrder } from './idle-order.js';
import type { GroupModel } from './model.js';

/**
 * The units of one group while a day runs: which are busy, which may take a customer. The free unit with
 * the lowest number takes the next.
 *
 * Counters open by the clock have no names: so many may be open, and when fewer may be than are busy,
 * those in excess finish their customer and then close. Clerks come and go one by one (`enter`, `leave`).
 */
export class Counters {
  /** Number of the group's first unit among all units of the hall. */
  readonly offset: number;
  /** Units that work, busy or not, and may take another customer. */
  open = 0;
  busy = 0;
  /** Units that may take a customer now; below 0 while more are busy than may be open. */
  free = 0;
  /** Counters of the roster, and those that are open beyond it because people wait. */
  level = 0;
  extra = 0;
  /** Measured minutes so far of counters beyond what the roster says; after closing nobody is rostered. */
  overtime = 0;
  /** Units with nobody that nobody may take all the same: they have broken down, or are being set up. */
  #withheld = 0;
  /** Counters that should be open now, and since when busy and rostered are what they are. */
  #rostered = 0;
  #since = 0;
  /** One bit a counter: 1 = free. */
  readonly #free: Int32Array;

  /** Who has been free longest; `null` where the hall does not ask. */
  readonly #order: IdleOrder | null;

  readonly #count: number;
  readonly #measuredFrom: number;
  readonly #named: boolean;
  /** Whether the units come and go one by one. */
  readonly #apart: boolean;

  /**
   * @param options.longestIdle whether the unit that has been free longest takes the next, instead of the lowest number; default false
   * @param options.apart whether it matters which counters without names are open; default false
   */
  constructor(
    group: GroupModel,
    offset: number,
    measuredFrom: number,
    { longestIdle = false, apart = false }: { longestIdle?: boolean; apart?: boolean } = {},
  ) {
    this.offset = offset;
    this.#count = group.count;
    this.#measuredFrom = measuredFrom;
    this.#named = group.clerks !== null;
    this.#apart = this.#named || apart;
    this.#free = new Int32Array(Math.ceil(group.count / 32));
    this.#order = longestIdle ? new IdleOrder(group.count) : null;
    this.clear();
  }

  clear(): void {
    this.open = 0;
    this.busy = 0;
    this.free = 0;
    this.overtime = 0;
    this.level = 0;
    this.extra = 0;
    this.#withheld = 0;
    // what clerks work beyond their shifts is read from what each of them did
    this.#rostered = this.#named ? Infinity : 0;
    this.#since = 0;
    this.#free.fill(this.#apart ? 0 : -1);
    this.#order?.clear();
    const free = this.#apart ? 0 : this.#count;
    for (let unit = 0; unit < free; unit++) this.#order?.add(unit, -Infinity);
  }

  get hasFree(): boolean {
    return this.free > 0;
  }

  /** So many may start service from now on. */
  openUpTo(open: number, now: number): void {
    this.#settle(now);
    this.open = open;
    this.#rostered = open;
    this.#setFree();
  }

  /** How many more counters there are than the roster opens. */
  get beyondRoster(): number {
    return this.#count - this.level;
  }

  /** A free unit takes nobody until it is restored. Where it does not matter which are open, another one may be in its place. */
  withhold(unit: number): void {
    this.#withheld++;
    this.#free[unit >> 5]! &= ~(1 << (unit & 31));
    if (this.#order !== null) this.#order.remove(unit);
    if (this.#apart) this.free--;
    else this.#setFree();
  }

  restore(unit: number, now: number): void {
    this.#withheld--;
    this.#free[unit >> 5]! |= 1 << (unit & 31);
    if (this.#order !== null) this.#order.add(unit, now);
    if (this.#apart) this.free++;
    else this.#setFree();
  }

  #setFree(): void {
    this.free = Math.min(this.open, this.#count - this.#withheld) - this.busy;
  }

  /** The unit with the highest number that nobody has and that is not withheld; -1 when there is none. */
  get highestIdle(): number {
    let unit = this.#count - 1;
    while (unit >= 0 && (this.#free[unit >> 5]! & (1 << (unit & 31))) === 0) unit--;
    return unit;
  }

  /** Units come and go one by one, and so many should be open from now on. */
  expect(open: number, now: number): void {
    this.#settle(now);
    this.#rostered = open;
  }

  /** The hall closes: who works on does so beyond the roster. */
  close(now: number): void {
    if (this.#named) return;
    this.#settle(now);
    this.#rostered = 0;
  }

  /** Occupies the lowest free counter, or the one that has been free longest, and returns its number from 0. Only while `hasFree`. */
  take(now: number): number {
    this.#begin(now);
    if (this.#order !== null) {
      const counter = this.#order.first;
      this.#free[counter >> 5]! &= ~(1 << (counter & 31));
      this.#order.remove(counter);
      return counter;
    }
    let at = 0;
    while (this.#free[at] === 0) at++;
    const bits = this.#free[at]!;
    this.#free[at] = bits & (bits - 1);
    return 32 * at + 31 - Math.clz32(bits & -bits);
  }

  /** Occupies one unit, which is free. */
  occupy(unit: number, now: number): void {
    this.#begin(now);
    this.#free[unit >> 5]! &= ~(1 << (unit & 31));
    if (this.#order !== null) this.#order.remove(unit);
  }

  isFree(unit: number): boolean {
    return (this.#free[unit >> 5]! & (1 << (unit & 31))) !== 0;
  }

  /** The free unit that takes somebody next after `unit`, which is free too; after -1 the first of all. -1 for none. */
  freeAfter(unit: number): number {
    const order = this.#order;
    if (order !== null) return unit < 0 ? order.first : order.after(unit);
    let next = unit + 1;
    while (next < this.#count && !this.isFree(next)) next++;
    return next < this.#count ? next : -1;
  }

  #begin(now: number): void {
    if (this.busy >= this.#rostered) this.#settle(now);
    this.busy++;
    this.free--;
  }

  /** Since when the unit has been free that has been so longest, minutes since midnight; `-Infinity` when it has not served yet. Only while `hasFree`. */
  get longestIdleSince(): number {
    const { first, since } = this.#order!;
    return since[first]!;
  }

  release(counter: number, now: number): void {
    if (this.busy > this.#rostered) this.#settle(now);
    this.busy--;
    this.free++;
    this.#free[counter >> 5]! |= 1 << (counter & 31);
    if (this.#order !== null) this.#order.add(counter, now);
  }

  /** A unit that has closed is done with its customer. */
  retire(now: number): void {
    if (this.busy > this.#rostered) this.#settle(now);
    this.busy--;
  }

  /** A clerk comes to work, free. */
  enter(clerk: number, now: number): void {
    this.open++;
    this.free++;
    this.#free[clerk >> 5]! |= 1 << (clerk & 31);
    if (this.#order !== null) this.#order.add(clerk, now);
  }

  /** A free clerk stops working. */
  leave(clerk: number): void {
    this.open--;
    this.free--;
    this.#free[clerk >> 5]! &= ~(1 << (clerk & 31));
    if (this.#order !== null) this.#order.remove(clerk);
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
