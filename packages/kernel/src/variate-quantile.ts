import { exp, gammaQuantile, log, normalQuantile, pow } from '@hallsim/stats';
import type { Variate } from './variate.js';
import { betaQuantile } from './variate-beta.js';
import { cdf } from './variate-cdf.js';
import { invert } from './variate-invert.js';
import { truncatedNormalQuantile } from './variate-normal.js';
import { phasesQuantile } from './variate-phases-walk.js';

/**
 * The value below which a share `u` of the spread lies.
 * @param u in (0, 1), not checked: this is the hot path
 */
export function quantile(spread: Variate, u: number): number {
  const family: string = spread.family;
  switch (family) {
    case 'fixed':
      return spread.mean;
    case 'exponential':
      return spread.mean * -log(1 - u);
    case 'lognormal':
      return spread.mean * exp(spread.a * normalQuantile(u) + spread.b);
    case 'gamma':
      return spread.mean * (gammaQuantile(u, spread.a) / spread.a);
    case 'hyperexponential':
      return spread.mean * hyperexponentialQuantile(spread.a, spread.b, spread.c, u);
    case 'weibull':
      return spread.mean * (spread.b * pow(-log(1 - u), spread.a));
    case 'uniform':
      return spread.mean * (spread.a + (spread.b - spread.a) * u);
    case 'measured':
      return spread.mean * spread.values[Math.floor(u * spread.values.length)]!;
    default:
      return rarerQuantile(family, spread, u);
  }
}

/** The families that are not on anybody's hot path, apart so that `quantile` stays small. */
function rarerQuantile(family: string, spread: Variate, u: number): number {
  switch (family) {
    case 'triangular':
      return spread.mean * triangularQuantile(spread.a, spread.b, spread.c, u);
    case 'smoothed':
      return spread.mean * smoothedQuantile(spread.values, u);
    case 'normal':
      return spread.mean + spread.a * normalQuantile(u);
    case 'truncatedNormal':
      return truncatedNormalQuantile(spread, u);
    case 'beta':
      return betaQuantile(spread, u);
    case 'phases':
      return phasesQuantile(spread, u);
    case 'discrete':
      return discreteQuantile(spread, u);
    case 'mixture':
      return mixtureQuantile(spread, u);
    case 'shifted':
      return quantile(spread.parts[0]!, u) + spread.a;
    default:
      throw new TypeError(`There is no family of variates called ${family}.`);
  }
}

/** Solves p·e^(-λx) + (1-p)·e^(-μx) = 1 - u by Newton's method on a convex falling function, from the left. */
function hyperexponentialQuantile(p: number, lambda: number, mu: number, u: number): number {
  const tail = 1 - u;
  let x = 0;
  for (let step = 0; step < 200; step++) {
    const fast = p * exp(-lambda * x);
    const slow = (1 - p) * exp(-mu * x);
    const next = x + (fast + slow - tail) / (lambda * fast + mu * slow);
    if (!(next > x)) return x;
    x = next;
  }
  return x;
}

function triangularQuantile(from: number, mode: number, to: number, u: number): number {
  const peak = (mode - from) / (to - from);
  return u < peak
    ? from + Math.sqrt(u * (to - from) * (mode - from))
    : to - Math.sqrt((1 - u) * (to - from) * (to - mode));
}

function smoothedQuantile(values: Float64Array, u: number): number {
  const place = u * (values.length - 1);
  const i = Math.floor(place);
  const left = values[i]!;
  // at the last value there is nothing to its right
  return i + 1 < values.length ? left + (place - i) * (values[i + 1]! - left) : left;
}

/** The first value whose running share reaches u, by halving. */
function discreteQuantile({ a: n, values }: Variate, u: number): number {
  let low = 0;
  let high = n - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[n + middle]! >= u) high = middle;
    else low = middle + 1;
  }
  return values[low]!;
}

/** A mixture's quantile lies between those of its parts. */
function mixtureQuantile(spread: Variate, u: number): number {
  let low = Infinity;
  let high = -Infinity;
  spread.parts.forEach((part, i) => {
    if (spread.values[i] === 0) return;
    const x = quantile(part, u);
    low = Math.min(low, x);
    high = Math.max(high, x);
  });
  return invert((x) => cdf(spread, x), u, low, high);
}
