import { requireFinite, requireNumber, requireProbability, requireSameLength } from './checks.js';
import { type Estimate, symmetric, withoutInterval } from './estimate.js';
import { studentFactor } from './student-interval.js';
import { sum } from './sum.js';

/** A ratio sharpened by something whose mean is known. */
export interface Controlled {
  readonly estimate: Estimate;
  /** Variance without the control divided by that with it: 3 saves two thirds of the days. At least 1. */
  readonly gain: number;
  /** Whether the control paid and was used. */
  readonly used: boolean;
  /** What each day adds to the estimate, about 0: its error is that of the mean of these. */
  readonly influence: Float64Array;
}

/** Gain below which a control is left out: it would cost more trust than days. */
const WORTH = 1.1;

/**
 * Ratio of sums over days with a control variate: on days on which more people come than usual a share
 * served in time is lower than usual, and how many come on average is known. So the chance of having
 * met busy days is taken out, by a line fitted to the days (S. S. Lavenberg & P. D. Welch, Management
 * Science 27 (1981) 322-335). A control that does not pay by a tenth of the variance is not used.
 *
 * @param numerators one finite number per day
 * @param denominators one per day; their sum is not 0
 * @param control one finite number per day
 * @param mean what the control is on average, exactly
 * @param confidence between 0 and 1
 * @returns without an interval below 4 days
 * @throws RangeError for what is not finite or of unequal length
 */
export function controlledRatio(
  numerators: Float64Array,
  denominators: Float64Array,
  control: Float64Array,
  mean: number,
  confidence: number,
): Controlled {
  requireFinite(numerators, 'numerators');
  requireFinite(denominators, 'denominators');
  requireFinite(control, 'control');
  requireNumber(mean, 'mean');
  requireProbability(confidence, 'confidence');
  requireSameLength(numerators, denominators, 'numerators and denominators');
  requireSameLength(numerators, control, 'numerators and control');
  const n = numerators.length;
  const total = sum(denominators);
  if (n === 0 || total === 0) {
    const estimate = withoutInterval(null, 'nothing-observed');
    return { estimate, gain: 1, used: false, influence: new Float64Array(n) };
  }
  const value = sum(numerators) / total;
  const influence = numerators.map((x, i) => ((x - value * denominators[i]!) * n) / total);
  if (n < 4) {
    const estimate = withoutInterval(value, n === 1 ? 'one-day' : 'few-days');
    return { estimate, gain: 1, used: false, influence };
  }
  const centre = sum(control) / n;
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const x = control[i]! - centre;
    xx += x * x;
    xy += x * influence[i]!;
    yy += influence[i]! * influence[i]!;
  }
  const slope = xx > 0 ? xy / xx : 0;
  const rest = Math.max(0, yy - slope * xy);
  const off = centre - mean;
  const plain = yy / (n - 1) / n;
  const sharp = (rest / (n - 2)) * (1 / n + (xx > 0 ? (off * off) / xx : 0));
  const gain = sharp > 0 ? plain / sharp : 1;
  if (!(gain >= WORTH)) {
    const half = studentFactor(confidence, n - 1) * Math.sqrt(plain);
    return { estimate: symmetric(value, half), gain: 1, used: false, influence };
  }
  const half = studentFactor(confidence, n - 2) * Math.sqrt(sharp);
  return {
    estimate: symmetric(value - slope * off, half),
    gain,
    used: true,
    influence: influence.map((y, i) => y - slope * (control[i]! - centre)),
  };
}
