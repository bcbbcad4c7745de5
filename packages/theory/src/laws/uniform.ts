import { checkNotNegative, checkPositive, checkThat } from '../check.js';
import { exp, expm1, powInt } from '../elementary.js';
import { integrate } from '../quadrature.js';
import { type Law } from './law.js';

/**
 * Every time between two bounds is equally likely.
 *
 * @param low at least 0
 * @param high above low
 */
export function uniform(low: number, high: number): Law {
  checkNotNegative('low', low);
  checkPositive('high', high);
  checkThat(high > low, 'high', high, `above low (${low})`);
  const width = high - low;
  const mean = 0.5 * (low + high);
  const survival = (t: number): number => Math.min(1, Math.max(0, (high - t) / width));
  return {
    family: 'uniform',
    mean,
    scv: (width * width) / 12 / (mean * mean),
    moment: (k) => (powInt(high, k + 1) - powInt(low, k + 1)) / ((k + 1) * width),
    cdf: (t) => Math.min(1, Math.max(0, (t - low) / width)),
    survival,
    equilibriumSurvival(t) {
      if (t <= 0) return 1;
      if (t >= high) return 0;
      return t < low ? 1 - t / mean : ((high - t) * survival(t)) / (2 * mean);
    },
    transform: (s) => (s === 0 ? 1 : (exp(-s * low) * -expm1(-s * width)) / (s * width)),
    expect: (g, breaks = []) => integrate(g, low, high, breaks) / width,
    breaks: low > 0 ? [low, high] : [high],
  };
}
