import type { ArrivalCursor } from './arrivals.js';

/** Arrival times are read this many at a time. */
const BLOCK = 512;

/** The arrivals of one source, read in blocks, and the number of its next customer. */
export class Arriving {
  number = 0;
  readonly #cursor: ArrivalCursor | null;
  readonly #times: Float64Array;
  #at = 0;
  #size = 0;

  constructor(cursor: ArrivalCursor | null) {
    this.#cursor = cursor;
    this.#times = new Float64Array(cursor === null ? 0 : BLOCK);
  }

  /** Time of the next arrival; `Infinity` when no more will come. */
  next(): number {
    if (this.#at === this.#size) {
      this.#size = this.#cursor?.fill(this.#times, BLOCK) ?? 0;
      this.#at = 0;
      if (this.#size === 0) return Infinity;
    }
    return this.#times[this.#at++]!;
  }
}
