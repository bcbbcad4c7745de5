import { HIGH } from './bits.js';

/** Bins of an octave, which is a power of two. */
const PAGE = 1024;
/** Octaves that a double of 0 or more can lie in; the first one is that of 0. */
const OCTAVE_BITS = 11;
const OCTAVES = 1 << OCTAVE_BITS;

/** Octaves of a member there is room for at first: of half a million waits the shortest is some 30 octaves below an hour. Memory that nobody writes to is not taken. */
const USUAL = 30;

/**
 * Whole counts by member and bin. A bin is the exponent and the first 10 bits of the mantissa of a
 * double, as a `Histogram` has them. An octave of a member takes memory, 4 kB, when a value first
 * lies in it: values of many magnitudes cost no more than those they touch.
 */
export class OctavePages {
  /** Page of each octave of each member, numbered from 1; 0 = none yet. */
  readonly #pageOf: Int32Array;
  /** First octave of each member that has a page, but for that of 0; `OCTAVES` for none. */
  readonly #firstOf: Int32Array;
  #counts: Int32Array;
  #pages = 0;

  constructor(members: number) {
    this.#pageOf = new Int32Array(members * OCTAVES);
    this.#firstOf = new Int32Array(members).fill(OCTAVES);
    this.#counts = new Int32Array(USUAL * members * PAGE);
  }

  /**
   * Counts values from … to - 1, none of them negative.
   * @param words the words of the values where they lie: writing a double and reading half of it
   *   stalls the CPU
   * @param members whose each value is
   */
  addAll(words: Int32Array, members: Uint32Array, from: number, to: number): void {
    const pageOf = this.#pageOf;
    const high = HIGH | 0;
    let counts = this.#counts;
    for (let i = from; i < to; i++) {
      const cell = ((words[2 * i + high] as number) & 0x7fff_ffff) >> 10;
      const octave = (members[i] as number) * OCTAVES + (cell >> 10);
      let page = pageOf[octave] as number;
      if (page === 0) {
        page = this.#open(octave);
        counts = this.#counts;
      }
      const at = ((page - 1) << 10) + (cell & (PAGE - 1));
      counts[at] = (counts[at] as number) + 1;
    }
  }

  /** How many values of a member are 0, or too small to tell from it. */
  zeros(member: number): number {
    const page = this.#pageOf[member * OCTAVES] as number;
    if (page === 0) return 0;
    return this.#counts
      .subarray((page - 1) * PAGE, page * PAGE)
      .reduce((sum, count) => sum + count);
  }

  /** First bin that any of the members has a page for, as a `Histogram` numbers bins; Infinity for none. */
  firstBin(members: readonly number[]): number {
    let first = OCTAVES;
    for (const member of members) first = Math.min(first, this.#firstOf[member] as number);
    return first === OCTAVES ? Infinity : (first - 1) * PAGE + 1;
  }

  /** How many values of some members lie in a bin other than that of 0. */
  at(bin: number, members: readonly number[]): number {
    const octave = (bin + PAGE - 1) >> 10;
    const place = (bin - 1) & (PAGE - 1);
    let sum = 0;
    for (const member of members) {
      const page = this.#pageOf[member * OCTAVES + octave] as number;
      if (page > 0) sum += this.#counts[(page - 1) * PAGE + place] as number;
    }
    return sum;
  }

  #open(octave: number): number {
    if ((this.#pages + 1) * PAGE > this.#counts.length) {
      const counts = new Int32Array(2 * this.#counts.length + PAGE);
      counts.set(this.#counts);
      this.#counts = counts;
    }
    const member = octave >> OCTAVE_BITS;
    const own = octave & (OCTAVES - 1);
    if (own > 0 && own < (this.#firstOf[member] as number)) this.#firstOf[member] = own;
    return (this.#pageOf[octave] = ++this.#pages);
  }
}
