import { checkPositive } from '../check.js';
import { exp, log, log1p } from '../elementary.js';
import { gammaP, gammaQ, logGamma } from '../gamma.js';
import { integrate } from '../quadrature.js';
import { type Law } from './law.js';

/**
 * Gamma law by its mean and shape (scv = 1 / shape).
 *
 * @param shape above 0; 1 is the exponential law
 */
export function gammaOfShape(mean: number, shape: number, family = 'gamma'): Law {
  checkPositive('mean', mean);
  checkPositive('shape', shape);
  const rate = shape / mean;
  const norm = -logGamma(shape);
  return {
    family,
    mean,
    scv: 1 / shape,
    moment: (k) => mean * (k > 1 ? (shape + 1) / rate : 1) * (k > 2 ? (shape + 2) / rate : 1),
    cdf: (t) => gammaP(shape, rate * t),
    survival: (t) => gammaQ(shape, rate * t),
    equilibriumSurvival(t) {
      if (t <= 0) return 1;
      const z = rate * t;
      return Math.max(0, gammaQ(shape + 1, z) - (z / shape) * gammaQ(shape, z));
    },
    transform: (s) => exp(-shape * log1p(s / rate)),
    // over y = log(rate x), where the density exp(shape y - e^y) is smooth for every shape
    expect(g, breaks = []) {
      const top = log(shape);
      const low = top - 38 / shape - 9 / Math.sqrt(shape);
      const high = log(shape + 45 + 13 * Math.sqrt(shape));
      const f = (y: number): number => {
        const x = exp(y);
        return g(x / rate) * exp(shape * y - x + norm);
      };
      const cuts = breaks.filter((x) => x > 0).map((x) => log(rate * x));
      return integrate(f, low, high, [...cuts, top]);
    },
    breaks: [],
  };
}

/**
 * Gamma law.
 *
 * @param mean above 0
 * @param cv standard deviation / mean, above 0
 */
export function gamma(mean: number, cv: number): Law {
  checkPositive('cv', cv);
  return gammaOfShape(mean, 1 / (cv * cv));
}
