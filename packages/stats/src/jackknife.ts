import { requireFinite, requireSameLength, requireWeights } from './checks.js';
import { sum } from './sum.js';

/**
 * Standard error of an estimator from its delete-one values (J. Tukey 1958; B. Efron & R.
 * Tibshirani, An Introduction to the Bootstrap, 1993, eq. 11.5): root of (n - 1) / n times the sum
 * of squares about their mean.
 *
 * @param deleted the estimator without the i-th day (or group), or what that differs by from any
 *   fixed number; at least 2 entries
 */
export function jackknifeError(deleted: Float64Array): number {
  const n = deleted.length;
  const mean = sum(deleted) / n;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const gap = (deleted[i] as number) - mean;
    squares += gap * gap;
  }
  return Math.sqrt(((n - 1) / n) * squares);
}

/** Numerators and denominators by day, with the ratio of their sums. */
export interface DailyRatio {
  readonly numerators: Float64Array;
  readonly denominators: Float64Array;
  /** sum of the denominators, not 0 */
  readonly total: number;
  readonly value: number;
}

/**
 * The ratio of the sums of numbers of days; `null` where the denominators sum to 0.
 * @throws RangeError for NaN, infinite numbers, negative denominators, and unequal lengths
 */
export function dailyRatio(
  numerators: Float64Array,
  denominators: Float64Array,
): DailyRatio | null {
  requireSameLength(numerators, denominators, 'numerators and denominators');
  requireFinite(numerators, 'numerators');
  requireWeights(denominators, 'denominators');
  const total = sum(denominators);
  return total === 0 ? null : { numerators, denominators, total, value: sum(numerators) / total };
}

/** Memory of the gaps: a summary asks for them hundreds of times, and keeps none. */
let spare = new Float64Array(256);

/** What the ratio changes by without each day on which anything was observed: until it is asked again. */
export function deletedGaps(ratio: DailyRatio): Float64Array {
  const { length } = ratio.numerators;
  if (spare.length < length) spare = new Float64Array(length);
  const gaps = spare;
  let days = 0;
  for (let i = 0; i < length; i++) {
    if (observedOn(ratio, i)) gaps[days++] = deletedGap(ratio, i);
  }
  return gaps.subarray(0, days);
}

/** Ratio without day i less the ratio of all days, in a form that loses no digits. */
export function deletedGap(ratio: DailyRatio, i: number): number {
  const d = ratio.denominators[i] as number;
  return (ratio.value * d - (ratio.numerators[i] as number)) / (ratio.total - d);
}

/** Whether anything was observed on day i: neither numerator nor denominator, is nothing. */
export function observedOn(ratio: DailyRatio, i: number): boolean {
  return ratio.denominators[i] !== 0 || ratio.numerators[i] !== 0;
}
