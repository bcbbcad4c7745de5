import { checkPositive } from '../check.js';
import { exp, expm1, powInt } from '../elementary.js';
import { gammaOfShape } from './gamma-law.js';
import { type Law } from './law.js';

/**
 * Exponential law: the rest never depends on the past.
 *
 * @param mean above 0; the rate is 1 / mean
 */
export function exponential(mean: number): Law {
  checkPositive('mean', mean);
  const survival = (t: number): number => (t <= 0 ? 1 : exp(-t / mean));
  return {
    ...gammaOfShape(mean, 1, 'exponential'),
    moment: (k) => (k === 3 ? 6 : k) * powInt(mean, k),
    cdf: (t) => (t <= 0 ? 0 : -expm1(-t / mean)),
    survival,
    equilibriumSurvival: survival,
    transform: (s) => 1 / (1 + s * mean),
    phases: { start: [1], rates: [[-1 / mean]] },
  };
}
