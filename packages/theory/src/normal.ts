/*
 * The standard normal law. Near 0 by the series of G. Marsaglia, "Evaluating the Normal
 * Distribution", J. Stat. Software 11(4) (2004); in the tail by Laplace's continued fraction of
 * Mills' ratio (Abramowitz & Stegun 26.2.14).
 */
import { checkInside } from './check.js';
import { exp, log } from './elementary.js';

/** Density of the standard normal law. */
export function normalDensity(x: number): number {
  return 0.398942280401432677939946 * exp(-0.5 * x * x);
}

/** Mills' ratio (1 - Φ(x)) / φ(x) for x >= 2. */
function tailRatio(x: number): number {
  let value = x;
  for (let k = Math.ceil(20 + 700 / (x * x)); k >= 1; k--) value = x + k / value;
  return 1 / value;
}

/** Φ(x), the probability that a standard normal variable is at most x; both tails keep digits. */
export function normalCdf(x: number): number {
  if (x !== x) return NaN;
  if (x < -40) return 0;
  if (x > 40) return 1;
  if (x < -2) return normalDensity(x) * tailRatio(-x);
  if (x > 2) return 1 - normalDensity(x) * tailRatio(x);
  let sum = x;
  for (let term = x, k = 3; sum !== sum + term * 0.5; k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + normalDensity(x) * sum;
}

/** Hazard rate φ(x) / (1 - Φ(x)) of the standard normal law, about x for large x. */
export function normalHazard(x: number): number {
  return x > 2 ? 1 / tailRatio(x) : normalDensity(x) / normalCdf(-x);
}

/**
 * The x with Φ(x) = p.
 *
 * @param p above 0 and below 1
 * @throws RangeError naming p
 */
export function normalQuantile(p: number): number {
  checkInside('p', p);
  const tail = Math.min(p, 1 - p);
  const t = Math.sqrt(-2 * log(tail));
  // Abramowitz & Stegun 26.2.23, off by less than 4.5e-4; then Halley's steps
  let x =
    t -
    (2.515517 + t * (0.802853 + t * 0.010328)) /
      (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  for (let i = 0; i < 3; i++) {
    const step = (normalCdf(-x) - tail) / normalDensity(x);
    x += step / (1 - 0.5 * x * step);
  }
  return p < 0.5 ? -x : x;
}
