/*
 * Logarithm of the gamma function and the two small differences the incomplete functions need.
 *
 * From 8 on Stirling's series (Abramowitz & Stegun 6.1.41); near 2 the series in zeta values
 * (A&S 6.1.33, whose form in log1p keeps the zeros at 1 and 2 exact); between them, and below, by
 * the recurrence gamma(x + 1) = x gamma(x).
 */
import { log, log1p } from './log.js';

const HALF_LOG_TWO_PI = 0.9189385332046728;

/** 1 - Euler's constant. */
const ONE_MINUS_EULER = 0.42278433509846713;

/** (-1)^k (zeta(k) - 1) / k for k = 2 … 29. */
const ZETA: readonly number[] = [
  0.3224670334241132, -0.0673523010531981, 0.020580808427784546, -0.007385551028673986,
  0.0028905103307415234, -0.001192753911703261, 0.0005096695247430425, -0.00022315475845357939,
  9.945751278180853e-5, -4.492623673813314e-5, 2.050721277567069e-5, -9.439488275268397e-6,
  4.374866789907488e-6, -2.039215753801366e-6, 9.55141213040742e-7, -4.492469198764566e-7,
  2.1207184805554665e-7, -1.0043224823968099e-7, 4.7698101693639804e-8, -2.2711094608943164e-8,
  1.0838659214896955e-8, -5.183475041970047e-9, 2.4836745438024785e-9, -1.1921401405860912e-9,
  5.731367241678862e-10, -2.7595228851242334e-10, 1.330476437424449e-10, -6.4229645638381e-11,
];

/** log gamma(2 + z) for |z| <= 1/2. */
function aroundTwo(z: number): number {
  let sum = 0;
  for (let i = ZETA.length - 1; i >= 0; i--) sum = sum * z + (ZETA[i] as number);
  return z * (ONE_MINUS_EULER + z * sum);
}

/**
 * log gamma(x) - (x - 1/2) log x + x - log(2 pi) / 2: what Stirling's formula misses, about
 * 1 / (12 x). Absolute error below 1e-15 for x >= 1; below 1 relative to log gamma(x).
 */
export function stirlingError(x: number): number {
  if (x >= 8) {
    const z = 1 / (x * x);
    return (
      (0.08333333333333333 +
        z *
          (-0.002777777777777778 +
            z *
              (0.0007936507936507937 +
                z *
                  (-0.0005952380952380953 +
                    z *
                      (0.0008417508417508417 +
                        z *
                          (-0.0019175269175269176 +
                            z * (0.00641025641025641 - z * 0.029550653594771242))))))) /
      x
    );
  }
  return logGamma(x) - (x - 0.5) * log(x) + x - HALF_LOG_TWO_PI;
}

/**
 * log gamma(x) for x > 0. Relative error below 1e-14, also next to the zeros at 1 and 2.
 *
 * @param x 0 and Infinity give Infinity; negative x and NaN give NaN
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : NaN;
  if (x === Infinity) return Infinity;
  if (x >= 8) return (x - 0.5) * (log(x) - 1) + (HALF_LOG_TWO_PI - 0.5) + stirlingError(x);
  if (x < 0.5) return aroundTwo(x) - log1p(x) - log(x);
  if (x < 1.5) return aroundTwo(x - 1) - log1p(x - 1);
  let product = 1;
  let rest = x;
  while (rest > 2.5) {
    rest -= 1;
    product *= rest;
  }
  return aroundTwo(rest - 2) + log(product);
}

/**
 * log(1 + u) - u without cancellation, for u > -1; relative error below 1e-14. About -u²/2 for
 * small u.
 */
export function log1pMinus(u: number): number {
  if (u < -0.4 || u > 0.7) return log1p(u) - u;
  // log1p(u) = 2 atanh(s), s = u / (2 + u), and 2 s - u = -s u
  const s = u / (2 + u);
  const z = s * s;
  let sum = 0;
  for (let k = 33; k >= 3; k -= 2) sum = sum * z + 2 / k;
  return s * (z * sum - u);
}
