import type { Crowd } from './network-crowd.js';
import type { VisitTally } from './network-tally.js';
import { type Servers, waits } from './servers.js';

/** One server alone: who comes first goes first, and so goes on at once. */
export class OneServer implements Servers {
  readonly most = 0;
  lastEnd = 0;
  readonly #gone: Crowd;
  readonly #passesOn: boolean;

  /** @param gone those who go on from here, if `passesOn` */
  constructor(gone: Crowd, passesOn: boolean) {
    this.#gone = gone;
    this.#passesOn = passesOn;
  }

  take(
    mark: number,
    times: Float64Array,
    numbers: Int32Array,
    works: Float64Array,
    patiences: Float64Array | null,
    from: number,
    to: number,
    tally: VisitTally | null,
  ): number {
    // read once: V8 would look each of them up again for every customer
    const { times: ends, numbers: who, marks } = this.#gone;
    const passesOn = this.#passesOn;
    const waited = waits;
    let free = this.lastEnd;
    let { size } = this.#gone;
    let served = 0;
    for (let i = from; i < to; i++) {
      const time = times[i]!;
      let begins = time;
      if (free > time) {
        if (patiences !== null && time + patiences[i]! < free) {
          tally?.gaveUp(time + patiences[i]! - time);
          continue;
        }
        begins = free;
      }
      waited[served++] = begins - time;
      free = begins + works[i]!;
      if (!passesOn) continue;
      if (patiences !== null) who[size] = numbers[i]!;
      ends[size++] = free;
    }
    if (passesOn) {
      const first = this.#gone.size;
      for (let k = first; k < size; k++) marks[k] = mark;
      // nobody has given up: who they are needs no look at each in the loop above
      if (patiences === null)
        for (let k = first; k < size; k++) who[k] = numbers[from + k - first]!;
    }
    this.lastEnd = free;
    this.#gone.size = size;
    return served;
  }

  leave(): void {
    // everybody has gone on already
  }
}
