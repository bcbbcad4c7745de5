import { HIGH } from './bits.js';

/** Bins that are counted together: of the 1024 of a power of two 64 are left. */
const TOGETHER_BITS = 4;
const PER_OCTAVE = 1024 >> TOGETHER_BITS;
/** First bin of 1/64, without the four bits; below it lie two coarse bins. */
const FINER = 0x3f90_0000 >> (10 + TOGETHER_BITS);
/** Coarse bins that there always are: that of 0, and all others below 1/64. */
const FIRST = 2;
/** Coarse bins there is room for at first: up to 128, which few waits in minutes reach. */
const USUAL = FIRST + 13 * PER_OCTAVE;
/** Bins up to that of the smallest normal double. */
const NORMAL = 1023;
/** Sections of days at most; there are more than half as many, once there are as many days. */
const MOST_SECTIONS = 64;

/** Index among the coarse bins, of a bin as a `Histogram` numbers it. */
export function coarseOf(bin: number): number {
  return bin === 0 ? 0 : Math.max(1, ((bin + NORMAL) >> TOGETHER_BITS) - FINER + FIRST);
}

/** First bin that is counted in a coarse bin other than that of 0. */
export function firstBinOf(coarse: number): number {
  return coarse < FIRST ? 1 : ((coarse - FIRST + FINER) << TOGETHER_BITS) - NORMAL;
}

/** How many values each section of days has. */
export interface SectionSums {
  readonly sections: number;
  /** Coarse bins of a section: that of 0, all up to 1/64 together, then 64 to a power of two. */
  readonly coarseBins: number;
  /** Values up to and with each coarse bin: section after section. */
  readonly below: Int32Array;
  /** The same of all sections together. */
  readonly all: Float64Array;
}

/**
 * Whole counts by section of days, member and coarse bin. Sections are runs of 1, 2, 4, … days, of
 * equal length but for the last: when there are 64 and one more day comes, each two become one. So
 * what is kept, some 3 kB for a section and member, does not grow with the days, and depends on
 * nothing but them and their order.
 */
export class SectionCounts {
  readonly #members: number;
  #days = 0;
  /** Days of a section. */
  #length = 1;
  /** Coarse bins of a section and member: those there is room for, and those in use. */
  #width = USUAL;
  #used = FIRST;
  /** Section by section, member by member: in full from the start, as memory that is not written to is not taken. */
  #counts: Int32Array;

  /** @param days how many will be counted at least: spares pairing sections up on the way; default unknown */
  constructor(members: number, days: number = 0) {
    this.#members = members;
    while (days > MOST_SECTIONS * this.#length) this.#length *= 2;
    this.#counts = new Int32Array(MOST_SECTIONS * members * USUAL);
  }

  /**
   * Counts values from … to - 1 of the next day, none of them negative.
   * @param words the words of the values
   * @param members whose each value is
   * @param largest bin of the largest value
   */
  addDay(
    words: Int32Array,
    members: Uint16Array | Uint32Array,
    from: number,
    to: number,
    largest: number,
  ): void {
    this.#widen(coarseOf(largest) + 1);
    const width = this.#width;
    const sectionAt = this.#nextSection() * this.#members * width;
    const counts = this.#counts;
    const high = HIGH | 0;
    this.#days++;
    for (let i = from; i < to; i++) {
      const cell = ((words[2 * i + high] as number) & 0x7fff_ffff) >> 10;
      // coarseOf without its conditions, as waits of 0 come and go: from 1/64 on, else 0 …
      const finer = (cell >> TOGETHER_BITS) - FINER + 1;
      const positive = finer & ~(finer >> 31);
      // … and 1 more for what is more than 0
      const at = sectionAt + (members[i] as number) * width + positive + (-(cell >> 10) >>> 31);
      counts[at] = (counts[at] as number) + 1;
    }
  }

  /**
   * What was counted of some members, together.
   * @param room memory for it, which is overwritten when it is used again; default of its own
   */
  of(members: readonly number[], room?: Int32Array): SectionSums {
    const width = this.#width;
    const used = this.#used;
    const counts = this.#counts;
    const sections = Math.ceil(this.#days / this.#length);
    const length = sections * used;
    const fits = room !== undefined && room.length >= length;
    const below = fits ? room.subarray(0, length).fill(0) : new Int32Array(length);
    const all = new Float64Array(used);
    for (let section = 0; section < sections; section++) {
      const place = section * used;
      for (const member of members) {
        const at = (section * this.#members + member) * width;
        for (let i = 0; i < used; i++) {
          below[place + i] = (below[place + i] as number) + (counts[at + i] as number);
        }
      }
      let sum = 0;
      for (let i = 0; i < used; i++) {
        sum = (sum + (below[place + i] as number)) | 0;
        below[place + i] = sum;
        all[i] = (all[i] as number) + sum;
      }
    }
    return { sections, coarseBins: used, below, all };
  }

  /** Section of the next day, with room for it. */
  #nextSection(): number {
    const size = this.#members * this.#width;
    const section = Math.floor(this.#days / this.#length);
    if (section === MOST_SECTIONS) {
      this.#pairUp(size);
      return MOST_SECTIONS / 2;
    }
    return section;
  }

  #pairUp(size: number): void {
    const counts = this.#counts;
    const half = MOST_SECTIONS / 2;
    for (let section = 0; section < half; section++) {
      const to = section * size;
      for (let i = 0; i < size; i++) {
        counts[to + i] = (counts[2 * to + i] as number) + (counts[2 * to + size + i] as number);
      }
    }
    counts.fill(0, half * size);
    this.#length *= 2;
  }

  /** So many coarse bins are in use, and those up to the end of the octave. */
  #widen(bins: number): void {
    if (bins <= this.#used) return;
    this.#used = FIRST + Math.ceil((bins - FIRST) / PER_OCTAVE) * PER_OCTAVE;
    const width = this.#width;
    if (this.#used <= width) return;
    const wider = this.#used;
    const rows = MOST_SECTIONS * this.#members;
    const counts = new Int32Array(rows * wider);
    for (let row = 0; row < rows; row++) {
      counts.set(this.#counts.subarray(row * width, (row + 1) * width), row * wider);
    }
    this.#counts = counts;
    this.#width = wider;
  }
}
