import { checkPositive } from '../check.js';
import { exp, log, log1p, powInt } from '../elementary.js';
import { normalCdf, normalDensity } from '../normal.js';
import { integrate } from '../quadrature.js';
import { type Law } from './law.js';

/**
 * Lognormal law.
 *
 * @param mean of the time itself (not of its logarithm), above 0
 * @param cv standard deviation / mean, above 0
 */
export function lognormal(mean: number, cv: number): Law {
  checkPositive('mean', mean);
  checkPositive('cv', cv);
  const variance = log1p(cv * cv);
  const sd = Math.sqrt(variance);
  const middle = log(mean) - 0.5 * variance;
  const place = (t: number): number => (log(t) - middle) / sd;
  const expect = (g: (x: number) => number, breaks: readonly number[] = []): number =>
    integrate(
      (z) => g(exp(middle + sd * z)) * normalDensity(z),
      -9,
      9 + 3 * sd,
      breaks.filter((x) => x > 0).map(place),
    );
  return {
    family: 'lognormal',
    mean,
    scv: cv * cv,
    moment: (k) => powInt(mean, k) * powInt(1 + cv * cv, k === 3 ? 3 : k - 1),
    cdf: (t) => (t <= 0 ? 0 : normalCdf(place(t))),
    survival: (t) => (t <= 0 ? 1 : normalCdf(-place(t))),
    equilibriumSurvival(t) {
      if (t <= 0) return 1;
      const z = place(t);
      return Math.max(0, normalCdf(sd - z) - (t / mean) * normalCdf(-z));
    },
    transform: (s) => expect((x) => exp(-s * x)),
    expect,
    breaks: [],
  };
}
