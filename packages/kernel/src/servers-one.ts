import type { Crowd } from './network-crowd.js';
import type { VisitTally } from './network-tally.js';
import { type Joining, type Servers, waits } from './servers.js';

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

  take(joining: Joining, tally: VisitTally | null): number {
    // read once: V8 would look each of them up again for every customer
    const { mark, times, numbers, works, patiences, from, to } = joining;
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
      // all at once where nobody gives up
      if (patiences === null) who.set(numbers.subarray(from, to), this.#gone.size);
      marks.fill(mark, this.#gone.size, size);
    }
    this.lastEnd = free;
    this.#gone.size = size;
    return served;
  }

  leave(): void {
    // everybody has gone on already
  }
}
