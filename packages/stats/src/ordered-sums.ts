import { HIGH } from './bits.js';
import type { SectionSums } from './counted-values.js';
import { coarseOfWord } from './section-counts.js';

/** Values between two places at which sums are kept. */
const APART = 256;

/** Sums of values that stand in the order of their coarse bins: counted from the last place at which they are kept. */
export class OrderedSums implements SectionSums {
  readonly coarseBins: number;
  readonly totals: Float64Array;
  readonly #words: Int32Array;
  readonly #sectionOf: Uint8Array;
  /** Values of each section before every 256th. */
  readonly #kept: Int32Array;
  readonly #counts: Int32Array;
  readonly #sections: Float64Array;

  /**
   * @param words of the values
   * @param sectionOf section of days that each comes from
   * @param sections how many there are
   */
  constructor(words: Int32Array, sectionOf: Uint8Array, sections: number) {
    const { length } = sectionOf;
    this.#words = words;
    this.#sectionOf = sectionOf;
    this.#counts = new Int32Array(sections);
    this.#sections = new Float64Array(sections);
    this.#kept = new Int32Array(sections * (1 + Math.ceil(length / APART)));
    for (let at = sections, from = 0; at < this.#kept.length; at += sections, from += APART) {
      this.#kept.copyWithin(at, at - sections, at);
      countSections(sectionOf, from, Math.min(from + APART, length), this.#kept, at);
    }
    this.coarseBins = 1 + (length === 0 ? 0 : this.#coarseAt(length - 1));
    this.totals = Float64Array.from(this.sectionsBefore(this.coarseBins));
  }

  before(coarse: number): number {
    let [first, last] = [0, this.#sectionOf.length];
    while (first < last) {
      const middle = (first + last) >> 1;
      if (this.#coarseAt(middle) < coarse) first = middle + 1;
      else last = middle;
    }
    return first;
  }

  sectionsBefore(coarse: number): Float64Array {
    const counts = this.#counts;
    const end = this.before(coarse);
    const row = Math.floor(end / APART);
    const at = row * counts.length;
    counts.set(this.#kept.subarray(at, at + counts.length));
    countSections(this.#sectionOf, row * APART, end, counts, 0);
    this.#sections.set(counts);
    return this.#sections;
  }

  #coarseAt(place: number): number {
    return coarseOfWord(this.#words[2 * place + HIGH] as number);
  }
}

/** Counts values by section into the sums from `at` on. One kind of column: for two V8 would ask each time which it is. */
function countSections(
  sectionOf: Uint8Array,
  from: number,
  to: number,
  sums: Int32Array,
  at: number,
): void {
  for (let i = from; i < to; i++) {
    const own = at + (sectionOf[i] as number);
    sums[own] = (sums[own] as number) + 1;
  }
}
