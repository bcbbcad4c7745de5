import { requireProbability, requireSameLength } from './checks.js';
import { CountedShares } from './counted-shares.js';
import type { CountedValues } from './counted-values.js';
import { type Estimate, withoutInterval } from './estimate.js';
import { exp } from './exp.js';
import { jackknifeError } from './jackknife.js';
import { type QuantilePlace, quantileRank } from './order-statistic.js';
import { coarseOf, firstBinOf } from './section-counts.js';
import { studentFactor } from './student-interval.js';
import { sum } from './sum.js';
import { binOf, leastOf } from './value-bins.js';

/** Up to this many values quantiles are exact, beyond it they come from counts in bins. */
export const EXACT_LIMIT = 200_000;

/** `exact`, or from counts in bins of relative width under 0.1 %. */
export type QuantileMethod = 'exact' | 'histogram';

/** Fewer values than this expected beyond a quantile, on its scarcer side, give no interval. */
const LEAST_BEYOND = 3;

/** A quantile with what the change of it is estimated from. */
export interface CountedQuantile {
  readonly estimate: Estimate;
  /** By how much it would move without each section of days; empty without an interval. */
  readonly influences: Float64Array;
}

/** Quantiles of counted values, with intervals from their sections of days. */
export class CountedQuantiles {
  readonly #shares: CountedShares;
  readonly #confidence: number;

  /**
   * @param confidence between 0 and 1, such as 0.95
   * @throws RangeError for a confidence outside (0, 1)
   */
  constructor(values: CountedValues, confidence: number) {
    requireProbability(confidence, 'confidence');
    this.#shares = new CountedShares(values, confidence);
    this.#confidence = confidence;
  }

  get total(): number {
    return this.#shares.values.total;
  }

  /** Where quantile p lies; null for none. */
  place(p: number): QuantilePlace | null {
    requireProbability(p, 'p');
    if (this.total === 0) return null;
    const rank = quantileRank(this.total, p);
    const { bin, before } = this.#shares.binOfRank(rank);
    return { bin, rank: rank - before };
  }

  /**
   * Share of values below x, and for x = 0 of those that are 0, with its interval from the days.
   *
   * @param x where a coarse bin begins: 0, or a number from 1/64 on whose binary digits after the
   *   first are six at most, such as whole numbers up to 127
   * @throws RangeError for another x
   */
  shareBelow(x: number): Estimate {
    const bin = binOf(x);
    const coarse = x === 0 ? 1 : coarseOf(bin);
    if (x !== 0 && !(x >= 1 / 64 && bin === firstBinOf(coarse) && leastOf(bin) === x)) {
      throw new RangeError(`x is ${x}: give 0, or a number that is the edge of a coarse bin`);
    }
    return this.#shares.shareBefore(Math.min(coarse, this.#shares.values.sums.coarseBins));
  }

