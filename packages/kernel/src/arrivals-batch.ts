import { draw, type Key } from './address.js';
import type { ArrivalCursor } from './arrivals.js';
import type { Variate } from './variate.js';
import { quantile } from './variate-quantile.js';

/** Throws unless every value of a spread is a whole number of at least 1. */
export function requireSizes({ family, mean, a, values }: Variate, where: string): void {
  const sizes =
    family === 'fixed'
      ? [mean]
      : family === 'discrete'
        ? values.subarray(0, a)
        : family === 'measured'
          ? values.map((value) => round(value * mean))
          : null;
  if (!sizes) {
    throw new RangeError(
      `${where} is a ${family} spread: batch sizes need fixed, discrete or measured whole numbers.`,
    );
  }
  for (const size of sizes) {
    if (!(size >= 1 && Number.isSafeInteger(size))) {
      throw new RangeError(`${where} has the size ${size}: give whole numbers of at least 1.`);
    }
  }
}

/** Undoes the rounding of dividing a measured whole number by the mean and multiplying again. */
function round(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) <= 1e-12 * whole ? whole : value;
}

/** Several customers at each time of another cursor. */
export class BatchCursor implements ArrivalCursor {
  readonly #groups: ArrivalCursor;
  readonly #sizes: Variate;
  readonly #key: Key;
  readonly #times = new Float64Array(256);
  #read = 0;
  #held = 0;
  /** How many groups have begun; how many of the current one are still to come. */
  #group = 0;
  #rest = 0;

  constructor(groups: ArrivalCursor, sizes: Variate, key: Key) {
    this.#groups = groups;
    this.#sizes = sizes;
    this.#key = key;
  }

  fill(times: Float64Array, count: number): number {
    let written = 0;
    while (written < count) {
      if (this.#rest === 0 && !this.#begin()) break;
      const some = Math.min(this.#rest, count - written);
      times.fill(this.#times[this.#read]!, written, written + some);
      written += some;
      this.#rest -= some;
      if (this.#rest === 0) this.#read++;
    }
    return written;
  }

  /** Goes to the next group; false if there is none. */
  #begin(): boolean {
    if (this.#read === this.#held) {
      this.#held = this.#groups.fill(this.#times, this.#times.length);
      this.#read = 0;
      if (this.#held === 0) return false;
    }
    const u = draw(this.#key.low, this.#key.high, this.#group++);
    this.#rest = Math.round(quantile(this.#sizes, u));
    return true;
  }
}
