import { HIGH, POWER_ZERO, powersOfTwo } from './bits.js';
import { logOfParts, ONE, ROOT_HALF } from './log.js';

/**
 * out[offset + i] = factor · log(values[i]) for i = 0 … count - 1, to the bit of `log`, at half its
 * cost: the bits of a whole block are read from where it lies, instead of one double at a time
 * being written and read back.
 *
 * @param values positive normal doubles (at least 2.2e-308 and finite), not checked
 * @param words an Int32Array over the same memory
 */
export function logBlock(
  values: Float64Array,
  words: Int32Array,
  count: number,
  factor: number,
  out: Float64Array,
  offset: number,
): void {
  // what does not change is read once: a constant of the module would be loaded in every round
  const powers = powersOfTwo;
  const zero = POWER_ZERO + 0x3ff;
  const carry = ONE - ROOT_HALF;
  const high = HIGH | 0;
  const size = count | 0;
  const first = offset | 0;
  const times = +factor;
  for (let i = 0; i < size; i++) {
    const biased = (words[((i << 1) + high) | 0]! + carry) >> 20;
    const f = values[i]! * powers[(zero - biased) | 0]! - 1;
    out[(first + i) | 0] = times * logOfParts(f, biased - 0x3ff);
  }
}
