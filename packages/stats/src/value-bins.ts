import { HIGH, scratch, words } from './bits.js';

/** First bin of positive normal doubles; nearer to 0 there is only bin 0. */
const NORMAL = 0x00100000 >> 10;

/** Bin number of a value without its sign, by the word with sign, exponent and first bits of the mantissa. */
export function binOfWord(word: number): number {
  return Math.max(0, ((word & 0x7fffffff) >> 10) - (NORMAL - 1));
}

/** Signed bin number, ascending with the value; the bins next to 0 are ±1. */
export function binOf(value: number): number {
  scratch[0] = value;
  const bin = binOfWord(words[HIGH] as number);
  return value < 0 ? -bin : bin;
}

/** Middle of a bin. */
export function middleOf(bin: number): number {
  return bin < 0 ? -within(-bin, 0x200) : within(bin, 0x200);
}

/** Least value of a bin from 0 on. */
export function leastOf(bin: number): number {
  return within(bin, 0);
}

/** The value of a bin from 0 on whose next bits of the mantissa are these. */
function within(bin: number, bits: number): number {
  if (bin === 0) return 0;
  words[1 - HIGH] = 0;
  words[HIGH] = ((bin + NORMAL - 1) << 10) | bits;
  return scratch[0] as number;
}
