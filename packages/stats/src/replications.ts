import { requireFinite, requireProbability } from './checks.js';
import { type Estimate, symmetric, withoutInterval } from './estimate.js';
import { studentFactor } from './student-interval.js';
import { Tally } from './tally.js';

/**
 * Mean over independent replications with Student's interval (A. M. Law, Simulation Modeling and
 * Analysis, 5th ed. 2015, eq. 4.12): mean ± t √(S² / n) with n - 1 degrees of freedom.
 *
 * For a mean over all customers of all replications, or a share of them, use `ratio`, and
 * for a quantile {@link CountedQuantiles}: replications with few customers then count for less.
 *
 * @param values one finite number for each replication, such as its mean wait; the bits of the
 *   estimate do not depend on their order
 * @param confidence between 0 and 1, such as 0.95
 * @returns null and `nothing-observed` for no replication, no interval and `one-day` for one
 * @throws RangeError naming the value that is not finite, or a confidence outside (0, 1)
 */
export function meanInterval(values: Float64Array, confidence: number): Estimate {
  requireFinite(values, 'values');
  requireProbability(confidence, 'confidence');
  const n = values.length;
  if (n === 0) return withoutInterval(null, 'nothing-observed');
  const tally = new Tally();
  tally.addAll(values);
  if (n === 1) return withoutInterval(tally.mean, 'one-day');
  return symmetric(tally.mean, studentFactor(confidence, n - 1) * Math.sqrt(tally.variance / n));
}
