import { draw, type Key } from './address.js';
import type { ArrivalCursor } from './arrival-cursor.js';
import { refuse } from './refuse.js';
import { quantile, type Variate } from './variate.js';
import { type Spread, variateOf } from './variate-spread.js';

/** A spread whose values are checked to be whole numbers of at least 1. */
export function batchSizes(batch: Spread | Variate, where: string): Variate {
  const spread = variateOf(batch, where);
  const { family, mean, a, values } = spread;
  const wish = 'give whole numbers of at least 1, fixed, discrete or measured';
  if (family !== 'fixed' && family !== 'discrete' && family !== 'measured') {
    refuse(where, family, wish);
  }
  const sizes =
    family === 'fixed' ? [mean] : family === 'discrete' ? values.subarray(0, a) : values;
  for (const value of sizes) {
    // measured numbers were divided by their mean, and lost their last bit
    const size = family === 'measured' ? value * mean : value;
    const whole = Math.round(size);
    if (!(whole >= 1 && Math.abs(size - whole) < 1e-12 * whole)) refuse(where, size, wish);
  }
  return spread;
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
