/*
 * Access to the bits of a double, and the powers of two, shared by the elementary functions.
 *
 * `scratch` is overwritten by every call of every elementary function: none of them calls back
 * into foreign code between writing and reading, so nobody sees another's bits.
 */

const buffer = new ArrayBuffer(8);

/** One double whose halves can be read through {@link words}. */
export const scratch: Float64Array = new Float64Array(buffer);

/** The two 32-bit halves of {@link scratch}. */
export const words: Int32Array = new Int32Array(buffer);

scratch[0] = 1;

/** Index of sign, exponent and the top 20 mantissa bits in {@link words}, for either endianness. */
export const HIGH: 0 | 1 = words[0] === 0 ? 1 : 0;

/** Position of 2^0 in {@link powersOfTwo}. */
export const POWER_ZERO = 1074;

/**
 * 2^k at index `k + POWER_ZERO` for k = -1074 … 1023, every power a double can hold.
 * Multiplying by an entry scales without a second rounding, and is faster than assembling the
 * exponent word by hand: a double read right after one of its halves was written stalls the CPU.
 */
export const powersOfTwo: Float64Array = tabulatePowersOfTwo();

function tabulatePowersOfTwo(): Float64Array {
  const table = new Float64Array(POWER_ZERO + 1024);
  let up = 1;
  for (let k = 0; k < 1024; k++) {
    table[POWER_ZERO + k] = up;
    up *= 2;
  }
  let down = 1;
  for (let k = 0; k <= POWER_ZERO; k++) {
    table[POWER_ZERO - k] = down;
    down *= 0.5;
  }
  return table;
}
