import { HIGH } from './bits.js';
import { type SectionCells, SectionSums } from './section-sums.js';

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

/** Days of a section, of so many days in all. */
export function daysOfSection(days: number): number {
  let length = 1;
  while (days > MOST_SECTIONS * length) length *= 2;
  return length;
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
  #length: number;
  /** Coarse bins of a section and member: those there is room for, and those in use. */
  #width = USUAL;
  #used = FIRST;
  /** Section by section, member by member: in full from the start, as memory that is not written to is not taken. */
  #counts: Int32Array;
  /** The same of all sections together, member by member. */
  #all: Int32Array;
  /** Values of each section and member. */
  readonly #totals: Int32Array;
  /** Memory for what some members have together, and whose that is: `null` = nobody's. */
  #sums = new Int32Array(0);
  #addedUp: Uint32Array | null = null;

  /** @param days how many will be counted at least: spares pairing sections up on the way; default unknown */
  constructor(members: number, days: number = 0) {
    this.#members = members;
    this.#length = daysOfSection(days);
    this.#counts = new Int32Array(MOST_SECTIONS * members * USUAL);
    this.#all = new Int32Array(members * USUAL);
    this.#totals = new Int32Array(MOST_SECTIONS * members);
  }

  /** Sections that there are by now. */
  get sections(): number {
    return Math.ceil(this.#days / this.#length);
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
    const section = this.#nextSection();
    const sectionAt = section * this.#members * width;
    const totalsAt = section * this.#members;
    const counts = this.#counts;
    const all = this.#all;
    const totals = this.#totals;
    const high = HIGH | 0;
    this.#days++;
    this.#addedUp = null;
    for (let i = from; i < to; i++) {
      const cell = ((words[2 * i + high] as number) & 0x7fff_ffff) >> 10;
      // coarseOf without its conditions, as waits of 0 come and go: from 1/64 on, else 0 …
      const finer = (cell >> TOGETHER_BITS) - FINER + 1;
      const positive = finer & ~(finer >> 31);
      // … and 1 more for what is more than 0
      const member = members[i] as number;
      const at = member * width + positive + (-(cell >> 10) >>> 31);
      counts[sectionAt + at] = (counts[sectionAt + at] as number) + 1;
      all[at] = (all[at] as number) + 1;
      totals[totalsAt + member] = (totals[totalsAt + member] as number) + 1;
    }
  }

  /** What was counted of some members, together: until the next day is taken. */
  of(all: readonly number[]): SectionSums {
    // lists are made in several ways, which V8 tells apart
    const members = new Uint32Array(all);
    const coarseBins = this.#used;
    const width = this.#width;
    const { sections } = this;
    const sums = new Int32Array(coarseBins);
    const before = new Float64Array(coarseBins + 1);
    const totals = new Float64Array(sections);
    for (const member of members) {
      const at = member * width;
      addRow(sums, 0, this.#all, at, coarseBins);
      for (let s = 0; s < sections; s++) {
        const own = this.#totals[s * this.#members + member] as number;
        totals[s] = (totals[s] as number) + own;
      }
    }
    for (let i = 0; i < coarseBins; i++)
      before[i + 1] = (before[i] as number) + (sums[i] as number);
    return new SectionSums(this, members, before, totals);
  }

  /** Counts of some members together: until others are asked for, or the next day is taken. */
  cellsOf(members: Uint32Array): SectionCells {
    if (members.length === 1) {
      const width = this.#width;
      return {
        cells: this.#counts,
        first: (members[0] as number) * width,
        step: this.#members * width,
      };
    }
    if (this.#addedUp !== members) this.#addUp(members);
    return { cells: this.#sums, first: 0, step: this.#used };
  }

  /**
   * Forgets all days.
   * @param days how many will be counted at least; 0 = unknown
   */
  clear(days: number): void {
    this.#counts.fill(0, 0, this.sections * this.#members * this.#width);
    this.#all.fill(0);
    this.#totals.fill(0);
    this.#days = 0;
    this.#length = daysOfSection(days);
    this.#used = FIRST;
    this.#addedUp = null;
  }

  #addUp(members: Uint32Array): void {
    const used = this.#used;
    const { sections } = this;
    const size = sections * used;
    if (this.#sums.length < size) this.#sums = new Int32Array(size);
    const sums = this.#sums.fill(0, 0, size);
    for (let section = 0; section < sections; section++) {
      for (const member of members) {
        const at = (section * this.#members + member) * this.#width;
        addRow(sums, section * used, this.#counts, at, used);
      }
    }
    this.#addedUp = members;
  }

  /** Section of the next day, with room for it. */
  #nextSection(): number {
    const size = this.#members * this.#width;
    const section = Math.floor(this.#days / this.#length);
    if (section === MOST_SECTIONS) {
      pairUp(this.#counts, size);
      pairUp(this.#totals, this.#members);
      this.#length *= 2;
      return MOST_SECTIONS / 2;
    }
    return section;
  }

  /** So many coarse bins are in use, and those up to the end of the octave. */
  #widen(bins: number): void {
    if (bins <= this.#used) return;
    this.#used = FIRST + Math.ceil((bins - FIRST) / PER_OCTAVE) * PER_OCTAVE;
    const width = this.#width;
    if (this.#used <= width) return;
    const wider = this.#used;
    this.#counts = widened(this.#counts, width, wider);
    this.#all = widened(this.#all, width, wider);
    this.#width = wider;
  }
}

/** Adds `size` counts: a function of its own, as V8 makes one quick sooner than a loop within a loop. */
function addRow(to: Int32Array, place: number, from: Int32Array, at: number, size: number): void {
  for (let i = 0; i < size; i++) {
    to[place + i] = (to[place + i] as number) + (from[at + i] as number);
  }
}

/** Each two rows become their sum. */
function pairUp(rows: Int32Array, size: number): void {
  const half = MOST_SECTIONS / 2;
  for (let row = 0; row < half; row++) {
    const to = row * size;
    if (row > 0) rows.copyWithin(to, 2 * to, 2 * to + size);
    addRow(rows, to, rows, 2 * to + size, size);
  }
  rows.fill(0, half * size);
}

/** Rows of one width, with room for more at their ends. */
function widened(rows: Int32Array, width: number, wider: number): Int32Array {
  const result = new Int32Array((rows.length / width) * wider);
  for (let row = 0; row * width < rows.length; row++) {
    result.set(rows.subarray(row * width, (row + 1) * width), row * wider);
  }
  return result;
}
