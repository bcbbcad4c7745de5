/*
 * The gamma function, the incomplete gamma functions and the Poisson law.
 *
 * Poisson probabilities by the saddle point: C. Loader, "Fast and Accurate Computation of Binomial
 * Probabilities" (2000): no cancellation at a mean of 1e5. Incomplete gamma by its series and by
 * Legendre's continued fraction (Abramowitz & Stegun 6.5.29 and 6.5.31).
 */
import { exp, log, log1p } from './elementary.js';

const HALF_LOG_TWO_PI = 0.918938533204672741780329736406;

/** log n! minus Stirling's (n + 1/2) log n - n + log sqrt(2π); for n > 0. */
function stirlingError(n: number): number {
  let shift = 0;
  for (; n < 12; n++) shift += (n + 0.5) * log1p(1 / n) - 1;
  const z = 1 / (n * n);
  return (
    shift +
    (1 / 12 -
      z *
        (1 / 360 -
          z * (1 / 1260 - z * (1 / 1680 - z * (1 / 1188 - z * (691 / 360360 - z * (1 / 156))))))) /
      n
  );
}

/** log Γ(x) for x > 0. */
export function logGamma(x: number): number {
  return (x - 0.5) * log(x) - x + HALF_LOG_TWO_PI + stirlingError(x);
}

/** x log(x / m) + m - x, the deviance, without cancellation where x is near m. */
function deviance(x: number, m: number): number {
  const d = x - m;
  if (Math.abs(d) > 0.2 * m) return x * log(x / m) - d;
  // -x log1p(-d/x)… by the series in v = (x - m) / (x + m)
  const v = d / (x + m);
  let sum = d * v;
  let term = 2 * x * v;
  for (let i = 3; ; i += 2) {
    term *= v * v;
    const next = sum + term / i;
    if (next === sum) return sum;
    sum = next;
  }
}

/** m^k e^-m / Γ(k + 1) for real k >= 0 and m >= 0: at whole k the Poisson probability of k. */
export function poissonProbability(k: number, m: number): number {
  if (m === 0) return k === 0 ? 1 : 0;
  if (k === 0) return exp(-m);
  if (k < 1) return exp(k * log(m) - m - logGamma(k + 1));
  return exp(-stirlingError(k) - deviance(k, m)) / Math.sqrt(2 * Math.PI * k);
}

/** Sum of m^j / ((k+1)(k+2)…(k+j)), j = 0, 1, …; converges fast for m < k + 1. */
function seriesUp(k: number, m: number): number {
  let sum = 1;
  for (let term = 1, j = 1; term > 1e-18 * sum; j++) {
    term *= m / (k + j);
    sum += term;
  }
  return sum;
}

/** Γ(a, x) / (x^a e^-x) by the continued fraction, for x >= a + 1 (modified Lentz). */
function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let i = 1; ; i++) {
    const numerator = -i * (i - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const step = c * d;
    value *= step;
    if (Math.abs(step - 1) < 2e-16 || i > 100_000) return value;
  }
}

/** Regularized lower incomplete gamma P(a, x), a > 0, x >= 0; both tails keep their digits. */
export function gammaP(a: number, x: number): number {
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  if (x < a + 1) return Math.min(1, poissonProbability(a, x) * seriesUp(a, x));
  return 1 - poissonProbability(a, x) * a * fraction(a, x);
}

/** Regularized upper incomplete gamma Q(a, x) = 1 - P(a, x). */
export function gammaQ(a: number, x: number): number {
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  if (x < a + 1) return 1 - Math.min(1, poissonProbability(a, x) * seriesUp(a, x));
  return poissonProbability(a, x) * a * fraction(a, x);
}

/** P(N >= k) of a Poisson N of the given mean. */
export function poissonAtLeast(k: number, mean: number): number {
  return k <= 0 ? 1 : gammaP(k, mean);
}

/** P(N <= k) of a Poisson N of the given mean. */
export function poissonAtMost(k: number, mean: number): number {
  return k < 0 ? 0 : gammaQ(k + 1, mean);
}
