import { expm1, log, normalCdf, pow, regularizedGammaP } from '@hallsim/stats';
import type { Variate } from './variate.js';
import { betaCdf } from './variate-beta.js';
import { truncatedNormalCdf } from './variate-normal.js';
import { phasesCdf } from './variate-phases-walk.js';

/**
 * The share of a spread at or below x: its distribution function.
 * @param x any number; NaN gives NaN
 */
export function cdf(spread: Variate, x: number): number {
  if (x !== x) return x;
  const { mean, a, values } = spread;
  const family: string = spread.family;
  switch (family) {
    case 'fixed':
      return x >= mean ? 1 : 0;
    case 'normal':
      return normalCdf((x - mean) / a);
    case 'truncatedNormal':
      return truncatedNormalCdf(spread, x);
    case 'beta':
      return betaCdf(spread, x);
    case 'discrete': {
      const below = countUpTo(values, 1, x, a);
      return below === 0 ? 0 : values[a + below - 1]!;
    }
    case 'mixture':
      return spread.parts.reduce((sum, part, i) => sum + values[i]! * cdf(part, x), 0);
    case 'shifted':
      return cdf(spread.parts[0]!, x - a);
    case 'measured':
      return countUpTo(values, mean, x, values.length) / values.length;
    case 'phases':
      return phasesCdf(spread, x);
    default:
      if (x < 0) return 0;
      if (x === Infinity || mean === 0) return 1;
      return scaledCdf(family, spread, x / mean);
  }
}

/** Families that are a shape of mean 1, at x >= 0 in units of the mean. */
function scaledCdf(family: string, { a, b, c, values }: Variate, x: number): number {
  switch (family) {
    case 'exponential':
      return -expm1(-x);
    case 'lognormal':
      return normalCdf((log(x) - b) / a);
    case 'gamma':
      return regularizedGammaP(a, a * x);
    case 'hyperexponential':
      return -(a * expm1(-b * x) + (1 - a) * expm1(-c * x));
    case 'weibull':
      return -expm1(-pow(x / b, 1 / a));
    case 'uniform':
      return x < a ? 0 : x >= b ? 1 : (x - a) / (b - a);
    case 'triangular':
      if (x <= a) return 0;
      if (x >= c) return 1;
      return x < b
        ? ((x - a) * (x - a)) / ((c - a) * (b - a))
        : 1 - ((c - x) * (c - x)) / ((c - a) * (c - b));
    default: {
      // smoothed: how many values lie at or below x, and how far it is to the next
      const below = countUpTo(values, 1, x, values.length);
      if (below === 0) return 0;
      if (below === values.length) return 1;
      const left = values[below - 1]!;
      return (below - 1 + (x - left) / (values[below]! - left)) / (values.length - 1);
    }
  }
}

/** How many of the first n rising values, times `unit`, are at most x; by halving. */
function countUpTo(values: Float64Array, unit: number, x: number, n: number): number {
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (unit * values[middle]! <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}
