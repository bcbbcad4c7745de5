import { exp, log, logOfParts, normalQuantile } from '@hallsim/stats';
import { draw, word } from './address.js';
import type { Variate } from './variate.js';
import { quantile } from './variate-quantile.js';

/**
 * A block of draws: out[i] = quantile(variate, draw(low, high, first + i)) for i = 0 … count - 1, to
 * the bit, without asking for the family at every number. The hot path: nothing is checked.
 *
 * @param first place of the first number, a whole number; places repeat after 2^31
 */
export function fill(
  variate: Variate,
  low: number,
  high: number,
  first: number,
  out: Float64Array,
  count: number,
): void {
  const family: string = variate.family;
  switch (family) {
    case 'fixed':
      out.fill(variate.mean, 0, count);
      return;
    case 'exponential':
      fillExponential(variate.mean, low, high, first, out, count);
      return;
    case 'lognormal':
      fillLognormal(variate, low, high, first, out, count);
      return;
    default:
      for (let i = 0; i < count; i++) {
        out[i] = quantile(variate, draw(low, high, (first + i) | 0));
      }
  }
}

function fillExponential(
  mean: number,
  low: number,
  high: number,
  first: number,
  out: Float64Array,
  count: number,
): void {
  for (let i = 0; i < count; i++) out[i] = mean * unitExponential(low, high, (first + i) | 0);
}

function fillLognormal(
  { mean, a, b }: Variate,
  low: number,
  high: number,
  first: number,
  out: Float64Array,
  count: number,
): void {
  // two passes: each stays small enough to be compiled as one piece
  for (let i = 0; i < count; i++) out[i] = draw(low, high, (first + i) | 0);
  for (let i = 0; i < count; i++) out[i] = mean * exp(a * normalQuantile(out[i]!) + b);
}

/** 2^(k - 53) at index k: brings 53-bit numbers with k - 1 leading zeros, or k, to around 1. */
const SCALES = Float64Array.from({ length: 13 }, (_, k) => (1 << k) * 1.1102230246251565e-16);
/** 2^20 minus the leading 20 bits of √2 - 1: adding it to such bits carries from √2 on. */
const CARRY_FROM_ROOT_TWO = 0x95f62;

/**
 * -log(1 - draw(low, high, place)), to the bit. 1 - u is the same number with all its bits turned
 * round, and still two integers: its power of two is counted there instead of being read back from
 * the bits of a double.
 */
function unitExponential(low: number, high: number, place: number): number {
  const top = ~word(low, high, 2 * place);
  const zeros = Math.clz32(top);
  // the second word would be needed to tell the power of two: once in 4,096 draws
  if (zeros > 11) return -log(1 - draw(low, high, place));
  const rest = (~word(low, high, 2 * place + 1) >>> 11) | 1;
  const k = zeros + 1 - (((((top << zeros) << 1) >>> 12) + CARRY_FROM_ROOT_TWO) >>> 20);
  return -logOfParts(((top >>> 0) * 2097152 + rest) * SCALES[k]! - 1, -k);
}
