import { refuse } from './refuse.js';

/**
 * Variates in the caller's terms (mean, cv), as quantile functions of one uniform in (0, 1):
 * a larger uniform never gives a smaller value, and a new family keeps everybody's rank.
 */
export type Family =
  | 'fixed'
  | 'exponential'
  | 'lognormal'
  | 'gamma'
  | 'hyperexponential'
  | 'weibull'
  | 'uniform'
  | 'triangular'
  | 'measured'
  | 'smoothed'
  | 'normal'
  | 'truncatedNormal'
  | 'beta'
  | 'phases'
  | 'discrete'
  | 'mixture'
  | 'shifted';

/** What a family knows of its spreads. Each spread carries it, so that a page loads what it names. */
export interface Law {
  readonly family: Family;
  /** @param u in (0, 1), not checked */
  quantile(spread: Variate, u: number): number;
  /** @param x any number but NaN */
  cdf(spread: Variate, x: number): number;
  variance(spread: Variate): number;
  /** As {@link fill}, where there is a faster way than one by one. */
  readonly fill?: (
    spread: Variate,
    low: number,
    high: number,
    first: number,
    out: Float64Array,
    count: number,
  ) => void;
  /** As {@link fillAt}, where there is a faster way than one by one. */
  readonly fillAt?: (
    spread: Variate,
    low: number,
    high: number,
    places: Int32Array,
    from: number,
    to: number,
    out: Float64Array,
  ) => void;
}

/**
 * A spread of values, ready to be read. One shape for every family, so that calls stay
 * monomorphic. Made by the functions named after the families; the letters are the family's own.
 */
export interface Variate {
  readonly family: Family;
  readonly law: Law;
  /** Mean, in the caller's unit. */
  readonly mean: number;
  /** Parameters of the family (at mean 1 where a new mean only stretches it). */
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** Numbers of the families that need a list. */
  readonly values: Float64Array;
  /** What a mixture mixes, or a shifted spread shifts. */
  readonly parts: readonly Variate[];
}

/**
 * The value below which a share `u` of the spread lies.
 * @param u in (0, 1), not checked: this is the hot path
 */
export function quantile(spread: Variate, u: number): number {
  return spread.law.quantile(spread, u);
}

/**
 * The share of a spread at or below x: its distribution function.
 * @param x any number; NaN gives NaN
 */
export function cdf(spread: Variate, x: number): number {
  return x === x ? spread.law.cdf(spread, x) : x;
}

/** Variance of a spread, in the square of the caller's unit. */
export function variance(spread: Variate): number {
  return spread.law.variance(spread);
}

const NO_VALUES = new Float64Array(0);
const NO_PARTS: readonly Variate[] = [];

/** Refuses what is not ready to be read, as a spread of a file. */
export function requireVariate(where: string, variate: Variate): void {
  if (typeof (variate as Variate | undefined)?.a !== 'number') {
    refuse(where, variate, 'give a spread such as exponential(4), or variateOf({ … })');
  }
}

/** Refuses what a family cannot have. */
export function needs(family: string, what: string, not: unknown): never {
  throw new RangeError(`${family} spreads need ${what}, not ${String(not)}.`);
}

/** A variate whose values, and so its mean, may be negative. */
export function makeSigned(
  law: Law,
  mean: number,
  a: number = 0,
  b: number = 0,
  c: number = 0,
  values: Float64Array = NO_VALUES,
  parts: readonly Variate[] = NO_PARTS,
): Variate {
  return { family: law.family, law, mean, a, b, c, values, parts };
}

/** A variate whose mean cannot be negative. */
export function makeVariate(
  law: Law,
  mean: number,
  a?: number,
  b?: number,
  c?: number,
  values?: Float64Array,
): Variate {
  if (!(Number.isFinite(mean) && mean >= 0)) {
    needs(law.family, 'a finite mean of at least 0', mean);
  }
  return makeSigned(law, mean, a, b, c, values);
}

/** `value`, if it is finite and above 0. */
export function requireAbove(family: string, name: string, value: number): number {
  return Number.isFinite(value) && value > 0
    ? value
    : needs(family, `a finite ${name} above 0`, value);
}

/** `value`, if it is finite. */
export function requireNumber(family: string, name: string, value: number): number {
  return Number.isFinite(value) ? value : needs(family, `a finite ${name}`, value);
}

/**
 * Probabilities, if none is negative and they sum to 1 within 1e-9.
 * @returns their running sums; from the last share above 0 on exactly 1
 */
export function runningShares(family: string, shares: readonly number[]): Float64Array {
  let total = 0;
  let last = 0;
  const sums = Float64Array.from(shares, (share, i) => {
    if (!(Number.isFinite(share) && share >= 0))
      needs(family, 'probabilities of at least 0', share);
    if (share > 0) last = i;
    total += share;
    return Math.min(total, 1);
  });
  if (!(Math.abs(total - 1) < 1e-9)) needs(family, 'probabilities that sum to 1', total);
  return sums.fill(1, last);
}

/**
 * The law of a family that is a shape of mean 1 times the mean: a new mean stretches every value by
 * the same factor to the bit.
 *
 * @param quantile of the spread itself
 * @param unitCdf of the shape, at x >= 0
 * @param squaredCv squared coefficient of variation
 * @param blocks faster ways to fill blocks of draws, if there are
 */
export function scaled(
  family: Family,
  quantile: Law['quantile'],
  unitCdf: Law['cdf'],
  squaredCv: Law['variance'],
  blocks: Pick<Law, 'fill' | 'fillAt'> = {},
): Law {
  return {
    family,
    quantile,
    cdf(spread, x) {
      if (x < 0) return 0;
      return x === Infinity || spread.mean === 0 ? 1 : unitCdf(spread, x / spread.mean);
    },
    variance: (spread) => spread.mean * spread.mean * squaredCv(spread),
    ...blocks,
  };
}

/** How many of the first n rising values, times `unit`, are at most x; by halving. */
export function countUpTo(values: Float64Array, unit: number, x: number, n: number): number {
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (unit * values[middle]! <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}
