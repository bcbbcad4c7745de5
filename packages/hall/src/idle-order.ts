/**
 * The free units of a group in the order in which they have become so; of those free since the same moment the lower
 * number is first. A unit goes in at the rear and comes out anywhere, both at once, whatever the number of units.
 *
 * Hot path: typed arrays and integers only.
 */
export class IdleOrder {
  /** Since when each unit in it has been free, minutes since midnight; `-Infinity` = has not served yet. */
  readonly since: Float64Array;
  /** Neighbours of each unit; the last entry stands for both ends. */
  readonly #next: Int32Array;
  readonly #previous: Int32Array;
  readonly #end: number;

  /** @param count units of the group */
  constructor(count: number) {
    this.since = new Float64Array(count);
    this.#next = new Int32Array(count + 1);
    this.#previous = new Int32Array(count + 1);
    this.#end = count;
    this.clear();
  }

  /** Nobody is free. */
  clear(): void {
    this.#next[this.#end] = this.#end;
    this.#previous[this.#end] = this.#end;
  }

  /** A unit becomes free; no unit in it has become so later. */
  add(unit: number, now: number): void {
    const { since } = this;
    const previous = this.#previous;
    let before = previous[this.#end]!;
    while (before !== this.#end && before > unit && since[before] === now)
      before = previous[before]!;
    const after = this.#next[before]!;
    since[unit] = now;
    previous[unit] = before;
    this.#next[unit] = after;
    this.#next[before] = unit;
    previous[after] = unit;
  }

  /** A unit that is in it is not free any more. */
  remove(unit: number): void {
    const before = this.#previous[unit]!;
    const after = this.#next[unit]!;
    this.#next[before] = after;
    this.#previous[after] = before;
  }

  /** The unit that has been free longest; -1 when none is. */
  get first(): number {
    return this.after(this.#end);
  }

  /** The one that has been free longest after `unit`; -1 for none. */
  after(unit: number): number {
    const next = this.#next[unit]!;
    return next === this.#end ? -1 : next;
  }
}
