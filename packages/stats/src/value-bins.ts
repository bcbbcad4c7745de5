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

/** Bins that a table of wanted ones tells apart: those of eight octaves. */
export const TOLD_APART = 8192;

/**
 * Rows of the first `length` values, none of them negative, whose bin is wanted.
 * @param wanted 1 at bin % `TOLD_APART` for each that is
 */
export function rowsInBins(values: Float64Array, length: number, wanted: Uint8Array): number[] {
  // the words where they lie: writing a double and reading half of it stalls the CPU
  const halves = new Int32Array(values.buffer, values.byteOffset, 2 * length);
  const rows: number[] = [];
  for (let row = 0; row < length; row++) {
    // binOfWord, without its call
    const cell = (((halves[2 * row + HIGH] as number) & 0x7fffffff) >> 10) - (NORMAL - 1);
    const bin = cell & ~(cell >> 31);
    if (wanted[bin & (TOLD_APART - 1)] !== 0) rows.push(row);
  }
  return rows;
}

/**
 * The value of rank `rank`, from 0, among those of a bin other than that of 0, which must have more than that.
 * @param values none of them negative
 */
export function valueInBin(values: Float64Array, bin: number, rank: number): number {
  const wanted = new Uint8Array(TOLD_APART);
  wanted[bin & (TOLD_APART - 1)] = 1;
  const own = rowsInBins(values, values.length, wanted).map((row) => values[row] as number);
  return own.filter((value) => binOf(value) === bin).sort((a, b) => a - b)[rank] as number;
}
