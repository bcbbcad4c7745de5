import { giveBack, takeZeros } from './spare-memory.js';

/** Sections of days at most; there are more than half as many, once there are as many days. */
const MOST = 2048;
/** Sections there is room for at first: enough for the 200 days of a usual study. */
const FIRST = 256;
/** A column is longer by so many numbers than it needs: at powers of two all columns would want the same lines of the cache. */
const APART = 8;

/**
 * Rows of numbers of days, of which only sums are asked for, and how unlike days are. Up to 2,048 days
 * each has its row; then each two rows become their sum, and again at twice as many. So memory does
 * not grow with the days; what is kept depends on nothing but them and their order.
 */
export class SectionRows {
  readonly size: number;
  /** Column by column, as they are read: each number of the row has its sections side by side. */
  #columns: Float64Array;
  /** From one column to the next. */
  #step = FIRST + APART;
  #days = 0;
  /** Days of a section, but for the last, which may have fewer. */
  #length = 1;

  /** @param size numbers of a row */
  constructor(size: number) {
    this.size = size;
    this.#columns = new Float64Array(size * this.#step);
  }

  get days(): number {
    return this.#days;
  }

  get sections(): number {
    return Math.ceil(this.#days / this.#length);
  }

  /** Adds the row of the next day: from[at …]. */
  add(from: Float64Array, at: number): void {
    let section = Math.floor(this.#days / this.#length);
    if (section === MOST) {
      this.#pairUp();
      section = MOST / 2;
    }
    if (section + APART === this.#step && section < MOST) this.#grow();
    this.#days++;
    const columns = this.#columns;
    const step = this.#step;
    for (let i = 0, place = section; i < this.size; i++, place += step) {
      columns[place] = columns[place]! + from[at + i]!;
    }
  }

  /** One number of the row, section by section: a view, until the next day is added. */
  column(number: number): Float64Array {
    const from = number * this.#step;
    return this.#columns.subarray(from, from + this.sections);
  }

  /** Days of each section. */
  lengths(): Float64Array {
    const column = new Float64Array(this.sections).fill(this.#length);
    if (column.length > 0) {
      column[column.length - 1] = this.#days - (column.length - 1) * this.#length;
    }
    return column;
  }

  /**
   * To twice as many sections, then to the end: by then the waits of a busy hall are no longer kept, and have left
   * memory that will do.
   */
  #grow(): void {
    const step = (this.sections < 2 * FIRST ? 2 * FIRST : MOST) + APART;
    const columns = takeZeros(this.size * step);
    for (let i = 0; i < this.size; i++) columns.set(this.column(i), i * step);
    this.#columns = columns;
    this.#step = step;
  }

  /** Nothing is looked at any more: the memory serves others. */
  end(): void {
    giveBack(this.#columns);
    this.#columns = new Float64Array(0);
  }

  #pairUp(): void {
    for (let i = 0; i < this.size; i++) {
      const column = this.column(i);
      for (let s = 0; s < MOST / 2; s++) column[s] = column[2 * s]! + column[2 * s + 1]!;
      column.fill(0, MOST / 2);
    }
    this.#length *= 2;
  }
}
