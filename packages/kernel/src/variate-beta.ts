import { regularizedBeta } from '@hallsim/stats';
import { invert } from './variate-invert.js';
import {
  type Law,
  makeSigned,
  needs,
  requireAbove,
  requireNumber,
  type Variate,
} from './variate.js';

const BETA: Law = {
  family: 'beta',
  quantile: ({ a, b, values }, u) =>
    values[0]! + values[1]! * invert((x) => regularizedBeta(x, a, b), u, 0, 1),
  cdf: ({ a, b, values }, x) =>
    regularizedBeta(Math.min(Math.max((x - values[0]!) / values[1]!, 0), 1), a, b),
  variance: ({ a, b, values }) =>
    (values[1]! * values[1]! * (a / (a + b)) * (b / (a + b))) / (a + b + 1),
};

/**
 * Beta on [from, to] by its shapes (both > 0): from + (to - from) X, with X beta(alpha, beta).
 * @param from default 0
 * @param to above `from`, default 1
 */
export function betaShapes(alpha: number, beta: number, from: number = 0, to: number = 1): Variate {
  requireAbove('beta', 'alpha', alpha);
  requireAbove('beta', 'beta', beta);
  requireNumber('beta', 'from', from);
  requireNumber('beta', 'to', to);
  if (!(from < to)) needs('beta', 'from < to', `${from} to ${to}`);
  const mean = from + (to - from) * (alpha / (alpha + beta));
  return makeSigned(BETA, mean, alpha, beta, 0, Float64Array.of(from, to - from));
}

/**
 * Beta on [from, to] by its mean (between them) and coefficient of variation (> 0).
 * @param from default 0
 * @param to above `from`, default 1
 * @throws RangeError if the cv is too large for values between `from` and `to`
 */
export function beta(mean: number, cv: number, from: number = 0, to: number = 1): Variate {
  requireAbove('beta', 'cv', cv);
  if (!(from < mean && mean < to)) {
    needs('beta', `a mean between ${from} and ${to}`, mean);
  }
  const share = (mean - from) / (to - from);
  const sd = (mean * cv) / (to - from);
  const both = (share * (1 - share)) / (sd * sd) - 1;
  if (!(both > 0)) {
    const most = (Math.sqrt(share * (1 - share)) * (to - from)) / Math.abs(mean);
    needs('beta', `a cv below ${most}`, cv);
  }
  // the very mean that was asked for, not what rounding makes of it
  return { ...betaShapes(share * both, (1 - share) * both, from, to), mean };
}
