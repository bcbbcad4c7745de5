import {
  countUpTo,
  type Law,
  makeSigned,
  makeVariate,
  needs,
  requireNumber,
  runningShares,
  scaled,
  type Variate,
} from './variate.js';
import { fixed } from './variate-fixed.js';

/* Families made of listed values: what was observed, and values with probabilities. */

const MEASURED: Law = {
  family: 'measured',
  quantile: ({ mean, values }, u) => mean * values[Math.floor(u * values.length)]!,
  cdf: ({ mean, values }, x) => countUpTo(values, mean, x, values.length) / values.length,
  variance({ mean, values }) {
    let sum = 0;
    for (const value of values) sum += (value - 1) * (value - 1);
    return mean * mean * (sum / values.length);
  },
};

const SMOOTHED: Law = /* @__PURE__ */ scaled(
  'smoothed',
  (spread, u) => spread.mean * smoothedQuantile(spread.values, u),
  ({ values }, x) => {
    // how many values lie at or below x, and how far it is to the next
    const below = countUpTo(values, 1, x, values.length);
    if (below === 0) return 0;
    if (below === values.length) return 1;
    const left = values[below - 1]!;
    return (below - 1 + (x - left) / (values[below]! - left)) / (values.length - 1);
  },
  ({ values }) => {
    // on a straight piece from p to q, the mean of (x - 1)² is (p² + pq + q²) / 3 around 1
    let sum = 0;
    for (let i = 1; i < values.length; i++) {
      const p = values[i - 1]! - 1;
      const q = values[i]! - 1;
      sum += (p * p + p * q + q * q) / 3;
    }
    return sum / (values.length - 1);
  },
);

const DISCRETE: Law = {
  family: 'discrete',
  quantile: discreteQuantile,
  cdf({ a, values }, x) {
    const below = countUpTo(values, 1, x, a);
    return below === 0 ? 0 : values[a + below - 1]!;
  },
  variance({ mean, a, values }) {
    let sum = 0;
    for (let i = 0; i < a; i++) {
      const share = values[a + i]! - (i === 0 ? 0 : values[a + i - 1]!);
      sum += share * ((values[i]! - mean) * (values[i]! - mean));
    }
    return sum;
  },
};

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
  return makeVariate(MEASURED, mean, 0, 0, 0, atMeanOne(values, mean));
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
  return makeVariate(SMOOTHED, mean, 0, 0, 0, atMeanOne(values, mean));
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
  return makeSigned(DISCRETE, mean, n, 0, 0, values);
}

function smoothedQuantile(values: Float64Array, u: number): number {
  const place = u * (values.length - 1);
  const i = Math.floor(place);
  const left = values[i]!;
  // at the last value there is nothing to its right
  return i + 1 < values.length ? left + (place - i) * (values[i + 1]! - left) : left;
}

/** The first value whose running share reaches u, by halving. */
function discreteQuantile({ a: n, values }: Variate, u: number): number {
  let low = 0;
  let high = n - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[n + middle]! >= u) high = middle;
    else low = middle + 1;
  }
  return values[low]!;
}
