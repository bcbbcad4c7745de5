import { HIGH } from './bits.js';
import type { CountedValues } from './counted-values.js';
import { OrderedPart } from './ordered-part.js';
import { coarseOfWord, daysOfSection } from './section-counts.js';

/** More coarse bins than doubles lie in. */
const COARSE_BINS = 1 << 17;
/** Upper words from here on are those of numbers that are infinite, NaN or negative. */
const NOT_COUNTED = 0x7ff0_0000;

/** Values, and the section of days that each comes from. */
interface Columns {
  readonly values: Float64Array;
  readonly sectionOf: Uint8Array;
}

/** Memory that serves the next values, and their next parts. */
interface Room {
  /** Place of each value in the order. */
  readonly places: Int32Array;
  readonly ordered: Columns;
  /** What each value belongs to, in the order. */
  readonly codeOf: Int32Array;
  readonly dealt: Columns;
}
let spare = room(0);

function room(length: number): Room {
  const columns = (): Columns => ({
    values: new Float64Array(length),
    sectionOf: new Uint8Array(length),
  });
  return {
    places: new Int32Array(length),
    ordered: columns(),
    codeOf: new Int32Array(length),
    dealt: columns(),
  };
}

/**
 * Values that are kept, 0 or more and finite, in the order of their coarse bins: the quantiles of all of them and of parts of
 * them, with their intervals, are those of `DayCounts`, found in half the time where there are many parts, and exact.
 *
 * Memory is shared: only the values that came last in a thread may be looked at, and of the parts only those
 * dealt out last.
 */
export class OrderedValues {
  readonly #length: number;
  readonly #sections: number;
  /** The codes that were put in order last, and how many values there are of each. */
  #codes: Uint32Array | null = null;
  #counts = new Int32Array(0);

  /**
   * @param values day by day
   * @param dayEnds how many of them there are up to the end of each day
   * @throws RangeError naming a value that is negative or not finite
   */
  constructor(values: Float64Array, dayEnds: readonly number[]) {
    this.#length = values.length;
    if (spare.places.length < values.length) spare = room(Math.ceil(1.25 * values.length));
    // the words where they lie: writing a double and reading half of it stalls the CPU
    const words = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
    const next = new Int32Array(COARSE_BINS);
    addUp(next, countCoarse(words, values, next));
    const days = daysOfSection(dayEnds.length);
    this.#sections = Math.ceil(dayEnds.length / days);
    for (let day = 0, from = 0; day < dayEnds.length; day++) {
      const to = dayEnds[day] as number;
      put(values, words, Math.floor(day / days), from, to, next, spare);
      from = to;
    }
  }

  /** All of them. */
  all(): CountedValues {
    return this.#part(spare.ordered, 0, this.#length);
  }

  /**
   * Deals them out.
   * @param codes what each value belongs to, in the order in which they came
   * @param parts codes of each part: each code there is is in one of them
   */
  parts(codes: Uint32Array, parts: readonly (readonly number[])[]): readonly CountedValues[] {
    const partOf = partsByCode(parts);
    if (codes !== this.#codes) {
      this.#codes = codes;
      this.#counts = new Int32Array(partOf.length);
      putCodes(codes, this.#length, this.#counts, spare);
    }
    const next = new Int32Array(parts.length + 1);
    this.#counts.forEach((count, code) => {
      const after = (partOf[code] as number) + 1;
      next[after] = (next[after] as number) + count;
    });
    addUp(next, parts.length);
    deal(this.#length, partOf, next, spare);
    return parts.map((_, i) => {
      const from = i === 0 ? 0 : (next[i - 1] as number);
      return this.#part(spare.dealt, from, next[i] as number);
    });
  }

  #part({ values, sectionOf }: Columns, from: number, to: number): CountedValues {
    return new OrderedPart(values.subarray(from, to), sectionOf.subarray(from, to), this.#sections);
  }
}

/** The part that each code is in. */
function partsByCode(parts: readonly (readonly number[])[]): Int32Array {
  const partOf = new Int32Array(parts.reduce((sum, codes) => sum + codes.length, 0));
  parts.forEach((codes, i) => {
    for (const code of codes) partOf[code] = i;
  });
  return partOf;
}

/** Counts the values of each coarse bin at the place after its own; returns the largest of these places. */
function countCoarse(words: Int32Array, values: Float64Array, counts: Int32Array): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    const word = words[2 * i + HIGH] as number;
    if (word >>> 0 >= NOT_COUNTED) requireCountable(values, i);
    const after = coarseOfWord(word) + 1;
    counts[after] = (counts[after] as number) + 1;
    if (after > largest) largest = after;
  }
  return largest;
}

function requireCountable(values: Float64Array, i: number): void {
  const value = values[i] as number;
  // -0 is 0
  if (value === 0) return;
  throw new RangeError(`values[${i}] is ${value}: a value must be finite and 0 or more`);
}

/** Each count up to the last becomes the sum of those up to it. */
function addUp(counts: Int32Array, last: number): void {
  for (let i = 1; i <= last; i++) {
    counts[i] = (counts[i] as number) + (counts[i - 1] as number);
  }
}

/** Puts values of a section in the order of the coarse bins, and within one of the values as they came; `next` is the next place of each. */
function put(
  values: Float64Array,
  words: Int32Array,
  section: number,
  from: number,
  to: number,
  next: Int32Array,
  { places, ordered: { values: ordered, sectionOf } }: Room,
): void {
  for (let i = from; i < to; i++) {
    const coarse = coarseOfWord(words[2 * i + HIGH] as number);
    const place = next[coarse] as number;
    next[coarse] = place + 1;
    places[i] = place;
    ordered[place] = values[i] as number;
    sectionOf[place] = section;
  }
}

/** Puts the code of each value in order, and counts the values of each. */
function putCodes(
  codes: Uint32Array,
  length: number,
  counts: Int32Array,
  { places, codeOf }: Room,
): void {
  for (let i = 0; i < length; i++) {
    const code = codes[i] as number;
    codeOf[places[i] as number] = code;
    counts[code] = (counts[code] as number) + 1;
  }
}

/** Deals out what stands in order; `next` says where the values of each part begin, and then where they end. */
function deal(
  length: number,
  partOf: Int32Array,
  next: Int32Array,
  { codeOf, ordered: { values, sectionOf }, dealt }: Room,
): void {
  const { values: dealtValues, sectionOf: dealtSections } = dealt;
  for (let i = 0; i < length; i++) {
    const part = partOf[codeOf[i] as number] as number;
    const place = next[part] as number;
    next[part] = place + 1;
    dealtValues[place] = values[i] as number;
    dealtSections[place] = sectionOf[i] as number;
  }
}
