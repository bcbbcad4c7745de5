/** Sections of days at most; there are more than half as many, once there are as many days. */
const MOST = 2048;
/** Sections there is room for at first: enough for the 200 days of a usual study. */
const FIRST = 256;

/**
 * Rows of numbers of days, of which only sums are asked for, and how unlike days are. Up to 2,048 days
 * each has its row; then each two rows become their sum, and again at twice as many. So memory does
 * not grow with the days; what is kept depends on nothing but them and their order.
 */
export class SectionRows {
  readonly size: number;
  #rows: Float64Array;
  #days = 0;
  /** Days of a section, but for the last, which may have fewer. */
  #length = 1;

  /** @param size numbers of a row */
  constructor(size: number) {
    this.size = size;
    this.#rows = new Float64Array(FIRST * size);
  }

  get days(): number {
    return this.#days;
  }

  get sections(): number {
    return Math.ceil(this.#days / this.#length);
  }

  /** Adds the row of the next day: from[at …]. */
  add(from: Float64Array, at: number): void {
    const { size } = this;
    let section = Math.floor(this.#days / this.#length);
    if (section === MOST) {
      this.#pairUp();
      section = MOST / 2;
    }
    if ((section + 1) * size > this.#rows.length) this.#grow();
    this.#days++;
    const rows = this.#rows;
    const place = section * size;
    for (let i = 0; i < size; i++) rows[place + i] = rows[place + i]! + from[at + i]!;
  }

  /** One number of the row, section by section. */
  column(number: number): Float64Array {
    const column = new Float64Array(this.sections);
    for (let i = 0, at = number; i < column.length; i++, at += this.size)
      column[i] = this.#rows[at]!;
    return column;
  }

  /** Days of each section. */
  lengths(): Float64Array {
    const column = new Float64Array(this.sections).fill(this.#length);
    if (column.length > 0) {
      column[column.length - 1] = this.#days - (column.length - 1) * this.#length;
    }
    return column;
  }

  /** To the end at once: memory that is not written to is not taken. */
  #grow(): void {
    const rows = new Float64Array(MOST * this.size);
    rows.set(this.#rows);
    this.#rows = rows;
  }

  #pairUp(): void {
    const { size } = this;
    const rows = this.#rows;
    for (let section = 0; section < MOST / 2; section++) {
      const to = section * size;
      for (let i = 0; i < size; i++) rows[to + i] = rows[2 * to + i]! + rows[2 * to + size + i]!;
    }
    rows.fill(0, (MOST / 2) * size);
    this.#length *= 2;
  }
}
