import type { CountedValues } from './counted-values.js';
import type { QuantilePlace } from './order-statistic.js';
import { OrderedSums } from './ordered-sums.js';
import { coarseOf, firstBinOf } from './section-counts.js';
import { binOf } from './value-bins.js';

/** Values that stand in the order of their coarse bins, counted where that is asked. */
export class OrderedPart implements CountedValues {
  readonly sums: OrderedSums;
  readonly total: number;
  readonly zeros: number;
  readonly firstBin: number;
  readonly #values: Float64Array;
  /** The coarse bin that was asked for last, its first bin, and how many values lie in each of its bins. */
  #coarse = -1;
  #first = 0;
  #counts = new Int32Array(0);

  /**
   * @param sectionOf section of days that each value comes from
   * @param sections how many there are
   */
  constructor(values: Float64Array, sectionOf: Uint8Array, sections: number) {
    const words = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
    this.#values = values;
    this.sums = new OrderedSums(words, sectionOf, sections);
    this.total = values.length;
    this.zeros = this.sums.before(1);
    this.firstBin = this.#firstBin();
  }

  inBin(bin: number): number {
    const coarse = coarseOf(bin);
    if (coarse !== this.#coarse) this.#count(coarse);
    return this.#counts[bin - this.#first] ?? 0;
  }

  valueAt({ bin, rank }: QuantilePlace): number {
    if (bin === 0) return 0;
    const own = this.#of(coarseOf(bin)).filter((value) => binOf(value) === bin);
    return own.sort()[rank] as number;
  }

  #firstBin(): number {
    const least = this.#values[this.zeros];
    if (least === undefined) return Infinity;
    const lowest = this.#of(coarseOf(binOf(least)));
    return lowest.reduce((first, value) => Math.min(first, binOf(value)), Infinity);
  }

  #count(coarse: number): void {
    this.#coarse = coarse;
    this.#first = Math.max(this.firstBin, firstBinOf(coarse));
    this.#counts = new Int32Array(Math.max(0, firstBinOf(coarse + 1) - this.#first));
    for (const value of this.#of(coarse)) {
      const at = binOf(value) - this.#first;
      this.#counts[at] = (this.#counts[at] as number) + 1;
    }
  }

  /** Values in a coarse bin. */
  #of(coarse: number): Float64Array {
    return this.#values.subarray(this.sums.before(coarse), this.sums.before(coarse + 1));
  }
}
