import type { Key } from './address.js';
import { requireMotion } from './refuse.js';
import { Stream } from './stream.js';
import type { Variate } from './variate.js';

/** Customers one after the other. */
export interface ArrivalCursor {
  /**
   * Writes the times of the next `count` customers to the head of `times`, none before the one
   * before; those of one batch have the same time. Up to `count`, what was there is lost.
   * @param count at most `times.length`; not checked
   * @returns how many were written; fewer than `count` means that nobody will come any more
   */
  fill(times: Float64Array, count: number): number;
}

/** Gaps of one spread, summed up from left to right. */
export class GapCursor implements ArrivalCursor {
  readonly #gaps: Variate;
  readonly #stream: Stream;
  readonly #until: number;
  #time: number;

  constructor(gaps: Variate, key: Key, from: number, until: number) {
    this.#gaps = gaps;
    this.#stream = new Stream(key);
    this.#time = from;
    this.#until = until;
  }

  fill(times: Float64Array, count: number): number {
    this.#stream.fill(this.#gaps, times, count);
    requireMotion(this.#time, this.#gaps.mean);
    const came = sumUp(times, count, this.#time, this.#until);
    // once over, always over
    if (count > 0) this.#time = came < count ? this.#until : times[count - 1]!;
    return came;
  }
}

/**
 * Makes times of gaps. A function of its own, so that V8 optimises this loop and those that draw one
 * by one, before the functions around them: where it begins with those, half of the draws are calls.
 *
 * @returns how many come before `until`
 */
function sumUp(times: Float64Array, count: number, from: number, until: number): number {
  let time = from;
  for (let i = 0; i < count; i++) {
    time += times[i]!;
    if (time >= until) return i;
    times[i] = time;
  }
  return count;
}

/** Listed times. */
export class ListCursor implements ArrivalCursor {
  readonly #times: Float64Array;
  #next = 0;

  constructor(times: Float64Array) {
    this.#times = times;
  }

  fill(times: Float64Array, count: number): number {
    const some = this.#times.subarray(this.#next, this.#next + count);
    times.set(some);
    this.#next += some.length;
    return some.length;
  }
}
