import { poissonProbability } from './gamma.js';
import { type Matrix, at, timesColumn } from './matrix.js';

/**
 * exp(M t) v for a matrix with no negative entry off its diagonal, by uniformization:
 * exp(M t) = Σ Poisson(n; r t) (I + M / r)^n with r the largest rate on the diagonal. All terms are
 * positive for v >= 0 (A. Jensen, Skand. Aktuarietidskr. 36 (1953) 87-91; W. K. Grassmann 1977).
 *
 * Long times are cut into steps of at most 400 events, and the terms left out of each are below
 * 1e-17 of the whole.
 */
export function exponentialAction(M: Matrix, t: number, v: Float64Array): Float64Array {
  let rate = 0;
  for (let i = 0; i < M.rows; i++) rate = Math.max(rate, -at(M, i, i));
  if (rate === 0 || t === 0) return v;
  const steps = Math.ceil((rate * t) / 400);
  const events = (rate * t) / steps;
  const last = Math.ceil(events + 9 * Math.sqrt(events) + 30);
  let result = v;
  for (let step = 0; step < steps; step++) {
    let power = result;
    const sum = new Float64Array(v.length);
    for (let n = 0; n <= last; n++) {
      const weight = poissonProbability(n, events);
      for (let i = 0; i < sum.length; i++)
        sum[i] = (sum[i] as number) + weight * (power[i] as number);
      const moved = timesColumn(M, power);
      power = power.map((x, i) => x + (moved[i] as number) / rate);
    }
    result = sum;
  }
  return result;
}
