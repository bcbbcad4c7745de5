import { exp, gammaQuantile, log, logGamma, normalQuantile, pow } from '@hallsim/stats';

/**
 * Variates in the caller's terms (mean, cv), as quantile functions of one uniform in (0, 1):
 * a larger uniform never gives a smaller value, a new mean stretches every value by the same factor
 * to the bit, and a new family keeps everybody's rank.
 */
export type Family =
  | 'fixed'
  | 'exponential'
  | 'lognormal'
  | 'gamma'
  | 'hyperexponential'
  | 'weibull'
  | 'uniform'
  | 'measured';

/** A spread of positive values, ready to be read. One shape for every family, so that calls stay monomorphic. */
export interface Variate {
  readonly family: Family;
  /** Mean, in the caller's unit. */
  readonly mean: number;
  /** Shape parameters of the family at mean 1; their meaning is the family's own. */
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** Values at mean 1 in rising order, for `measured` only. */
  readonly values: Float64Array;
}

const NO_VALUES = new Float64Array(0);

function variate(family: Family, mean: number, a = 0, b = 0, c = 0, values = NO_VALUES): Variate {
  if (!(mean >= 0 && mean < Infinity)) {
    throw new RangeError(`A ${family} spread needs a finite mean of at least 0, not ${mean}.`);
  }
  return { family, mean, a, b, c, values };
}

function positive(family: Family, name: string, value: number): number {
  if (value > 0 && value < Infinity) return value;
  throw new RangeError(`A ${family} spread needs a finite ${name} above 0, not ${value}.`);
}

/** Always the same value. */
export function fixed(mean: number): Variate {
  return variate('fixed', mean);
}

/** Exponential: cv 1. */
export function exponential(mean: number): Variate {
  return variate('exponential', mean);
}

/** Lognormal with the given coefficient of variation (> 0): ln X has variance ln(1 + cv²). */
export function lognormal(mean: number, cv: number): Variate {
  const variance = log(1 + positive('lognormal', 'cv', cv) * cv);
  return variate('lognormal', mean, Math.sqrt(variance), -variance / 2);
}

/** Gamma with the given coefficient of variation (> 0): shape 1 / cv². */
export function gamma(mean: number, cv: number): Variate {
  return variate('gamma', mean, 1 / (positive('gamma', 'cv', cv) * cv));
}

/** Erlang with k phases, k a whole number of at least 1: a gamma with cv 1 / √k. */
export function erlang(mean: number, k: number): Variate {
  if (!Number.isInteger(k) || k < 1) {
    throw new RangeError(
      `An Erlang spread needs a whole number of phases of at least 1, not ${k}.`,
    );
  }
  return variate('gamma', mean, k);
}

/**
 * Mixture of two exponentials with balanced means (each branch contributes half of the mean), cv >= 1.
 * Branch probability p = (1 + √((cv² - 1) / (cv² + 1))) / 2 (Whitt, "Approximating a point process
 * by a renewal process", Operations Research 30 (1982), p. 137).
 */
export function hyperexponential(mean: number, cv: number): Variate {
  if (!(cv >= 1 && cv < Infinity)) {
    throw new RangeError(`A hyperexponential spread needs a cv of at least 1, not ${cv}.`);
  }
  const p = (1 + Math.sqrt((cv * cv - 1) / (cv * cv + 1))) / 2;
  return variate('hyperexponential', mean, p, 2 * p, 2 * (1 - p));
}

/** Uniform between `from` and `to`, 0 <= from <= to. */
export function uniformBetween(from: number, to: number): Variate {
  if (!(from >= 0 && from <= to)) {
    throw new RangeError(`A uniform spread needs 0 <= from <= to, not ${from} to ${to}.`);
  }
  const mean = (from + to) / 2;
  return mean > 0 ? variate('uniform', mean, from / mean, to / mean) : fixed(0);
}

/** The observed values themselves, each equally likely; at least one, none negative. */
export function measured(values: readonly number[]): Variate {
  const wrong = values.find((value) => !(value >= 0 && value < Infinity));
  if (values.length === 0 || wrong !== undefined) {
    throw new RangeError(
      `A measured spread needs at least one finite value of 0 or more, not ${wrong ?? 'an empty list'}.`,
    );
  }
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  if (mean === 0) return fixed(0);
  return variate(
    'measured',
    mean,
    0,
    0,
    0,
    Float64Array.from(values, (value) => value / mean).sort(),
  );
}

/** Weibull with the given coefficient of variation (> 0); its shape is found by bisection. */
export function weibull(mean: number, cv: number): Variate {
  positive('weibull', 'cv', cv);
  let low = 0.05;
  let high = 1000;
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step++) {
    const shape = (low + high) / 2;
    if (weibullCv(shape) > cv) low = shape;
    else high = shape;
  }
  const shape = (low + high) / 2;
  return variate('weibull', mean, 1 / shape, 1 / exp(logGamma(1 + 1 / shape)));
}

function weibullCv(shape: number): number {
  return Math.sqrt(exp(logGamma(1 + 2 / shape) - 2 * logGamma(1 + 1 / shape)) - 1);
}

/**
 * The value below which a share `u` of the spread lies.
 * @param u in (0, 1), not checked: this is the hot path
 */
export function quantile(spread: Variate, u: number): number {
  switch (spread.family) {
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
