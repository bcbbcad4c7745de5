/*
 * pow whose bits are the same in every engine (Math.pow and ** are banned: see log.ts).
 *
 * x^y = exp(y log x), with log x carried as a sum of two doubles (about 64 bits), because an error
 * in log x is magnified by up to 709 in the result. With x = 2^k m and s = (m - 1) / (m + 1),
 * log x = k log 2 + 2 s + s (2/3 s² + 2/5 s⁴ + …); sums and products keep their rounding error as
 * a second double (T. J. Dekker, Numer. Math. 18, 1971). The polynomial is a Chebyshev fit.
 */
import { HIGH, POWER_ZERO, powersOfTwo, scratch, words } from './bits.js';
import { expOfSum } from './exp.js';
import { LN2_HIGH, LN2_LOW } from './log.js';

/** 2^27 + 1 cuts a double into two halves of 26 bits whose products are exact. */
const SPLITTER = 134217729;

/** What a * b in floating point misses of the true product; `product` is a * b. */
function productError(a: number, b: number, product: number): number {
  const aUp = a * SPLITTER;
  const aHigh = aUp - (aUp - a);
  const aLow = a - aHigh;
  const bUp = b * SPLITTER;
  const bHigh = bUp - (bUp - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/**
 * x to the power y for x >= 0, off by less than 1 ulp.
 *
 * @param x base; a negative base gives NaN even where y is an integer, -0 counts as 0
 * @param y exponent; pow(x, 0) is 1 and pow(1, y) is 1 for every x and y, NaN included; otherwise
 *   NaN gives NaN, and 0, Infinity and infinite exponents give the limits 0 or Infinity
 */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (!(x >= 0) || y !== y) return NaN;
  if (y === 1) return x === 0 ? 0 : x;
  if (y === 2) return x * x;
  if (y === 0.5) return x === 0 ? 0 : Math.sqrt(x);
  if (x === 0 || x === Infinity) return (x === 0) === y > 0 ? 0 : Infinity;
  // |y log x| exceeds 2^11 here, as |log x| is at least 2^-53
  if (y >= 18446744073709552000 || y <= -18446744073709552000)
    return x > 1 === y > 0 ? Infinity : 0;

  scratch[0] = x;
  let high = words[HIGH] as number;
  let k = 0;
  if (high < 0x00100000) {
    x *= 18014398509481984;
    k = -54;
    scratch[0] = x;
    high = words[HIGH] as number;
  }
  const shift = ((high + (0x3ff00000 - 0x3fe6a09e)) >> 20) - 0x3ff;
  k += shift;
  const m = x * (powersOfTwo[POWER_ZERO - shift] as number);

  // s = f / d to two doubles, d = m + 1 being two doubles itself
  const f = m - 1;
  const d = m + 1;
  const dLow = m - (d - 1);
  const s = f / d;
  const sd = s * d;
  const sLow = (f - sd - productError(s, d, sd) - s * dLow) / d;

  // z = s²
  const z = s * s;
  const zLow = productError(s, s, z) + 2 * s * sLow;

  // t = z (2/3 + z (2/5 + …))
  const p =
    0.4 +
    z *
      (0.28571428571429364 +
        z *
          (0.22222222221655885 +
            z *
              (0.18181818335392802 +
                z *
                  (0.1538459496251843 +
                    z *
                      (0.1333480469384731 +
                        z * (0.11706236339491206 + z * 0.11723178623876518))))));
  const third = z * 0.6666666666666666;
  const thirdLow =
    productError(z, 0.6666666666666666, third) +
    z * 3.700743415417188e-17 +
    zLow * 0.6666666666666666;
  const rest = z * z * p;
  const t = third + rest;
  const tLow = third - t + rest + thirdLow;

  // log x = k log 2 + 2 s + s t, largest first
  const st = s * t;
  const stLow = productError(s, t, st) + s * tLow + sLow * t;
  const base = k * LN2_HIGH;
  const first = base + 2 * s;
  const firstLow = base === 0 ? 0 : base - first + 2 * s;
  const sum = first + st;
  const sumLow = first - sum + st + (firstLow + (k * LN2_LOW + 2 * sLow + stLow));
  const logHigh = sum + sumLow;
  const logLow = sum - logHigh + sumLow;

  const product = y * logHigh;
  if (product > 710 || product < -746) return product > 0 ? Infinity : 0;
  return expOfSum(product, productError(y, logHigh, product) + y * logLow);
}
