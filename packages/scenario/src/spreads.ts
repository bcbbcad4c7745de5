import type { Duration } from './units.js';
import type { Spread } from './types.js';

// Each gives the plain text of a scenario file; ranges are checked when the scenario is.

/** Always exactly this long. */
export const fixed = (time: Duration): Spread => ({ fixed: time });

/** Exponential with this mean (cv 1). */
export const exponential = (mean: Duration): Spread => ({ exponential: { mean } });

/** Lognormal with this mean and coefficient of variation (0.01 to 10). */
export const lognormal = (mean: Duration, cv: number): Spread => ({ lognormal: { mean, cv } });

/** Gamma with this mean and coefficient of variation (0.01 to 10). */
export const gamma = (mean: Duration, cv: number): Spread => ({ gamma: { mean, cv } });

/** Erlang: the sum of `k` equal exponential stages with this mean together. */
export const erlang = (mean: Duration, k: number): Spread => ({ erlang: { mean, k } });

/** Two exponentials with balanced means and this coefficient of variation (above 1). */
export const hyperexponential = (mean: Duration, cv: number): Spread => ({
  hyperexponential: { mean, cv },
});

/** Weibull with this mean and coefficient of variation (0.01 to 10). */
export const weibull = (mean: Duration, cv: number): Spread => ({ weibull: { mean, cv } });

/** Any length between two, equally likely. */
export const uniform = (from: Duration, to: Duration): Spread => ({ uniform: { from, to } });

/** Observed times, each as likely as the others. */
export const measured = (...times: [Duration, ...Duration[]]): Spread => ({ measured: times });
