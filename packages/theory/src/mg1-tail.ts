import { exponentialAction } from './exponential-action.js';
import { type Law, type Phases, exitRates } from './laws/law.js';
import { matrix, solve } from './matrix.js';

/** P(W > t) in M/G/1, as a function of t. */
export type Tail = (t: number) => number;

/**
 * Phase-type service: W is the sum of a geometric number of equilibrium service times, itself
 * phase-type, so P(W > t) = ρ e exp((T + t° ρ e) t) 1, with e the equilibrium start (M. F. Neuts,
 * Matrix-Geometric Solutions in Stochastic Models (1981) ch. 5). Exact.
 */
export function phaseTail(utilisation: number, phases: Phases): Tail {
  const n = phases.start.length;
  const exits = exitRates(phases);
  // e (-T) = start / mean, up to scale
  const transposed = matrix(n, n, (i, j) => -((phases.rates[j] as readonly number[])[i] as number));
  const raw = solve(
    transposed,
    matrix(n, 1, (i) => phases.start[i] as number),
  ).data;
  const sum = raw.reduce((total, one) => total + one, 0);
  const start = raw.map((one) => (utilisation * one) / sum);
  const M = matrix(
    n,
    n,
    (i, j) =>
      ((phases.rates[i] as readonly number[])[j] as number) +
      (exits[i] as number) * (start[j] as number),
  );
  const ones = new Float64Array(n).fill(1);
  return (t) =>
    exponentialAction(M, t, ones).reduce((total, one, i) => total + one * (start[i] as number), 0);
}

/** Steps of the finest grid of generalTail. */
const STEPS = 4096;

/**
 * Any service law: the renewal equation P(W > t) = ρ Fe(t) + ρ ∫ P(W > t - u) dFe(u) (W. Feller,
 * An Introduction to Probability Theory II (2nd ed. 1971) XI.6-7), solved on a grid with the third
 * order product rule and extrapolated from two grids. Error about 1e-9, up to 1e-7 where the law
 * has corners.
 */
export function generalTail(utilisation: number, law: Law): Tail {
  return (t) => {
    if (t === 0) return utilisation;
    const coarse = renewal(utilisation, law, t, STEPS / 2);
    const fine = renewal(utilisation, law, t, STEPS);
    return Math.min(utilisation, Math.max(0, fine + (fine - coarse) / 3));
  };
}

/**
 * Value at t of the renewal equation with n steps: P(W > s) taken as linear on each step, and the
 * mass and first moment of the equilibrium law on each step exact.
 */
function renewal(utilisation: number, law: Law, t: number, n: number): number {
  const h = t / n;
  const tail = Float64Array.from({ length: n + 1 }, (_, i) => law.equilibriumSurvival(i * h));
  // ∫ over step i of (u - left) dFe(u) = ∫ tail - h tail(right); ∫ tail by Simpson's rule
  const mass = new Float64Array(n);
  const moment = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const left = tail[i] as number;
    const right = tail[i + 1] as number;
    const middle = law.equilibriumSurvival((i + 0.5) * h);
    mass[i] = left - right;
    moment[i] = (left + 4 * middle + right) / 6 - right;
  }
  const g = new Float64Array(n + 1);
  g[0] = utilisation;
  // on step i, P(W > s - u) goes from g[k - i] to g[k - i - 1]
  const now = (mass[0] as number) - (moment[0] as number);
  for (let k = 1; k <= n; k++) {
    let sum = tail[k] as number;
    sum += (moment[0] as number) * (g[k - 1] as number);
    for (let i = 1; i < k; i++) {
      const m = moment[i] as number;
      sum += ((mass[i] as number) - m) * (g[k - i] as number) + m * (g[k - i - 1] as number);
    }
    g[k] = (utilisation * sum) / (1 - utilisation * now);
  }
  return g[n] as number;
}
