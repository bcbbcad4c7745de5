import { requireFinite } from './checks.js';

/** Where the warm-up of a series ends. */
export interface WarmUp {
  /** how many observations at the start to delete, a multiple of 5; null where it cannot be said */
  readonly deleted: number | null;
  /**
   * why not:
   * - `few-values`: fewer than 50 observations
   * - `late-minimum`: the best place lies in the second half of the series, which is then too short
   *   for its warm-up; run longer
   */
  readonly reason?: 'few-values' | 'late-minimum';
}

/** Observations to a batch. */
const BATCH = 5;

/** Fewer batches than this say nothing. */
const LEAST = 10;

/**
 * So many batches at the end are no place to cut before: the few values behind the cut may happen
 * to lie close together (K. Hoad, S. Robinson & R. Davies, Journal of the Operational Research
 * Society 61, 2010, pp. 1389-1403).
 */
const END = 5;

/**
 * End of the warm-up by MSER-5 (K. P. White, M. J. Cobb & S. C. Spratt, A comparison of five
 * steady-state truncation heuristics for simulation, Winter Simulation Conference 2000, pp.
 * 755-760): of the means of 5 observations in a row so many are deleted that the rest gives the
 * narrowest interval for its mean, as if it were independent. That place must lie in the first half
 * (W. W. Franklin & K. P. White, Winter Simulation Conference 2008, pp. 541-546).
 *
 * The series may be one run, or, which is steadier, the average of several replications place by
 * place. A fixed warm-up needs no function: `series.subarray(n)`.
 *
 * @param series finite observations in order of time; a rest that fills no batch at the end plays
 *   no part
 * @throws RangeError naming a number that is not finite
 */
export function mser5(series: Float64Array): WarmUp {
  requireFinite(series, 'series');
  const batches = Math.floor(series.length / BATCH);
  if (batches < LEAST) return { deleted: null, reason: 'few-values' };
  let best = Infinity;
  let place = 0;
  // from the end on, with B. P. Welford's update of the squares about the mean (Technometrics 4,
  // 1962, p. 419)
  let mean = 0;
  let squares = 0;
  for (let batch = batches - 1; batch >= 0; batch--) {
    const kept = batches - batch;
    const value = batchMean(series, batch);
    const gap = value - mean;
    mean += gap / kept;
    squares += gap * (value - mean);
    const width = squares / (kept * kept);
    // of equally good places the first
    if (kept > END && width <= best) {
      best = width;
      place = batch;
    }
  }
  if (2 * place > batches) return { deleted: null, reason: 'late-minimum' };
  return { deleted: place * BATCH };
}

function batchMean(series: Float64Array, batch: number): number {
  let sum = 0;
  for (let i = batch * BATCH; i < (batch + 1) * BATCH; i++) sum += series[i] as number;
  return sum / BATCH;
}
