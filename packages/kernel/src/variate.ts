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

/** A variate whose mean cannot be negative. */
export function makeVariate(
  family: Family,
  mean: number,
  a = 0,
  b = 0,
  c = 0,
  values: Float64Array = NO_VALUES,
): Variate {
  if (!(mean >= 0 && mean < Infinity)) {
    throw new RangeError(`A ${family} spread needs a finite mean of at least 0, not ${mean}.`);
  }
  return { family, mean, a, b, c, values, parts: NO_PARTS };
}

/** A variate whose values, and so its mean, may be negative. */
export function makeSigned(
  family: Family,
  mean: number,
  a: number,
  b: number,
  values: Float64Array = NO_VALUES,
  parts: readonly Variate[] = NO_PARTS,
): Variate {
  return { family, mean, a, b, c: 0, values, parts };
}

/** `value`, if it is finite and above 0. */
export function requireAbove(family: string, name: string, value: number): number {
  if (value > 0 && value < Infinity) return value;
  throw new RangeError(`A ${family} spread needs a finite ${name} above 0, not ${value}.`);
}

/** `value`, if it is finite. */
export function requireNumber(family: string, name: string, value: number): number {
  if (value - value === 0) return value;
  throw new RangeError(`A ${family} spread needs a finite ${name}, not ${value}.`);
}

/**
 * Probabilities as they are, if none is negative and they sum to 1 within 1e-9.
 * @returns their running sums, the last one exactly 1
 */
export function runningShares(family: string, shares: readonly number[]): Float64Array {
  const sums = new Float64Array(shares.length);
  let total = 0;
  shares.forEach((share, i) => {
    if (!(share >= 0)) {
      throw new RangeError(
        `A ${family} spread needs probabilities of at least 0, not ${share} at place ${i}.`,
      );
    }
    total += share;
    sums[i] = total;
  });
  if (!(Math.abs(total - 1) < 1e-9)) {
    throw new RangeError(`A ${family} spread needs probabilities that sum to 1, not to ${total}.`);
  }
  for (let i = 0; i < sums.length; i++) if ((sums[i] as number) > 1) sums[i] = 1;
  // everything from the last share above 0 on is certain
  for (let i = sums.length - 1; i >= 0; i--) {
    sums[i] = 1;
    if ((shares[i] as number) > 0) break;
  }
  return sums;
}
