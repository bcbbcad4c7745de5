import {
  makeSigned,
  makeVariate,
  needs,
  requireNumber,
  runningShares,
  type Variate,
} from './variate.js';
import { fixed } from './variate-scaled.js';

/* Families made of listed values: what was observed, and values with probabilities. */

/** The values at mean 1 in rising order. */
function atMeanOne(values: readonly number[], mean: number): Float64Array {
  return Float64Array.from(values, (value) => value / mean).sort();
}

function requireValues(family: string, values: readonly number[]): void {
  const wrong = values.find((value) => !(Number.isFinite(value) && value >= 0));
  if (values.length === 0 || wrong !== undefined) {
    needs(family, 'at least one finite value of 0 or more', wrong ?? 'an empty list');
  }
}

/** The observed values themselves, each equally likely; at least one, none negative. */
export function measured(values: readonly number[]): Variate {
  requireValues('measured', values);
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  if (mean === 0) return fixed(0);
  return makeVariate('measured', mean, 0, 0, 0, atMeanOne(values, mean));
}

/**
 * The observed values with straight lines between neighbours: the smallest lies at u = 0, the
 * largest at 1, the others evenly between them (Hyndman & Fan's type 7, The American Statistician
 * 50 (1996) 361). Neither end weighs as much as an inner value, so the mean is that of this law,
 * not that of the list. At least one value, none negative; one value alone is fixed.
 */
export function smoothed(values: readonly number[]): Variate {
  requireValues('smoothed', values);
  const sorted = Float64Array.from(values).sort();
  const last = sorted.length - 1;
  let sum = 0;
  for (let i = 0; i < last; i++) sum += (sorted[i]! + sorted[i + 1]!) / 2;
  const mean = last === 0 ? sorted[0]! : sum / last;
  if (last === 0 || mean === 0) return fixed(mean);
  return makeVariate('smoothed', mean, 0, 0, 0, atMeanOne(values, mean));
}

/**
 * Values with their probabilities, as pairs `[value, probability]` in any order. Probabilities sum
 * to 1 within 1e-9; values are finite and may be negative; a value named twice has both shares.
 */
export function discrete(outcomes: readonly (readonly [value: number, share: number])[]): Variate {
  const sorted = [...outcomes].sort(([a], [b]) => a - b);
  const n = sorted.length;
  const values = new Float64Array(2 * n);
  let mean = 0;
  sorted.forEach(([value, share], i) => {
    values[i] = requireNumber('discrete', 'value', value);
    mean += value * share;
  });
  const shares = sorted.map(([, share]) => share);
  values.set(runningShares('discrete', shares), n);
  return makeSigned('discrete', mean, n, 0, 0, values);
}
