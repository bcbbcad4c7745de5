import { allFinite, requireProbability } from './checks.js';
import { type Estimate, symmetric, withoutInterval } from './estimate.js';
import { exp } from './exp.js';
import { dailyRatio, deletedGaps, jackknifeError } from './jackknife.js';
import { log } from './log.js';
import { studentFactor } from './student-interval.js';

/**
 * On which scale the interval is symmetric.
 * - `plain`: value ± t standard errors; for anything that may be negative, and for differences
 * - `positive`: symmetric in log value, so the interval stays above 0; for means of waits and
 *   times, which lean to the right from day to day
 * - `share`: symmetric in log(value / (1 - value)), so it stays inside (0, 1)
 *
 * With few days the transformed scales cover better than the plain one, not only look better:
 * with a gamma factor of coefficient of variation 1 between days, 10 days and 95 %, a share of
 * 0.5 % is covered 90 % (plain) and 95 % (share). With many days the scales agree.
 */
export type IntervalScale = 'plain' | 'positive' | 'share';

/**
 * Ratio of sums over days with an interval from the days: the measure of a mean (waits summed over
 * customers counted), of a share (customers counted over customers counted), or, with ones as
 * denominators, of a mean over days.
 *
 * value = Σ numerators / Σ denominators. Standard error by the delete-one-day jackknife (W. G.
 * Cochran, Sampling Techniques, 3rd ed. 1977, §6.17), interval by Student's t with one degree of
 * freedom less than the days on which anything was observed; with constant denominators on the
 * plain scale that is the usual t interval. Days with denominator 0 and numerator 0 count as not
 * observed.
 *
 * @param numerators one finite number per day
 * @param denominators one per day, 0 or more
 * @param confidence between 0 and 1, such as 0.95
 * @param scale default `plain`
 * @returns null and `nothing-observed` where the denominators sum to 0; `one-day` where one day
 *   holds all of them; on the scales `positive` and `share`, `no-variation` for a value at the
 *   end of the scale, and on `positive` also `few-days`. Equal days elsewhere give
 *   low = value = high
 * @throws RangeError for NaN, infinite numbers, negative denominators, unequal lengths, and for
 *   values that the scale does not have (a negative mean, a share above 1)
 */
export function ratio(
  numerators: Float64Array,
  denominators: Float64Array,
  confidence: number,
  scale: IntervalScale = 'plain',
): Estimate {
  requireProbability(confidence, 'confidence');
  const daily = dailyRatio(numerators, denominators);
  if (daily === null) return withoutInterval(null, 'nothing-observed');
  const { value } = daily;
  requireOnScale(value, scale);

  const gaps = deletedGaps(daily);
  if (gaps.length < 2 || !allFinite(gaps)) return withoutInterval(value, 'one-day');
  const factor = studentFactor(confidence, gaps.length - 1);
  if (scale === 'plain') return symmetric(value, factor * jackknifeError(gaps));
  if (value <= 0 || (scale === 'share' && value >= 1)) {
    return withoutInterval(value, 'no-variation');
  }
  return transformed(value, gaps, factor, scale);
}

/** How far rounding may carry a ratio over the end of its scale. */
const ROUNDING = 1e-9;

function requireOnScale(value: number, scale: IntervalScale): void {
  const most = scale === 'share' ? 1 + ROUNDING : Infinity;
  if (scale === 'plain' || (value >= -ROUNDING && value <= most)) return;
  throw new RangeError(
    `the ratio is ${value}, which the scale '${scale}' does not have: use the scale 'plain'`,
  );
}

/** Interval on the log or logit scale, carried back. */
function transformed(
  value: number,
  gaps: Float64Array,
  factor: number,
  scale: 'positive' | 'share',
): Estimate {
  const share = scale === 'share';
  const odds = (x: number): number => (share ? x / (1 - x) : x);
  const moved = new Float64Array(gaps.length);
  for (let i = 0; i < gaps.length; i++) moved[i] = log(odds(value + (gaps[i] as number)));
  // where all but one day are at the end of the scale, its slope at the value stands in
  const error = allFinite(moved)
    ? jackknifeError(moved)
    : jackknifeError(gaps) / (share ? value * (1 - value) : value);
  const stretch = exp(factor * error);
  if (!share) {
    const high = value * stretch;
    return high < Infinity
      ? { value, low: value / stretch, high }
      : withoutInterval(value, 'few-days');
  }
  const rest = 1 - value;
  return {
    value,
    low: Math.min(value, value / (value + rest * stretch)),
    high: Math.max(value, 1 - rest / (rest + value * stretch)),
  };
}
