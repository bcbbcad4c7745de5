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

/**
 * A spread of values, ready to be read: plain data. One shape for every family, so that calls stay
 * monomorphic. Made by the functions named after the families; the letters are the family's own.
 */
export interface Variate {
  readonly family: Family;
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
  family: Family,
  mean: number,
  a: number = 0,
  b: number = 0,
  c: number = 0,
  values: Float64Array = NO_VALUES,
  parts: readonly Variate[] = NO_PARTS,
): Variate {
  return { family, mean, a, b, c, values, parts };
}

/** A variate whose mean cannot be negative. */
export function makeVariate(
  family: Family,
  mean: number,
  a?: number,
  b?: number,
  c?: number,
  values?: Float64Array,
): Variate {
  if (!(Number.isFinite(mean) && mean >= 0)) needs(family, 'a finite mean of at least 0', mean);
  return makeSigned(family, mean, a, b, c, values);
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
