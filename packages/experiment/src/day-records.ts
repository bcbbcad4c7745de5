import type { DayColumns } from './day-columns.js';
import { WaitColumns } from './wait-columns.js';

/** What many days left behind, in the order of their replications. */
export interface DayRecords {
  readonly days: number;
  /** `days` rows of `layout.size` numbers. */
  readonly rows: Float64Array;
  readonly waits: WaitColumns;
  /** Row of `waits` with which each day begins; one more than there are days. */
  readonly dayStarts: Int32Array;
}

/** Days there is room for at the start; a study may ask for any number and be stopped early. */
const FIRST_ROOM = 1024;

/**
 * Keeps the numbers of days. They are added in the order of their replications, so the records do
 * not depend on where the days were run, nor on how many were run at a time.
 */
export class DayStore {
  readonly #size: number;
  readonly #waits = new WaitColumns();
  #rows: Float64Array;
  #dayStarts: Int32Array;
  #days = 0;

  /**
   * @param size numbers of a day
   * @param expected days that will come, as far as known
   */
  constructor(size: number, expected: number) {
    const room = Math.min(expected, FIRST_ROOM);
    this.#size = size;
    this.#rows = new Float64Array(room * size);
    this.#dayStarts = new Int32Array(room + 1);
  }

  get days(): number {
    return this.#days;
  }

  /** Adds the days that come next; they are copied. */
  add(columns: DayColumns): void {
    this.#reserve(this.#days + columns.days);
    this.#rows.set(columns.rows, this.#days * this.#size);
    const before = this.#waits.length;
    this.#waits.append(columns);
    for (let i = 0; i < columns.days; i++) {
      this.#dayStarts[++this.#days] = before + columns.dayEnds[i]!;
    }
  }

  /** The days so far: views on columns that the next `add` adds to. */
  records(): DayRecords {
    return {
      days: this.#days,
      rows: this.#rows.subarray(0, this.#days * this.#size),
      waits: this.#waits,
      dayStarts: this.#dayStarts.subarray(0, this.#days + 1),
    };
  }

  #reserve(days: number): void {
    if (days < this.#dayStarts.length) return;
    const room = Math.max(days, 2 * this.#days);
    const rows = new Float64Array(room * this.#size);
    const dayStarts = new Int32Array(room + 1);
    rows.set(this.#rows.subarray(0, this.#days * this.#size));
    dayStarts.set(this.#dayStarts.subarray(0, this.#days + 1));
    this.#rows = rows;
    this.#dayStarts = dayStarts;
  }
}
