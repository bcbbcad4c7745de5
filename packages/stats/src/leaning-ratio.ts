import { allFinite, requireProbability } from './checks.js';
import { type Estimate, withoutInterval } from './estimate.js';
import { dailyRatio, deletedGaps } from './jackknife.js';
import { leaningEnds } from './leaning-ends.js';
import { studentFactor } from './student-interval.js';

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
  requireProbability(confidence, 'confidence');
  const daily = dailyRatio(numerators, denominators);
  if (daily === null) return withoutInterval(null, 'nothing-observed');
  const { value } = daily;
  const gaps = deletedGaps(daily);
  if (gaps.length < 2 || !allFinite(gaps)) return withoutInterval(value, 'one-day');
  const most = range === 'share' ? 1 : Infinity;
  if (value <= 0 || value >= most) return withoutInterval(value, 'no-variation');
  const { low, high } = leaningEnds(value, gaps, studentFactor(confidence, gaps.length - 1));
  return { value, low: Math.max(0, low), high: Math.min(most, high) };
}
