import type { Crowd } from './network-crowd.js';
import type { VisitTally } from './network-tally.js';
import { type Joining, NOBODY, type Servers, waits } from './servers.js';

/** So many servers are few. */
export const FEW = 4;

/** The row's next times are picked from here. */
const picks = new Float64Array(FEW);

/**
 * Up to four servers: the times at which they are free, in order, each in a variable of the loop. Where
 * a new time belongs no processor can guess: so nothing branches on it, and the results of the
 * comparisons are reckoned with as places. At three servers that takes half the time of a heap.
 */
export class FewServers implements Servers {
  readonly most: number = FEW;
  /** The times; `Infinity` where there are fewer servers. */
  readonly #free: Float64Array = new Float64Array(FEW).fill(Infinity);
  /** Which server each one is, two bits each, the first one lowest. */
  #order = 0b11_10_01_00;
  /** By server: the last customer. */
  readonly #numbers: Int32Array = new Int32Array(FEW).fill(NOBODY);
  readonly #marks: Int32Array = new Int32Array(FEW);
  readonly #gone: Crowd;
  readonly #passesOn: boolean;
  readonly #servers: number;

  /**
   * @param servers two to four
   * @param gone those who go on from here, if `passesOn`
   */
  constructor(servers: number, gone: Crowd, passesOn: boolean) {
    this.#gone = gone;
    this.#passesOn = passesOn;
    this.#servers = servers;
    this.#free.fill(0, 0, servers);
  }

  get lastEnd(): number {
    return this.#free[this.#servers - 1]!;
  }

  take(joining: Joining, tally: VisitTally | null): number {
    // read once: V8 would look each of them up again for every customer
    const { mark, times, numbers, works, patiences, from, to } = joining;
    const { times: goneTimes, numbers: goneNumbers, marks: goneMarks } = this.#gone;
    const lastNumbers = this.#numbers;
    const lastMarks = this.#marks;
    const passesOn = this.#passesOn;
    const waited = waits;
    const row = picks;
    let order = this.#order;
    let gone = this.#gone.size;
    let served = 0;
    let first = this.#free[0]!;
    let second = this.#free[1]!;
    let third = this.#free[2]!;
    let fourth = this.#free[3]!;
    for (let i = from; i < to; i++) {
      const time = times[i]!;
      let begins = time;
      if (first > time) {
        if (patiences !== null && time + patiences[i]! < first) {
          tally?.gaveUp(time + patiences[i]! - time);
          continue;
        }
        begins = first;
      }
      waited[served++] = begins - time;
      const ends = begins + works[i]!;
      const a = +(ends < second);
      const b = +(ends < third);
      const c = +(ends < fourth);
      if (passesOn) {
        // the first server is free: who was there before went on then
        const server = order & 3;
        goneTimes[gone] = first;
        goneNumbers[gone] = lastNumbers[server]!;
        goneMarks[gone] = lastMarks[server]!;
        if (goneNumbers[gone] !== NOBODY) gone++;
        lastNumbers[server] = numbers[i]!;
        lastMarks[server] = mark;
        // it goes behind all that are free no later, so that at one time who began first goes first
        const place = 2 * (3 - a - b - c);
        const before = (1 << place) - 1;
        const others = order >> 2;
        order = (others & before) | (server << place) | ((others & ~before) << 2);
      }
      row[0] = second;
      row[1] = third;
      row[2] = fourth;
      row[3] = ends;
      first = row[3 * a]!;
      second = row[1 + 2 * b - 3 * a]!;
      third = row[2 + c - 2 * b]!;
      fourth = row[3 - c]!;
    }
    this.#free[0] = first;
    this.#free[1] = second;
    this.#free[2] = third;
    this.#free[3] = fourth;
    this.#order = order;
    this.#gone.size = gone;
    return served;
  }

  leave(): void {
    const server = this.#order & 3;
    const number = this.#numbers[server]!;
    if (number !== NOBODY) this.#gone.add(this.#free[0]!, number, this.#marks[server]!);
    this.#order >>= 2;
    this.#free.copyWithin(0, 1);
  }
}
