import { checkCount, checkPositive } from '../check.js';
import { poissonProbability } from '../gamma.js';
import { gammaOfShape } from './gamma-law.js';
import { type Law } from './law.js';

/**
 * Erlang law: the sum of k exponential times of equal mean.
 *
 * @param mean of the sum, above 0
 * @param k number of phases, at least 1; cv = 1 / sqrt(k)
 */
export function erlang(mean: number, k: number): Law {
  checkPositive('mean', mean);
  checkCount('k', k);
  const rate = k / mean;
  const rates = Array.from({ length: k }, (_, i) =>
    Array.from({ length: k }, (_, j) => (j === i ? -rate : j === i + 1 ? rate : 0)),
  );
  return {
    ...gammaOfShape(mean, k, 'erlang'),
    // mean of the survival functions of 1 … k phases: only positive terms
    equilibriumSurvival(t) {
      if (t <= 0) return 1;
      let sum = 0;
      for (let j = 0; j < k; j++) sum += (k - j) * poissonProbability(j, rate * t);
      return sum / k;
    },
    phases: { start: Array.from({ length: k }, (_, i) => (i === 0 ? 1 : 0)), rates },
  };
}
