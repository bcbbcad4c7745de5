/*
 * The regularized incomplete beta function.
 *
 * Continued fraction of Abramowitz & Stegun 26.5.8 (by Lentz's method), with the factor
 * x^a y^b / B(a, b) in C. Loader's saddle-point form (2000), so that large a and b lose no digits.
 */
import { exp } from './exp.js';
import { log, log1p } from './log.js';
import { log1pMinus, logGamma, stirlingError } from './log-gamma.js';

const TWO_PI = 6.283185307179586;
const EPSILON = 1.1102230246251565e-16;
const TINY = 1e-300;

/** a (log(1 + u) - u) where 1 + u = ratio, u known without cancellation. */
const deviance = (a: number, u: number, ratio: number): number =>
  a * (u < -0.5 ? log(ratio) - u : log1pMinus(u));

/** x^a y^b / B(a, b) for y = 1 - x: x y times the density. */
export function betaFactor(x: number, y: number, a: number, b: number): number {
  const n = a + b;
  // below 1 the saddle point would lie outside (0, 1)
  if (a < 1 || b < 1) {
    // the logarithm of a number next to 1 is taken from its complement
    const logX = x > 0.5 ? log1p(-y) : log(x);
    const logY = y > 0.5 ? log1p(-x) : log(y);
    return exp(a * logX + b * logY - logBeta(a, b));
  }
  const gap = b * x - a * y;
  const exponent = deviance(a, gap / a, (n * x) / a) + deviance(b, -gap / b, (n * y) / b);
  const correction = stirlingError(n) - stirlingError(a) - stirlingError(b);
  return Math.sqrt((a * b) / (TWO_PI * n)) * exp(exponent + correction);
}

/** log B(a, b) where one of the two is below 1, so that only the other can be large. */
export function logBeta(a: number, b: number): number {
  return logGamma(Math.min(a, b)) + logGammaStep(Math.max(a, b), Math.min(a, b));
}

/** log gamma(x) - log gamma(x + d) for 0 < d < 1, without the cancellation of large x. */
function logGammaStep(x: number, d: number): number {
  if (x < 8) return logGamma(x) - logGamma(x + d);
  // Stirling on both: (x - 1/2) log(x / (x + d)) - d log(x + d) + d + the difference of the errors
  const u = d / x;
  return (
    -(x - 0.5) * (log1pMinus(u) + u) -
    d * log(x + d) +
    d +
    (stirlingError(x) - stirlingError(x + d))
  );
}

/** Continued fraction for I_x(a, b), which converges well for x < (a + 1) / (a + b + 2). */
function fraction(x: number, a: number, b: number): number {
  const clamp = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / clamp(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; ; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / clamp(1 + even * d);
    c = clamp(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / clamp(1 + odd * d);
    c = clamp(1 + odd / c);
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) <= 2 * EPSILON) return h;
  }
}

/** I_x(a, b) where both x and y = 1 - x are known to full precision. */
export function betaOfParts(x: number, y: number, a: number, b: number): number {
  if (x === 0) return 0;
  if (y === 0) return 1;
  const factor = betaFactor(x, y, a, b);
  if (x * (a + b + 2) < a + 1) return (factor * fraction(x, a, b)) / a;
  return 1 - (factor * fraction(y, b, a)) / b;
}

/**
 * I_x(a, b): the chance that a beta variable with parameters a and b is at most x. Relative error
 * below 1e-12 for a and b up to 1e4, and about a digit less for each further power of ten.
 *
 * @param x 0 gives 0, 1 gives 1, outside [0, 1] and NaN give NaN
 * @param a above 0 and finite; anything else gives NaN
 * @param b above 0 and finite; anything else gives NaN
 */
export function regularizedBeta(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1 && a > 0 && b > 0 && a < Infinity && b < Infinity)) return NaN;
  return betaOfParts(x, 1 - x, a, b);
}