  /**
   * Quantile p of all values, with the interval of a share turned round (R. S. Woodruff, J. Am.
   * Stat. Assoc. 47, 1952, pp. 635-646): x may be the quantile as long as p lies in the interval of
   * the share of values up to x, which is that of any share: by the jackknife over sections of
   * days, on the scale of the log odds. So it leans to the side on which values lie, and many
   * equal values, such as waits of 0, need no care.
   *
   * @param p between 0 and 1
   * @returns the value itself, or right to 0.05 % where only counts are kept; `nothing-observed` for no values, `one-day` where one section has all of them,
   *   `few-values` where fewer than 3 values are expected beyond it, or the interval has no end
   */
  at(p: number): CountedQuantile {
    const place = this.place(p);
    const influences = new Float64Array(0);
    const without = (
      value: number | null,
      reason: 'nothing-observed' | 'one-day' | 'few-values',
    ): CountedQuantile => ({ estimate: withoutInterval(value, reason), influences });
    if (place === null) return without(null, 'nothing-observed');
    const shares = this.#shares;
    const { total } = this;
    const value = shares.values.valueAt(place);
    if (shares.observed < 2) return without(value, 'one-day');
    if (total * Math.min(p, 1 - p) < LEAST_BEYOND) return without(value, 'few-values');
    const largest = shares.binOfRank(total - 1).bin;
    const low = shares.reaching(p, 'high', 0, place.bin);
    const high = shares.reaching(p, 'low', place.bin, largest);
    // only the largest value is certainly large enough
    if (high.bin === largest && largest > place.bin) return without(value, 'few-values');
    // where all days are alike, the bins know no better than the value
    const [lowest, highest] = low.value === high.value ? [value, value] : [low.value, high.value];
    const estimate = { value, low: Math.min(value, lowest), high: Math.max(value, highest) };
    const half = (estimate.high - estimate.low) / 2;
    return { estimate, influences: this.#influences(p, place.bin, half) };
  }

  /**
   * By how much the quantile would move without each section: by how much the share of values up to
   * it would, carried over by the half-width of the interval (C. A. Francisco & W. A. Fuller, Ann.
   * Statist. 19, 1991, pp. 454-469).
   */
  #influences(p: number, bin: number, half: number): Float64Array {
    const { sums } = this.#shares.values;
    const { total } = this;
    const coarse = coarseOf(bin);
    const before = Float64Array.from(sums.sectionsBefore(coarse));
    const upTo = sums.sectionsBefore(coarse + 1);
    const [allBefore, allUpTo] = [sums.before(coarse), sums.before(coarse + 1)];
    const part = (p * total - allBefore) / (allUpTo - allBefore);
    const gaps = sums.totals.map((n, s) => {
      const below = (before[s] as number) + part * ((upTo[s] as number) - (before[s] as number));
      return (below - p * n) / (total - n);
    });
    const reach = studentFactor(this.#confidence, gaps.length - 1) * jackknifeError(gaps);
    return gaps.map((gap) => (reach === 0 ? 0 : (gap * half) / reach));
  }
}

/**
 * Change of a quantile from A to B (B - A), paired by day: day i of A and day i of B saw the same
 * customers. The interval is made of those of A and B: as far as they go together by sections of days, of what
 * their half-widths differ by; the rest as of two that do not, whose ends may lie differently far from the
 * values (G. Y. Zou & A. Donner, Statistics in Medicine 27, 2008, pp. 1693-1702). Two equal halls give exactly
 * 0, 0, 0.
 *
 * @param a quantile of A
 * @param b the same quantile of B, of the same days
 * @returns without an interval where either has none, and for the same reason
 */
export function countedChange(
  { estimate: a, influences: before }: CountedQuantile,
  { estimate: b, influences: after }: CountedQuantile,
): Estimate {
  if (a.value === null || b.value === null) return withoutInterval(null, 'nothing-observed');
  const value = b.value - a.value;
  const reason = a.reason ?? b.reason;
  if (reason !== undefined) return withoutInterval(value, reason);
  requireSameLength(before, after, 'the sections of A and B');
  const together = surelyAlike(correlation(before, after), before.length);
  const half = ({ low, high }: Estimate): number => ((high as number) - (low as number)) / 2;
  const common = half(b) - half(a);
  const reach = (ofB: number, ofA: number): number =>
    Math.sqrt(Math.max(0, (1 - together) * (ofB * ofB + ofA * ofA) + together * common * common));
  return {
    value,
    low: value - reach(b.value - (b.low as number), (a.high as number) - a.value),
    high: value + reach((b.high as number) - b.value, a.value - (a.low as number)),
  };
}

/**
 * A correlation of so many pairs, nearer to 0 by one standard error on the scale of R. A. Fisher (Metron 1,
 * 1921, pp. 3-32), where that is 1 / √(pairs - 3). A few bad days that both halls share make twenty days
 * look more alike than they are, and an interval of their difference too short. 1 for what is the same.
 */
function surelyAlike(correlation: number, pairs: number): number {
  const size = Math.abs(correlation);
  if (size >= 1) return correlation;
  if (pairs <= 3) return 0;
  const odds = ((1 + size) / (1 - size)) * exp(-2 / Math.sqrt(pairs - 3));
  return odds > 1 ? (Math.sign(correlation) * (odds - 1)) / (odds + 1) : 0;
}

/** 0 where one of them does not vary. */
function correlation(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [sum(a) / a.length, sum(b) / b.length];
  let [aa, ab, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const x = (a[i] as number) - meanA;
    const y = (b[i] as number) - meanB;
    aa += x * x;
    ab += x * y;
    bb += y * y;
  }
  const both = Math.sqrt(aa * bb);
  return both > 0 ? ab / both : 0;
}
