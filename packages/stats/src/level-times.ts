import { ExactSum } from './exact-sum.js';

/** Exact time that a level spent at each of its values. */
export class LevelTimes {
  // entering a value takes the clock's time away and leaving it gives the clock's time, so the
  // present value lacks the present time
  readonly #sums = new Map<number, ExactSum>();

  /** The level is at `value` from `time` on. */
  enter(value: number, time: number): void {
    this.#sumOf(value).add(-time);
  }

  /** The level was at `value` until `time`. */
  leave(value: number, time: number): void {
    this.#sumOf(value).add(time);
  }

  /** Forgets everything. */
  clear(): void {
    this.#sums.clear();
  }

  /** Adds times spent elsewhere, in units of 2^-2148. */
  include(times: ReadonlyMap<number, bigint>): void {
    for (const [value, units] of times) this.#sumOf(value).merge(ExactSum.from(units));
  }

  /** Time spent at the values that `counts` says yes to, the present one up to `time`. */
  total(counts: (value: number) => boolean, present: number, time: number): number {
    const total = new ExactSum();
    for (const [value, sum] of this.#sums) if (counts(value)) total.merge(sum);
    if (counts(present)) total.add(time);
    return total.value();
  }

  /** Time spent at each value, ascending, in units of 2^-2148; values without time are left out. */
  units(present: number, time: number): Map<number, bigint> {
    const units = new Map<number, bigint>();
    const clock = new ExactSum();
    clock.add(time);
    for (const value of [...this.#sums.keys()].sort((a, b) => a - b)) {
      const own = this.#sumOf(value).units() + (value === present ? clock.units() : 0n);
      if (own !== 0n) units.set(value, own);
    }
    return units;
  }

  #sumOf(value: number): ExactSum {
    let sum = this.#sums.get(value);
    if (sum === undefined) {
      sum = new ExactSum();
      this.#sums.set(value, sum);
    }
    return sum;
  }
}
