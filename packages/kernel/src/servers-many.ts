import type { Crowd } from './network-crowd.js';
import type { VisitTally } from './network-tally.js';
import { heapSize, replaceTop, replaceTopServer, settleTies } from './server-heap.js';
import { NOBODY, type Servers, waits } from './servers.js';

/** Any number of servers: a heap of the times at which they are free, the earliest on top. */
export class ManyServers implements Servers {
  readonly most: number;
  /** The heap: times, and the server of each, where customers go on. */
  readonly #free: Float64Array;
  readonly #servers: Int32Array;
  /** By server: the last customer, and the order in which they began. */
  readonly #numbers: Int32Array;
  readonly #marks: Int32Array;
  readonly #began: Float64Array;
  #begun = 0;
  readonly #gone: Crowd;
  readonly #passesOn: boolean;

  /** @param gone those who go on from here, if `passesOn` */
  constructor(servers: number, gone: Crowd, passesOn: boolean) {
    this.#gone = gone;
    this.#passesOn = passesOn;
    this.most = servers;
    // before all times, in order: who joins first takes the first server
    const size = heapSize(servers);
    this.#free = Float64Array.from({ length: size }, (_, i) =>
      i < servers ? i - servers : Infinity,
    );
    this.#servers = Int32Array.from({ length: passesOn ? size : 0 }, (_, i) => i);
    this.#numbers = new Int32Array(this.#servers.length).fill(NOBODY);
    this.#marks = new Int32Array(this.#servers.length);
    this.#began = new Float64Array(this.#servers.length).fill(Infinity, servers);
  }

  get lastEnd(): number {
    return this.#free.subarray(0, this.most).reduce((last, time) => Math.max(last, time), 0);
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
    const { times: goneTimes, numbers: goneNumbers } = this.#gone;
    const free = this.#free;
    const servers = this.#servers;
    const lastNumbers = this.#numbers;
    const lastMarks = this.#marks;
    const began = this.#began;
    const passesOn = this.#passesOn;
    const noted = waits;
    let { waited, waitSum, waitSquares } = tally;
    let order = this.#begun;
    let gone = this.#gone.size;
    let goneMark = this.#gone.mark;
    let served = 0;
    for (let i = from; i < to; i++) {
      const time = times[i]!;
      const earliest = free[0]!;
      let begins = time;
      if (earliest > time) {
        if (patiences !== null && time + patiences[i]! < earliest) {
          tally.gaveUp(time + patiences[i]! - time);
          continue;
        }
        begins = earliest;
      }
      const wait = begins - time;
      noted[served++] = wait;
      // who does not wait adds nothing; whether they do no processor can guess
      waited += +(wait > 0);
      waitSum += wait;
      waitSquares += wait * wait;
      const ends = begins + works[i]!;
      if (!passesOn) {
        replaceTop(free, ends);
        continue;
      }
      // a server was free at `earliest`: who was there before went on then
      if (free[1] === earliest || free[2] === earliest) settleTies(free, servers, began);
      const server = servers[0]!;
      const number = lastNumbers[server]!;
      if (number !== NOBODY) {
        if (lastMarks[server] !== goneMark) {
          goneMark = lastMarks[server]!;
          this.#gone.size = gone;
          this.#gone.begin(goneMark);
        }
        goneTimes[gone] = earliest;
        goneNumbers[gone++] = number;
      }
      lastNumbers[server] = numbers[i]!;
      lastMarks[server] = mark;
      began[server] = order++;
      replaceTopServer(free, servers, ends, server);
    }
    this.#begun = order;
    this.#gone.size = gone;
    tally.waited = waited;
    tally.waitSum = waitSum;
    tally.waitSquares = waitSquares;
    return served;
  }

  leave(): void {
    const free = this.#free;
    settleTies(free, this.#servers, this.#began);
    const server = this.#servers[0]!;
    const number = this.#numbers[server]!;
    if (number !== NOBODY) this.#gone.add(free[0]!, number, this.#marks[server]!);
    // behind all others, as somebody who is never to leave
    this.#numbers[server] = NOBODY;
    this.#began[server] = Infinity;
    replaceTopServer(free, this.#servers, Infinity, server);
  }
}
