import {
  allFinite,
  requireFinite,
  requireProbability,
  requireSameLength,
  requireWeights,
} from './checks.js';
import { type Estimate, withoutInterval } from './estimate.js';
import { deletedGap, observedOn } from './jackknife.js';
import { leaningEnds } from './leaning-ends.js';
import { studentFactor } from './student-interval.js';
import { sum } from './sum.js';

/** What a ratio can be: anything from 0 on, or a share. */
export type RatioRange = 'positive' | 'share';

/**
 * Ratio of sums over days with an interval from the days, as `ratio` has it, for days that lean to one
 * side: see `leaningEnds`. In docs/validation.md stands how often such intervals of halls hold the
 * truth.
 *
 * @param numerators one finite number per day
 * @param denominators one per day, 0 or more; a day with 0 of both was not observed
 * @param confidence between 0 and 1, such as 0.95
 * @param range the interval ends where the range does
 * @returns null and `nothing-observed` where the denominators sum to 0; `one-day` where one day
 *   holds all of them; `no-variation` for a value at the end of the range. Other equal days give
 *   low = value = high
 * @throws RangeError for NaN, infinite numbers, negative denominators, and unequal lengths
 */
export function leaningRatio(
  numerators: Float64Array,
  denominators: Float64Array,
  confidence: number,
  range: RatioRange,
): Estimate {
  requireSameLength(numerators, denominators, 'numerators and denominators');
  requireFinite(numerators, 'numerators');
  requireWeights(denominators, 'denominators');
  requireProbability(confidence, 'confidence');

  const total = sum(denominators);
  if (total === 0) return withoutInterval(null, 'nothing-observed');
  const value = sum(numerators) / total;
  const daily = { numerators, denominators, total, value };
  const all = new Float64Array(numerators.length);
  let days = 0;
  for (let i = 0; i < numerators.length; i++) {
    if (observedOn(daily, i)) all[days++] = deletedGap(daily, i);
  }
  const gaps = all.subarray(0, days);
  if (days < 2 || !allFinite(gaps)) return withoutInterval(value, 'one-day');
  const most = range === 'share' ? 1 : Infinity;
  if (value <= 0 || value >= most) return withoutInterval(value, 'no-variation');
  const { low, high } = leaningEnds(value, gaps, studentFactor(confidence, days - 1));
  return { value, low: Math.max(0, low), high: Math.min(most, high) };
}
