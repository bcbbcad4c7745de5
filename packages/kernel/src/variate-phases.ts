import { exp } from '@hallsim/stats';
import { type Law, makeVariate, needs, requireAbove, type Variate } from './variate.js';
import { MOST, phasesCdf, phasesQuantile } from './variate-phases-walk.js';
import { fixed } from './variate-fixed.js';

/* Phase-type spreads: the time a small Markov chain takes to end. */

const PHASES: Law = {
  family: 'phases',
  quantile: phasesQuantile,
  cdf: phasesCdf,
  // the squared cv was found when they were solved for their mean
  variance: ({ mean, c }) => mean * mean * c,
};

const NAME = 'phase-type';
/** The shortest step: 2^-27 of the shortest phase, half of the digits of a double. */
const SHORTEST = 7.450580596923828e-9;

/**
 * Phase-type: the time until a Markov chain that starts in phase i with probability `initial[i]` has
 * left all phases.
 *
 * @param initial probabilities of at least 0 that sum to at most 1; what is missing ends at once, at 0
 * @param generator square; off the diagonal the rate of going from row to column (>= 0), on it minus
 *   the rate of leaving the row (< 0); what a row's sum misses to 0 is its rate of ending
 * @throws RangeError naming the entry, or if some phase never ends
 */
export function phaseType(
  initial: readonly number[],
  generator: readonly (readonly number[])[],
): Variate {
  const n = initial.length;
  let started = 0;
  for (const share of initial) {
    if (!(share >= 0)) needs(NAME, 'initial probabilities of at least 0', share);
    started += share;
  }
  if (!(n > 0 && n <= MOST)) needs(NAME, `1 to ${MOST} phases`, n);
  if (!(started <= 1 + 1e-9)) needs(NAME, 'initial probabilities that sum to at most 1', started);
  const exits = checkedExits(n, generator);
  const begin = Float64Array.from(initial, (share) =>
    started > 1 - 1e-9 ? share / started : share,
  );
  const means = solve(generator, new Float64Array(n).fill(1));
  const seconds = solve(generator, means);
  const mean = dot(begin, means);
  if (mean === 0) return fixed(0);
  const squaredCv = (2 * dot(begin, seconds)) / (mean * mean) - 1;
  const rates = Float64Array.from(generator.flat(), (rate) => rate * mean);
  const [top, steps] = powers(begin, rates);
  const values = new Float64Array(2 * n + steps.length * n * n);
  values.set(begin);
  values.set(
    exits.map((rate) => rate * mean),
    n,
  );
  steps.forEach((step, i) => values.set(step, 2 * n + i * n * n));
  return makeVariate(PHASES, mean, n, top, squaredCv, values);
}

/**
 * Coxian: phases in a row, each exponential; after phase i the next one follows with probability
 * `onward[i]`, otherwise it ends.
 * @param means mean of each phase, above 0
 * @param onward one entry fewer, each between 0 and 1
 */
export function coxian(means: readonly number[], onward: readonly number[]): Variate {
  if (onward.length !== means.length - 1) {
    needs(NAME, 'one onward entry fewer than means', `${onward.length} for ${means.length}`);
  }
  const generator = means.map((mean, i) => {
    const row = new Array<number>(means.length).fill(0);
    row[i] = -1 / requireAbove('coxian', `mean of phase ${i}`, mean);
    const go = onward[i] ?? 0;
    if (!(go >= 0 && go <= 1)) needs(NAME, 'onward probabilities between 0 and 1', go);
    if (i + 1 < means.length) row[i + 1] = go / mean;
    return row;
  });
  return phaseType(
    means.map((_, i) => (i === 0 ? 1 : 0)),
    generator,
  );
}

/**
 * exp(rates 2^k) for k from where nobody is left (the first result) down to where the fastest phase
 * takes 2^27 steps.
 */
