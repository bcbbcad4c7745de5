import type { Variate } from './variate.js';

/*
 * Reading phase-type spreads. They carry, at mean 1, the probabilities of their phases at time 0,
 * the rates of ending, and the matrices exp(T 2^k) for k from `top` down to where the shortest phase
 * takes 2^27 steps. A quantile is then a walk to the right in falling powers of two, a step being
 * made if more than 1 - u still lies beyond it; what is left of the last step is a straight line,
 * which is wrong by 2^-54 at most. The walk visits the same places for every u, so a larger u cannot
 * give a smaller value, whatever rounding did to the matrices.
 */

/** More phases than anybody fits; it bounds the scratch space. */
export const MOST = 64;

const scratch = [new Float64Array(MOST), new Float64Array(MOST)] as const;

/** The value of a phase-type spread below which a share `u` of it lies. */
export function phasesQuantile({ mean, a: n, b: top, values }: Variate, u: number): number {
  const tail = 1 - u;
  let [here, there] = scratch;
  let left = start(values, n, here);
  if (left <= tail) return 0;
  let x = 0;
  let step = powerOfTwo(top);
  for (let at = 2 * n; at < values.length; at += n * n, step /= 2) {
    const after = walk(values, n, at, here, there);
    if (after > tail) {
      left = after;
      x += step;
      [here, there] = [there, here];
    }
  }
  // the rest of a step that was too long by less than itself
  return mean * (x + Math.min((left - tail) / rateOfEnding(values, n, here), 2 * step));
}

/** The share of a phase-type spread at or below x. */
export function phasesCdf({ mean, a: n, b: top, values }: Variate, x: number): number {
  if (x < 0) return 0;
  let [here, there] = scratch;
  let left = start(values, n, here);
  let rest = x / mean;
  let step = powerOfTwo(top);
  if (rest >= 2 * step) return 1;
  for (let at = 2 * n; at < values.length; at += n * n, step /= 2) {
    if (rest < step) continue;
    left = walk(values, n, at, here, there);
    rest -= step;
    [here, there] = [there, here];
  }
  return 1 - Math.max(0, left - rest * rateOfEnding(values, n, here));
}

/** Writes the probabilities of the phases at time 0; their sum. */
function start(values: Float64Array, n: number, here: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += here[i] = values[i]!;
  return sum;
}

/** Writes where `here` is one step later, by the matrix that begins at `matrix`; what is left of it. */
function walk(
  values: Float64Array,
  n: number,
  matrix: number,
  here: Float64Array,
  there: Float64Array,
): number {
  let left = 0;
  for (let j = 0; j < n; j++) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += here[i]! * values[matrix + i * n + j]!;
    there[j] = sum;
    left += sum;
  }
  return left;
}

/** Density of ending where the phases have the probabilities `here`. */
function rateOfEnding(values: Float64Array, n: number, here: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += here[i]! * values[n + i]!;
  return sum;
}

/** 2^k, exact. */
function powerOfTwo(k: number): number {
  let power = 1;
  for (; k > 0; k--) power *= 2;
  for (; k < 0; k++) power /= 2;
  return power;
}
