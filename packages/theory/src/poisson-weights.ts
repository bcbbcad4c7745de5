import { poissonProbability } from './gamma.js';

/** Chances of the number of events, and of more events than that. */
export interface PoissonWeights {
  /** P(N = k), k = 0 … */
  readonly exactly: Float64Array;
  /** P(N > k), k = 0 … */
  readonly more: Float64Array;
}

/**
 * Poisson probabilities up to where the rest is below 1e-17, from the mode outwards (B. L. Fox & P. W.
 * Glynn, Comm. ACM 31 (1988) 440-445), scaled to add up to 1.
 */
export function poissonWeights(mean: number): PoissonWeights {
  const last = Math.ceil(mean + 8.8 * Math.sqrt(mean) + 26);
  const mode = Math.floor(mean);
  const exactly = new Float64Array(last + 1);
  exactly[mode] = poissonProbability(mode, mean);
  for (let k = mode; k > 0; k--) exactly[k - 1] = ((exactly[k] as number) * k) / mean;
  for (let k = mode; k < last; k++) exactly[k + 1] = ((exactly[k] as number) * mean) / (k + 1);
  let sum = 0;
  for (const one of exactly) sum += one;
  const more = new Float64Array(last + 1);
  let rest = 0;
  for (let k = last; k >= 0; k--) {
    more[k] = rest / sum;
    rest += exactly[k] as number;
    exactly[k] = (exactly[k] as number) / sum;
  }
  return { exactly, more };
}
