/*
 * log and log1p whose bits are the same in every engine.
 *
 * ECMAScript leaves the last bits of Math.log, exp, pow, sin … to the engine, and engines differ.
 * A simulated day must not, so these functions use only what IEEE 754 fixes (+ - * / and
 * comparisons) and the bits of a double. Math.log and its kin are banned from the model packages.
 *
 * Method: K. C. Ng's log of fdlibm (Sun Microsystems, 1993, e_log.c and s_log1p.c) in the branch-
 * light arrangement of musl libc. x = 2^k (1 + f) with 1 + f between sqrt(1/2) and sqrt(2); with
 * s = f / (2 + f), log(1 + f) = f - f²/2 + s (f²/2 + R(s²)), R a polynomial with error < 2^-58.
 */
import { HIGH, POWER_ZERO, powersOfTwo, scratch, words } from './bits.js';

/** High and low part of log 2; the high part has so few bits that k * LN2_HIGH is exact. */
export const LN2_HIGH = 6.9314718036912381649e-1;
export const LN2_LOW = 1.90821492927058770002e-10;

/** High word of 1, and of sqrt(1/2) rounded down. */
export const ONE = 0x3ff00000;
export const ROOT_HALF = 0x3fe6a09e;

/** s (f²/2 + R(s²)), what is missing from f - f²/2 to log(1 + f). */
function correction(f: number, halfSquare: number): number {
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even =
    w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const odd =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  return s * (halfSquare + (even + odd));
}

/**
 * log(2^k (1 + f)) for whoever has already taken a number apart, with the bits of {@link log}.
 *
 * @param f between sqrt(1/2) - 1 (included) and sqrt(2) - 1
 * @param k power of two, a whole number
 */
export function logOfParts(f: number, k: number): number {
  // a constant of the function is part of its code; one of the module would be loaded at each call
  const ln2High = 6.9314718036912381649e-1;
  const ln2Low = 1.90821492927058770002e-10;
  const halfSquare = 0.5 * f * f;
  return correction(f, halfSquare) + k * ln2Low - halfSquare + f + k * ln2High;
}

/**
 * Natural logarithm, off by less than 1 ulp.
 *
 * @param x any double; 0 and -0 give -Infinity, x < 0 and NaN give NaN, Infinity gives Infinity
 */
export function log(x: number): number {
  scratch[0] = x;
  let high = words[HIGH] as number;
  let k = 0;
  if (high < 0x00100000 || high >= 0x7ff00000) {
    if (x === 0) return -Infinity;
    if (!(x > 0)) return NaN;
    if (x === Infinity) return Infinity;
    // subnormal: bring it up to where the exponent bits tell the truth
    x *= 18014398509481984;
    k = -54;
    scratch[0] = x;
    high = words[HIGH] as number;
  }
  const shift = ((high + (ONE - ROOT_HALF)) >> 20) - 0x3ff;
  k += shift;
  return logOfParts(x * (powersOfTwo[POWER_ZERO - shift] as number) - 1, k);
}

/**
 * log(1 + x) without the rounding of 1 + x, off by less than 1 ulp.
 *
 * @param x any double; -1 gives -Infinity, x < -1 and NaN give NaN, -0 stays -0
 */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  if (x > -1.1102230246251565e-16 && x < 1.1102230246251565e-16) return x;
  if (x > -0.2928932188134524 && x < 0.4142135623730951) {
    const halfSquare = 0.5 * x * x;
    return correction(x, halfSquare) - halfSquare + x;
  }
  const u = 1 + x;
  scratch[0] = u;
  const k = (((words[HIGH] as number) + (ONE - ROOT_HALF)) >> 20) - 0x3ff;
  // what rounding 1 + x threw away; beyond 2^54 it no longer shows
  const lost = k < 54 ? (k >= 2 ? 1 - (u - x) : x - (u - 1)) / u : 0;
  const f = u * (powersOfTwo[POWER_ZERO - k] as number) - 1;
  const halfSquare = 0.5 * f * f;
  return correction(f, halfSquare) + (k * LN2_LOW + lost) - halfSquare + f + k * LN2_HIGH;
}
