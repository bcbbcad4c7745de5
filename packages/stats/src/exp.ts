/*
 * exp and expm1 whose bits are the same in every engine (Math.exp is banned: see log.ts).
 *
 * Method: K. C. Ng's exp and expm1 of fdlibm (Sun Microsystems, 1993, e_exp.c and s_expm1.c).
 * x = k log 2 + r with |r| <= log(2) / 2, log 2 in two parts so that r keeps its last bits;
 * exp(r) from a rational approximation with error < 2^-59; then the factor 2^k.
 */
import { POWER_ZERO, powersOfTwo } from './bits.js';
import { LN2_HIGH, LN2_LOW } from './log.js';

const INVERSE_LN2 = 1.442695040888963387;

/** Beyond these exp(x) rounds to Infinity, or to 0. */
const OVERFLOW = 709.782712893383973096;
const UNDERFLOW = -745.13321910194122211;

/** y 2^k with one rounding, for y between 1/2 and 2 and k = -1076 … 1024. */
function scale(y: number, k: number): number {
  if (k > 1023) return y * 2 * (powersOfTwo[POWER_ZERO + 1023] as number);
  if (k < -1074) return y * 0.25 * (powersOfTwo[POWER_ZERO + k + 2] as number);
  return y * (powersOfTwo[POWER_ZERO + k] as number);
}

/** exp(x + tail) for a tail of at most an ulp or so of x; the common part of exp and pow. */
export function expOfSum(x: number, tail: number): number {
  if (!(x <= OVERFLOW)) return x > OVERFLOW ? Infinity : NaN;
  if (x < UNDERFLOW) return 0;
  const k = Math.floor(INVERSE_LN2 * x + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW - tail;
  const r = high - low;
  const z = r * r;
  const c =
    r -
    z *
      (1.66666666666666019037e-1 +
        z *
          (-2.77777777770155933842e-3 +
            z *
              (6.61375632143793436117e-5 +
                z * (-1.6533902205465251539e-6 + z * 4.13813679705723846039e-8))));
  return scale(1 + ((r * c) / (2 - c) - low + high), k);
}

/**
 * e to the power x, off by less than 1 ulp.
 *
 * @param x any double; above 709.78 gives Infinity, below -745.13 gives 0, NaN gives NaN
 */
export function exp(x: number): number {
  return expOfSum(x, 0);
}

/**
 * exp(x) - 1 without the cancellation near 0, off by less than 1 ulp.
 *
 * @param x any double; above 709.78 gives Infinity, far below 0 gives -1, NaN gives NaN, -0 stays -0
 */
export function expm1(x: number): number {
  if (!(x <= OVERFLOW)) return x > OVERFLOW ? Infinity : NaN;
  // 56 log 2: what is missing to -1 is below half an ulp
  if (x < -38.816242111356935) return -1;
  if (x > -5.551115123125783e-17 && x < 5.551115123125783e-17) return x;
  const k = Math.floor(INVERSE_LN2 * x + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const lost = high - r - low;
  const half = 0.5 * r;
  const square = r * half;
  const q =
    1 +
    square *
      (-3.33333333333331316428e-2 +
        square *
          (1.58730158725481460165e-3 +
            square *
              (-7.93650757867487942473e-5 +
                square * (4.00821782732936239552e-6 + square * -2.01099218183624371326e-7))));
  const t = 3 - q * half;
  let e = square * ((q - t) / (6 - r * t));
  if (k === 0) return r - (r * e - square);
  e = r * (e - lost) - lost - square;
  if (k === -1) return 0.5 * (r - e) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  if (k < 0 || k > 56) return scale(r - e + 1, k) - 1;
  // 1 - 2^-k joins before the factor 2^k, at the place where it loses least
  const shrunk = powersOfTwo[POWER_ZERO - k] as number;
  return scale(k < 20 ? r - e + (1 - shrunk) : r - (e + shrunk) + 1, k);
}
