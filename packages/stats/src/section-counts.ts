import { HIGH } from './bits.js';
import { MemberSums } from './member-sums.js';

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

/** The same, of a value of 0 or more, by its word with sign, exponent and first bits of the mantissa. */
export function coarseOfWord(word: number): number {
  const cell = (word & 0x7fff_ffff) >> 10;
  // coarseOf without its conditions, as waits of 0 come and go: from 1/64 on, else 0 …
  const finer = (cell >> TOGETHER_BITS) - FINER + 1;
  // … and 1 more for what is more than 0
  return (finer & ~(finer >> 31)) + (-(cell >> 10) >>> 31);
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
  #cells: Int32Array;
  /**
   * Whether a cell holds what lies in its coarse bin and those before, as whoever asks wants to know; while
   * days are counted it holds what lies in its bin alone.
   */
  #running = false;
  /** Running sums of all sections together, member by member. */
  #all = new Int32Array(0);

  /** @param days how many will be counted at least: spares pairing sections up on the way; default unknown */
  constructor(members: number, days: number = 0) {
    this.#members = members;
    this.#length = daysOfSection(days);
    this.#cells = new Int32Array(MOST_SECTIONS * members * USUAL);
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
  addDay(words: Int32Array, members: Uint32Array, from: number, to: number, largest: number): void {
    this.#hold('counts');
    this.#widen(coarseOf(largest) + 1);
    const width = this.#width;
    const sectionAt = this.#nextSection() * this.#members * width;
    const cells = this.#cells;
    const high = HIGH | 0;
    this.#days++;
    for (let i = from; i < to; i++) {
      const at = (members[i] as number) * width + coarseOfWord(words[2 * i + high] as number);
      cells[sectionAt + at] = (cells[sectionAt + at] as number) + 1;
    }
  }

  /** What was counted of some members, together: until the next day is taken. */
  of(some: readonly number[]): MemberSums {
    this.#hold('running sums');
    // lists are made in several ways, which V8 tells apart
    const members = new Uint32Array(some);
    const width = this.#width;
    const before = new Float64Array(this.#used + 1);
    for (const member of members) {
      for (let i = 0; i < this.#used; i++) {
        before[i + 1] = (before[i + 1] as number) + (this.#all[member * width + i] as number);
      }
    }
    const sums = { cells: this.#cells, members: this.#members, width };
    return new MemberSums(sums, members, before, this.sections);
  }

  /** Turns what the cells hold into what is wanted of them. */
  #hold(what: 'counts' | 'running sums'): void {
    const running = what === 'running sums';
    if (this.#running === running) return;
    this.#running = running;
    const width = this.#width;
    const rows = this.sections * this.#members;
    if (running) this.#all = new Int32Array(this.#members * width);
    for (let row = 0; row < rows; row++) {
      if (running) {
        addUp(this.#cells, row * width, this.#used, this.#all, (row % this.#members) * width);
      } else takeApart(this.#cells, row * width, this.#used);
    }
  }

  /** Section of the next day, with room for it. */
  #nextSection(): number {
    const size = this.#members * this.#width;
    const section = Math.floor(this.#days / this.#length);
    if (section === MOST_SECTIONS) {
      pairUp(this.#cells, size);
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
    this.#cells = widened(this.#cells, width, wider);
    this.#width = wider;
  }
}

/** Adds `size` counts: a function of its own, as V8 makes one quick sooner than a loop within a loop. */
function addRow(to: Int32Array, place: number, from: Int32Array, at: number, size: number): void {
  for (let i = 0; i < size; i++) {
    to[place + i] = (to[place + i] as number) + (from[at + i] as number);
  }
}

/** Each cell becomes what it and those before it held, and that is added to `all`. */
function addUp(cells: Int32Array, from: number, size: number, all: Int32Array, at: number): void {
  let sum = 0;
  for (let i = 0; i < size; i++) {
    sum = (sum + (cells[from + i] as number)) | 0;
    cells[from + i] = sum;
    all[at + i] = ((all[at + i] as number) + sum) | 0;
  }
}

/** The way back. */
function takeApart(cells: Int32Array, from: number, size: number): void {
  for (let i = from + size - 1; i > from; i--) {
    cells[i] = (cells[i] as number) - (cells[i - 1] as number);
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
