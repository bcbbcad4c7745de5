/*
 * The gamma distribution with scale 1: regularized incomplete gamma functions and quantile.
 *
 * Series and continued fraction of Abramowitz & Stegun 6.5.29 and 6.5.31 (the fraction by W. J.
 * Lentz's method, Applied Optics 15, 1976), with the factor x^a e^-x / gamma(a) in C. Loader's
 * saddle-point form ("Fast and Accurate Computation of Binomial Probabilities", 2000), so that
 * large shapes lose no digits.
 */
import { exp, expm1 } from './exp.js';
import { log, log1p } from './log.js';
import { log1pMinus, logGamma, stirlingError } from './log-gamma.js';
import { normalQuantile } from './normal.js';

const ROOT_TWO_PI = 2.5066282746310002;
const EPSILON = 1.1102230246251565e-16;
const TINY = 1e-300;

/** x^a e^-x / gamma(a), which is x times the density. */
function gammaFactor(a: number, x: number): number {
  if (a < 1) return exp(a * log(x) - x - logGamma(a));
  const u = (x - a) / a;
  // a far smaller x would lose its digits in u
  const exponent = u < -0.5 ? log(x / a) - u : log1pMinus(u);
  return (Math.sqrt(a) / ROOT_TWO_PI) * exp(a * exponent - stirlingError(a));
}

/** The lower function by its power series, which converges well for x < a + 1. */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = a + 1; term > sum * EPSILON; n++) {
    term *= x / n;
    sum += term;
  }
  return gammaFactor(a, x) * sum;
}

/** The upper function by its continued fraction, which converges well for x > a + 1. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let i = 1; ; i++) {
    const an = -i * (i - a);
    b += 2;
    d = an * d + b;
    if (Math.abs(d) < TINY) d = TINY;
    c = b + an / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) <= 2 * EPSILON) return gammaFactor(a, x) * h;
  }
}

/**
 * The upper function for small x and a, where 1 - P would cancel:
 * Q = 1 - x^a / gamma(a + 1) · (1 + a Σ (-x)^n / ((a + n) n!)).
 */
function upperSmall(a: number, x: number): number {
  let term = 1;
  let sum = 0;
  for (let n = 1; n < 100; n++) {
    term *= -x / n;
    const add = term / (a + n);
    sum += add;
    if (Math.abs(add) < EPSILON * Math.abs(sum)) break;
  }
  const power = expm1(a * log(x) - logGamma(1 + a));
  return -power - (1 + power) * a * sum;
}

/** Upper or lower function; arguments are checked by the callers. */
function incompleteGamma(a: number, x: number, upper: boolean): number {
  if (x === 0) return upper ? 1 : 0;
  if (x === Infinity) return upper ? 0 : 1;
  if (a < 1 && x < 1.5) return upper ? upperSmall(a, x) : lowerSeries(a, x);
  if (x < a + 1) return upper ? 1 - lowerSeries(a, x) : lowerSeries(a, x);
  return upper ? upperFraction(a, x) : 1 - upperFraction(a, x);
}

const valid = (a: number, x: number): boolean => a > 0 && a < Infinity && x >= 0;

/**
 * P(a, x): the chance that a gamma variable of shape a and scale 1 is at most x. Relative error
 * below 1e-12 for shapes up to 1e6; the work grows with the root of the shape.
 *
 * @param a shape, above 0 and finite; anything else gives NaN
 * @param x 0 gives 0, Infinity gives 1, negative x and NaN give NaN
 */
export function regularizedGammaP(a: number, x: number): number {
  return valid(a, x) ? incompleteGamma(a, x, false) : NaN;
}

/** Q(a, x) = 1 - P(a, x) with its own digits where it is small; see {@link regularizedGammaP}. */
export function regularizedGammaQ(a: number, x: number): number {
  return valid(a, x) ? incompleteGamma(a, x, true) : NaN;
}

/**
 * The x with P(shape, x) = p: quantile of the gamma distribution with scale 1. Relative error
 * below 1e-12 (for shapes below 1, divided by the shape: there x goes like p to the 1 / shape).
 *
 * @param p probability; 0 gives 0, 1 gives Infinity, outside [0, 1] and NaN give NaN
 * @param shape above 0 and finite; anything else gives NaN
 * @param q 1 - p where the caller knows it better than 1 - p rounds
 */
export function gammaQuantile(p: number, shape: number, q: number = 1 - p): number {
  if (!(p >= 0 && q >= 0 && p <= 1 && shape > 0 && shape < Infinity)) return NaN;
  if (p === 0) return 0;
  if (q === 0) return Infinity;
  // below this the first term of the series is the whole function
  const logFirst = (log(p) + logGamma(shape + 1)) / shape;
  if (logFirst < -38) return exp(logFirst);
  const upper = q < p;
  const target = upper ? q : p;
  const logTarget = upper ? log(q) : p > 0.5 ? log1p(-q) : log(p);
  let low = 0;
  let high = Infinity;
  let x = startGamma(p, shape, q, logFirst);
  for (let i = 0; i < 200; i++) {
    const value = incompleteGamma(shape, x, upper);
    const above = upper ? value < target : value > target;
    if (above) high = x;
    else low = x;
    // Newton for log(tail) in log x: nearly straight in both tails
    const slope = (upper ? -1 : 1) * (gammaFactor(shape, x) / value);
    const ratio = value / target;
    const gap =
      Math.abs(ratio - 1) < 0.5 ? -log1p((value - target) / target) : logTarget - log(value);
    let next = x * exp(gap / slope);
    // Newton squares the error, so the step after this one would not show
    if (Math.abs(next - x) <= 1e-9 * x) return next;
    if (!(next > low && next < high))
      next = high === Infinity ? 2 * x : low === 0 ? x / 2 : Math.sqrt(low) * Math.sqrt(high);
    x = next;
  }
  return x;
}

/** First guess: Wilson and Hilferty's cube (PNAS 17, 1931), or the first term of the series. */
function startGamma(p: number, shape: number, q: number, logFirst: number): number {
  const c = 1 / (9 * shape);
  const root = 1 - c + normalQuantile(p, q) * Math.sqrt(c);
  const cube = shape * root * root * root;
  if (shape > 0.3 && root > 0.2) return cube;
  return shape < 1 && q < 0.5
    ? Math.max(exp(Math.min(logFirst, 5)), -log(q))
    : exp(Math.min(logFirst, log(shape + 1)));
}
