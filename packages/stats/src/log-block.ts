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
  for (let i = 0; i < count; i++) {
    const k = ((words[2 * i + HIGH]! + (ONE - ROOT_HALF)) >> 20) - 0x3ff;
    out[offset + i] = factor * logOfParts(values[i]! * powersOfTwo[POWER_ZERO - k]! - 1, k);
  }
}
