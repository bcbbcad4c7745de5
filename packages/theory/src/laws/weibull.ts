import { checkPositive, checkThat } from '../check.js';
import { exp, expm1, log, pow } from '../elementary.js';
import { gammaQ, logGamma } from '../gamma.js';
import { integrate } from '../quadrature.js';
import { root } from '../root.js';
import { type Law } from './law.js';

/**
 * Weibull law: P(X > t) = exp(-(t / scale)^shape).
 *
 * @param shape above 0; below 1 the longer one has waited the longer one will, 1 is exponential
 * @param scale above 0
 */
export function weibullOfShape(shape: number, scale: number): Law {
  checkPositive('shape', shape);
  checkPositive('scale', scale);
  const moment = (k: number): number => pow(scale, k) * exp(logGamma(1 + k / shape));
  const mean = moment(1);
  const power = (t: number): number => pow(t / scale, shape);
  // over y = log (x / scale)^shape, the logarithm of a standard exponential variable
  const expect = (g: (x: number) => number, breaks: readonly number[] = []): number =>
    integrate((y) => g(scale * exp(y / shape)) * exp(y - exp(y)), -40, 4, [
      0,
      ...breaks.filter((x) => x > 0).map((x) => shape * log(x / scale)),
    ]);
  return {
    family: 'weibull',
    mean,
    scv: moment(2) / (mean * mean) - 1,
    moment,
    cdf: (t) => (t <= 0 ? 0 : -expm1(-power(t))),
    survival: (t) => (t <= 0 ? 1 : exp(-power(t))),
    equilibriumSurvival: (t) => (t <= 0 ? 1 : gammaQ(1 / shape, power(t))),
    transform: (s) => expect((x) => exp(-s * x)),
    expect,
    breaks: [],
  };
}

/**
 * Weibull law by its mean and spread.
 *
 * @param mean above 0
 * @param cv standard deviation / mean, between 0.02 and 20
 */
export function weibull(mean: number, cv: number): Law {
  checkPositive('mean', mean);
  checkThat(cv >= 0.02 && cv <= 20, 'cv', cv, 'between 0.02 and 20');
  const excess = (shape: number): number =>
    logGamma(1 + 2 / shape) - 2 * logGamma(1 + 1 / shape) - log(1 + cv * cv);
  const shape = root(excess, 0.1, 100);
  return weibullOfShape(shape, mean / exp(logGamma(1 + 1 / shape)));
}
