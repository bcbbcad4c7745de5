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
    tally: VisitTally,
  ): number {
    // read once: V8 would look each of them up again for every customer
    const { times: ends, numbers: who } = this.#gone;
    const passesOn = this.#passesOn;
    const noted = waits;
    let { waited, waitSum, waitSquares } = tally;
    let free = this.lastEnd;
    let { size } = this.#gone;
    let served = 0;
    for (let i = from; i < to; i++) {
      const time = times[i]!;
      let begins = time;
      if (free > time) {
        if (patiences !== null && time + patiences[i]! < free) {
          tally.gaveUp(time + patiences[i]! - time);
          continue;
        }
        begins = free;
      }
      const wait = begins - time;
      noted[served++] = wait;
      // who does not wait adds nothing; whether they do no processor can guess
      waited += +(wait > 0);
      waitSum += wait;
      waitSquares += wait * wait;
      free = begins + works[i]!;
      if (!passesOn) continue;
      who[size] = numbers[i]!;
      ends[size++] = free;
    }
    const gone = this.#gone;
    if (size > gone.size) {
      if (mark !== gone.mark) gone.begin(mark);
      gone.size = size;
    }
    this.lastEnd = free;
    tally.waited = waited;
    tally.waitSum = waitSum;
    tally.waitSquares = waitSquares;
    return served;
  }

  leave(): void {
    // everybody has gone on already
  }
}
