import { checkPositive } from '../check.js';
import { exp, powInt } from '../elementary.js';
import { type Law } from './law.js';

/**
 * Always the same time.
 *
 * @param value the time, above 0
 */
export function deterministic(value: number): Law {
  checkPositive('value', value);
  return {
    family: 'deterministic',
    mean: value,
    scv: 0,
    moment: (k) => powInt(value, k),
    cdf: (t) => (t >= value ? 1 : 0),
    survival: (t) => (t >= value ? 0 : 1),
    equilibriumSurvival: (t) => Math.min(1, Math.max(0, 1 - t / value)),
    transform: (s) => exp(-s * value),
    expect: (g) => g(value),
    breaks: [value],
  };
}
