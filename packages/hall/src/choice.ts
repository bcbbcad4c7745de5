/** A choice among positions by their shares, read by one 32-bit word. */
export interface Choice {
  /** Cumulative shares times 2^32; the last that anybody can have is Infinity. */
  readonly thresholds: Float64Array;
  /** What the leading eight bits of a word say already: a position, or `UNSURE` where a threshold lies among such words. */
  readonly byByte: Uint16Array;
}

const UNSURE = 0xffff;
const WORDS_A_BYTE = 16777216;

/**
 * @param shares at least one above 0, in any unit; a share of 0 is never chosen
 */
export function choiceOf(shares: readonly number[]): Choice {
  let sum = 0;
  for (const part of shares) sum += part;
  let running = 0;
  const thresholds = Float64Array.from(shares, (part) => ((running += part) / sum) * 4294967296);
  // the last reaches over every word, whatever the rounding of the shares
  let last = thresholds.length - 1;
  while (last > 0 && shares[last] === 0) last--;
  thresholds.fill(Infinity, last);
  const byByte = Uint16Array.from({ length: 256 }, (_, byte) => {
    const first = search(thresholds, byte * WORDS_A_BYTE);
    return first === search(thresholds, (byte + 1) * WORDS_A_BYTE - 1) ? first : UNSURE;
  });
  return { thresholds, byByte };
}

/**
 * The position whose stretch of the shares, in their order, holds the word. Mostly one look at a table,
 * which no processor can guess wrong; one word in a hundred is compared.
 */
export function choose(choice: Choice, single: number): number {
  const sure = choice.byByte[single >>> 24]!;
  return sure === UNSURE ? search(choice.thresholds, single >>> 0) : sure;
}

function search(thresholds: Float64Array, u: number): number {
  let i = 0;
  while (u >= thresholds[i]!) i++;
  return i;
}