function powers(initial: Float64Array, rates: Float64Array): [top: number, steps: Float64Array[]] {
  const n = initial.length;
  let fastest = 0;
  for (let i = 0; i < n; i++) fastest = Math.max(fastest, -rates[i * n + i]!);
  let k = 0;
  // jumps in a step
  let jumps = fastest;
  for (; jumps > SHORTEST; jumps /= 2) k--;
  if (k < -90) needs(NAME, 'a mean below 1e18 of its shortest phase', fastest);
  const steps: Float64Array[] = [];
  for (; ; k++, jumps *= 2) {
    const before = steps.at(-1);
    // squaring doubles the error: as long as few jumps happen in a step, its own series is better
    const step =
      before && jumps > 4 ? product(before, before, n) : series(rates, n, fastest, jumps);
    steps.push(step);
    let left = 0;
    for (const share of product(product(initial, step, n), step, n)) left += share;
    if (k >= 0 && (left < 5e-17 || k === 60)) return [k, steps.reverse()];
  }
}

/** Uniformization: the chain that jumps `jumps` times on average, Σ Poisson(k) (I + rates / fastest)^k. */
function series(rates: Float64Array, n: number, fastest: number, jumps: number): Float64Array {
  const jump = rates.map((rate, i) => rate / fastest + (i % (n + 1) === 0 ? 1 : 0));
  let term = new Float64Array(n * n);
  for (let i = 0; i < n; i++) term[i * n + i] = exp(-jumps);
  const sum = term.slice();
  for (let k = 1, largest = 1; k < jumps || largest > 1e-20; k++) {
    term = product(term, jump, n);
    largest = 0;
    for (let i = 0; i < term.length; i++) {
      term[i] = term[i]! * (jumps / k);
      largest = Math.max(largest, term[i]!);
      sum[i] = sum[i]! + term[i]!;
    }
  }
  return sum;
}

/** Rows of n numbers times an n × n matrix. */
function product(rows: Float64Array, matrix: Float64Array, n: number): Float64Array<ArrayBuffer> {
  return Float64Array.from(rows, (_, place) => {
    const row = place - (place % n);
    let sum = 0;
    for (let k = 0; k < n; k++) sum += rows[row + k]! * matrix[k * n + (place % n)]!;
    return sum;
  });
}

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, x, i) => sum + x * b[i]!, 0);

/** Rates of ending, after the checks of a generator. */
function checkedExits(n: number, generator: readonly (readonly number[])[]): Float64Array {
  if (generator.length !== n || generator.some((row) => row.length !== n)) {
    needs(NAME, `a generator of ${n} rows and columns`, generator.length);
  }
  return Float64Array.from(generator, (row, i) => {
    let sum = 0;
    row.forEach((rate, j) => {
      if (!(i === j ? rate < 0 && rate > -Infinity : rate >= 0 && rate < Infinity)) {
        needs(
          NAME,
          'rates below 0 on the diagonal and of at least 0 off it',
          `${rate} at ${i}, ${j}`,
        );
      }
      sum += rate;
    });
    if (!(sum <= -1e-9 * row[i]!)) needs(NAME, 'rows that sum to at most 0', `${sum} in row ${i}`);
    return Math.max(0, -sum);
  });
}

/** Solves -generator · x = right by elimination, which needs no pivoting for such a matrix. */
function solve(generator: readonly (readonly number[])[], right: Float64Array): Float64Array {
  const rows = generator.map((row, i) => [...row.map((rate) => -rate), right[i]!]);
  const n = rows.length;
  rows.forEach((row, i) => {
    if (!(row[i]! > -1e-13 * generator[i]![i]!))
      needs(NAME, 'phases that all end', `an endless phase ${i}`);
    for (const below of rows.slice(i + 1)) {
      const factor = below[i]! / row[i]!;
      for (let j = i; j <= n; j++) below[j] = below[j]! - factor * row[j]!;
    }
  });
  const x = new Float64Array(n);
  for (let i = n - 1; i >= 0; i--) {
    let sum = rows[i]![n]!;
    for (let j = i + 1; j < n; j++) sum -= rows[i]![j]! * x[j]!;
    x[i] = sum / rows[i]![i]!;
  }
  return x;
}
