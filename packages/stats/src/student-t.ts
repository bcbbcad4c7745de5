/*
 * Quantile of Student's t, by Newton on the incomplete beta function.
 *
 * With y = t² / (df + t²): P(|T| <= t) = I_y(1/2, df/2) and P(|T| > t) = I_{1-y}(df/2, 1/2)
 * (Abramowitz & Stegun 26.7.1). The smaller of the two is solved for, so that no digits are lost
 * in the middle or in the tail.
 */
import { betaFactor, betaOfParts, logBeta } from './beta.js';
import { exp } from './exp.js';
import { log } from './log.js';
import { normalQuantile } from './normal.js';

/**
 * The t with P(T <= t) = p for Student's t with `df` degrees of freedom. Relative error below
 * 1e-12 (beyond 100,000 degrees of freedom for tails above 1e-50).
 *
 * @param p probability; 0 gives -Infinity, 1 gives Infinity, outside [0, 1] and NaN give NaN
 * @param df above 0, whole or not; Infinity gives the normal quantile; else NaN
 */
export function studentTQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1 && df > 0)) return NaN;
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  if (p === 0.5) return 0;
  const tail = p < 0.5 ? p : 1 - p;
  const t = df > 1e5 ? cornishFisher(tail, df) : positive(tail, Math.abs(p - 0.5), df);
  return p < 0.5 ? -t : t;
}

/** t > 0 for its upper tail, and for what lies between 0 and t: tail + centre = 1/2. */
function positive(tail: number, centre: number, df: number): number {
  const central = centre < 0.25;
  const target = central ? 2 * centre : 2 * tail;
  const half = df / 2;
  // log x where the first term of the series, x^(df/2) / (df/2 B), is the whole tail
  const first = (log(2 * tail * half) + logBeta(half, 0.5)) / half;
  const far = Math.sqrt(df) * exp(-first / 2);
  if (first < -39) return far;
  let low = 0;
  let high = Infinity;
  let t = first < -1 ? far : df < 4 ? -normalQuantile(tail) : cornishFisher(tail, df);
  for (let i = 0; i < 200; i++) {
    const square = t * t;
    const y = square / (df + square);
    const x = df / (df + square);
    const value = central ? betaOfParts(y, x, 0.5, half) : betaOfParts(x, y, half, 0.5);
    if (central === value > target) high = t;
    else low = t;
    // both functions are powers of t at their far end, so Newton runs in logarithms:
    // d log value / d log t = 2 x^(df/2) y^(1/2) / B / value
    const slope = ((central ? 2 : -2) * betaFactor(x, y, half, 0.5)) / value;
    let next = t * exp(log(target / value) / slope);
    // Newton squares the error, so the step after this one would not show
    if (Math.abs(next - t) <= 1e-9 * t) return next;
    if (!(next > low && next < high))
      next = high === Infinity ? 2 * t : low === 0 ? t / 2 : Math.sqrt(low) * Math.sqrt(high);
    t = next;
  }
  return t;
}

/** Cornish-Fisher expansion in 1 / df (A&S 26.7.5): the answer for large df, else a first guess. */
function cornishFisher(tail: number, df: number): number {
  const z = -normalQuantile(tail);
  const w = z * z;
  const g1 = (w + 1) / 4;
  const g2 = ((5 * w + 16) * w + 3) / 96;
  const g3 = (((3 * w + 19) * w + 17) * w - 15) / 384;
  const g4 = ((((79 * w + 776) * w + 1482) * w - 1920) * w - 945) / 92160;
  return z * (1 + (g1 + (g2 + (g3 + g4 / df) / df) / df) / df);
}
