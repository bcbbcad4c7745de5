import { checkCount, checkNotNegative, checkPositive } from './check.js';
import { exp, log, log1p } from './elementary.js';
import { logGamma, poissonAtLeast } from './gamma.js';

/** Law of the number of arrivals of a day. */
export interface DayCount {
  readonly mean: number;
  readonly variance: number;
  /** P(at least k arrivals). */
  readonly atLeast: (k: number) => number;
}

/**
 * Number of arrivals of a day: Poisson, or with a gamma busyness of the day (mean 1) negative binomial,
 * with variance mean + (cv mean)² (W. Whitt, Management Science 45 (1999) 192-207, "doubly stochastic").
 *
 * @param mean expected arrivals, above 0
 * @param cv standard deviation / mean of the day's busyness, at least 0; 0 is Poisson
 * @throws RangeError naming the value
 */
export function dayCount(mean: number, cv = 0): DayCount {
  checkPositive('mean', mean);
  checkNotNegative('cv', cv);
  const shape = 1 / (cv * cv);
  return {
    mean,
    variance: mean + cv * cv * mean * mean,
    atLeast(k) {
      checkCount('k', k, 0);
      if (cv === 0) return poissonAtLeast(k, mean);
      const odds = mean / shape;
      const base = -shape * log1p(odds) - logGamma(shape);
      const step = log(odds) - log1p(odds);
      let below = 0;
      for (let j = 0; j < k; j++) {
        below += exp(base + logGamma(shape + j) - logGamma(j + 1) + j * step);
      }
      return Math.max(0, 1 - below);
    },
  };
}
