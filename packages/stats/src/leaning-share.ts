import { allFinite } from './checks.js';
import type { Estimate } from './estimate.js';
import { exp } from './exp.js';
import { deletedGap, observedOn } from './jackknife.js';
import { leaningEnds } from './leaning-ends.js';
import { logit } from './logit.js';
import { ratio } from './ratio.js';

/**
 * Log odds lean without bounds where hardly anybody is beyond a quantile; more than this would take the
 * interval away from small halls, and gains nothing in large ones.
 */
const MOST_LEAN = 0.2;

/** Memory for what nobody keeps. */
let spare = new Float64Array(64);

/**
 * A share of sums over days, with an interval on the scale of the log odds, as `ratio` has it, for days that lean
 * to one side there (`leaningEnds`): what quantiles are made of. The ends of a share that is itself
 * asked for are better found on its own scale, by `leaningRatio`.
 *
 * @param above the sum of the numerators, where they are whole numbers
 * @param total the sum of the denominators
 * @param factor how many standard errors Student's interval reaches, for the days that have any
 * @throws RangeError as `ratio` does
 */
export function leaningShare(
  numerators: Float64Array,
  denominators: Float64Array,
  {
    above,
    total,
    factor,
  }: { readonly above: number; readonly total: number; readonly factor: number },
  confidence: number,
): Estimate {
  const value = above / total;
  if (!(value > 0 && value < 1)) return ratio(numerators, denominators, confidence, 'share');
  const daily = { numerators, denominators, total, value };
  const here = logit(value);
  if (spare.length < numerators.length) spare = new Float64Array(numerators.length);
  const all = spare;
  let days = 0;
  for (let i = 0; i < numerators.length; i++) {
    if (observedOn(daily, i)) all[days++] = logit(value + deletedGap(daily, i)) - here;
  }
  const gaps = all.subarray(0, days);
  // all days but one may be at the end of the scale, or there is but one
  if (days < 2 || !allFinite(gaps)) return ratio(numerators, denominators, confidence, 'share');
  const ends = leaningEnds(0, gaps, factor, MOST_LEAN);
  const odds = value / (1 - value);
  const share = (moved: number): number => 1 - 1 / (1 + odds * exp(moved));
  return {
    value,
    low: Math.min(value, share(ends.low)),
    high: Math.max(value, share(ends.high)),
  };
}
