import type { CountedValues } from './counted-values.js';
import type { Estimate } from './estimate.js';
import { leaningShare } from './leaning-share.js';
import { logit } from './logit.js';
import { coarseOf, firstBinOf } from './section-counts.js';
import { studentFactor } from './student-interval.js';
import { leastOf, middleOf } from './value-bins.js';

/** A place among the values, and the bin that it lies in. */
export interface Reached {
  readonly bin: number;
  readonly value: number;
}

/**
 * Shares of counted values that are at most something, with their intervals from the sections of
 * days: exact at the edges of the coarse bins, drawn through between them.
 */
export class CountedShares {
  readonly values: CountedValues;
  /** Sections that have any values. */
  readonly observed: number;
  readonly #confidence: number;
  readonly #factor: number;
  /** Shares that were asked for, by coarse bin. */
  readonly #known = new Map<number, Estimate>();

  constructor(values: CountedValues, confidence: number) {
    this.values = values;
    this.observed = values.sums.totals.reduce((count, n) => count + (n > 0 ? 1 : 0), 0);
    this.#confidence = confidence;
    this.#factor = studentFactor(confidence, this.observed - 1);
  }

  /** Share of values in the coarse bins before `coarse`. */
  shareBefore(coarse: number): Estimate {
    const known = this.#known.get(coarse);
    if (known) return known;
    const { sums, total } = this.values;
    const sections = sums.sectionsBefore(coarse);
    const all = { above: sums.before(coarse), total, factor: this.#factor };
    const share = leaningShare(sections, sums.totals, all, this.#confidence);
    this.#known.set(coarse, share);
    return share;
  }

  /** The bin of the value with this rank, and how many values lie in the bins before. */
  binOfRank(rank: number): { readonly bin: number; readonly before: number } {
    const { zeros, firstBin, sums } = this.values;
    if (rank < zeros) return { bin: 0, before: 0 };
    let [first, last] = [1, sums.coarseBins - 1];
    while (first < last) {
      const middle = (first + last) >> 1;
      if (sums.before(middle + 1) > rank) last = middle;
      else first = middle + 1;
    }
    let before = sums.before(first);
    for (let bin = Math.max(firstBin, firstBinOf(first)); ; bin++) {
      const next = before + this.values.inBin(bin);
      if (next > rank) return { bin, before };
      before = next;
    }
  }

  /**
   * Where so large a share of all values may lie below that `p` is within reach: of the upper end of the
   * share's interval for the low end of a quantile, and the other way round.
   */
  reaching(p: number, end: 'low' | 'high', from: number, to: number): Reached {
    const reaches = (coarse: number): boolean => {
      const estimate = this.shareBefore(coarse + 1);
      const reached = estimate[end] ?? estimate.value;
      return reached !== null && reached >= p;
    };
    // the first coarse bin at whose upper edge the share reaches p
    let [first, last] = [coarseOf(from), coarseOf(to)];
    while (first < last) {
      const middle = (first + last) >> 1;
      if (reaches(middle)) last = middle;
      else first = middle + 1;
    }
    return this.#within(first, p, end);
  }

  /** The same within a coarse bin: how far the interval reaches from the share changes evenly. */
  #within(coarse: number, p: number, end: 'low' | 'high'): Reached {
    if (coarse === 0) return { bin: 0, value: 0 };
    const { firstBin, total, sums } = this.values;
    const gapAt = (edge: number): number => {
      const { value, [end]: reached } = this.shareBefore(edge);
      return value === null || reached === null ? NaN : logit(reached) - logit(value);
    };
    const [lower, upper] = [gapAt(coarse), gapAt(coarse + 1)];
    // nobody below one end of it, or everybody: the gap of the other end
    const gapLow = Number.isNaN(lower) ? upper : lower;
    const gapHigh = Number.isNaN(upper) ? lower : upper;
    const [before, after] = [sums.before(coarse), sums.before(coarse + 1)];
    const wanted = logit(p);
    const reached = (below: number): number =>
      logit(below / total) + gapLow + ((gapHigh - gapLow) * (below - before)) / (after - before);
    let below = before;
    let last = 0;
    const bins = firstBinOf(coarse + 1);
    for (let bin = Math.max(firstBin, firstBinOf(coarse)); bin < bins; bin++) {
      const count = this.values.inBin(bin);
      if (count === 0) continue;
      const now = reached(below + count);
      if (now >= wanted) {
        // as if the values of a bin lay evenly in it
        const past = (wanted - reached(below)) / (now - reached(below));
        const [least, most] = [leastOf(bin), leastOf(bin + 1)];
        const value = least + (past > 0 && past < 1 ? past : 0.5) * (most - least);
        return { bin, value };
      }
      below += count;
      last = bin;
    }
    return { bin: last, value: middleOf(last) };
  }
}
