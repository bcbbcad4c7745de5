/**
 * Chance by address: every random number is a pure function of where it belongs, never of what was
 * drawn before it. A key is two 32-bit words; `childKey…` walks one step down the address (seed →
 * replication → source → half hour → …), `word` reads one 32-bit number at a purpose under a key.
 *
 * The mixing steps are multiply–xorshift rounds with the constants of C. Wellons' "triple32" and
 * "lowbias32" (hash-prospector, 2018), chosen there for the smallest avalanche bias; both key words
 * enter between rounds. Only `Math.imul`, shifts, xor and addition: the same bits in every engine.
 */

/** Separates the two words of a child key from each other and from the words of draws. */
const CHILD_LOW = 0x5bd1e995;
const CHILD_HIGH = 0x27d4eb2f;

/**
 * The 32-bit word at `purpose` under a key, as a signed integer.
 * @param low first word of the key
 * @param high second word of the key
 * @param purpose any 32-bit integer; other purposes give independent words
 */
export function word(low: number, high: number, purpose: number): number {
  // 2^32 / golden ratio spreads neighbouring purposes over the whole word; it stands here because V8
  // keeps a named constant beyond 2^31 as an object, which every draw would then load and convert
  let x = (low + Math.imul(purpose, 0x9e3779b9)) | 0;
  x = Math.imul(x ^ (x >>> 17), 0xed5ad4bb);
  x = Math.imul(x ^ (x >>> 11), 0xac4c1b51);
  x = ((x ^ (x >>> 15)) + high) | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}

/** First word of the key one step below (`low`, `high`), at place `index`. */
export function childLow(low: number, high: number, index: number): number {
  return word(low ^ CHILD_LOW, high, index);
}

/** Second word of the key one step below (`low`, `high`), at place `index`. */
export function childHigh(low: number, high: number, index: number): number {
  return word(high ^ CHILD_HIGH, low, index);
}

/** An address as far as it has been walked: an immutable pair of words. */
export interface Key {
  readonly low: number;
  readonly high: number;
}

/** The key one step below `key` at a place given by a number or by a name (an id of a scenario). */
export function childKey(key: Key, place: number | string): Key {
  if (typeof place === 'number') {
    return { low: childLow(key.low, key.high, place), high: childHigh(key.low, key.high, place) };
  }
  let walked = childKey(key, place.length);
  for (let i = 0; i < place.length; i++) walked = childKey(walked, place.charCodeAt(i));
  return walked;
}

/**
 * A number in (0, 1) from two words: an odd multiple of 2^-53, so that u and 1 - u are both exact
 * and neither end is ever reached. Tails are resolved down to 1.1e-16.
 */
export function uniform(first: number, second: number): number {
  return ((first >>> 0) * 2097152 + (second >>> 12) * 2 + 1) * 1.1102230246251565e-16;
}

/** A number in (0, 1) from one word: an odd multiple of 2^-33. For choices and positions, not for tails. */
export function coarseUniform(single: number): number {
  return ((single >>> 0) + 0.5) * 2.3283064365386963e-10;
}

/** `uniform` of the two words at a purpose under a key. */
export function draw(low: number, high: number, purpose: number): number {
  return uniform(word(low, high, 2 * purpose), word(low, high, 2 * purpose + 1));
}

/** `coarseUniform` of the first word at a purpose under a key: the leading 32 bits of `draw`. */
export function coarseDraw(low: number, high: number, purpose: number): number {
  return coarseUniform(word(low, high, 2 * purpose));
}
