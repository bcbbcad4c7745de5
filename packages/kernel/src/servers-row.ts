import type { Crowd } from './network-crowd.js';
import { NOBODY } from './servers.js';

/**
 * Up to eight servers: the times at which they are free, in order, each in a variable of the loop. Where
 * a new time belongs no processor can guess: so nothing branches on it, and the results of the
 * comparisons are reckoned with as places. That takes half the time of a heap. Variables cannot be
 * counted through, so each length, four and eight, has a loop of its own (`take`).
 */
export abstract class RowServers {
  readonly most: number;
  /** The times; `Infinity` where there are fewer servers. */
  protected readonly free: Float64Array;
  protected readonly passesOn: boolean;
  readonly #gone: Crowd;
  readonly #servers: number;
  /** Which server each time is of, three bits each, the first one lowest. */
  #order = 0o76543210;
  /** By server: the last customer. */
  readonly #numbers: Int32Array;
  readonly #marks: Int32Array;

  /**
   * @param length of the row
   * @param servers at most as many
   * @param gone those who go on from here, if `passesOn`
   */
  constructor(length: number, servers: number, gone: Crowd, passesOn: boolean) {
    this.most = length;
    this.free = new Float64Array(length).fill(Infinity).fill(0, 0, servers);
    this.passesOn = passesOn;
    this.#gone = gone;
    this.#servers = servers;
    this.#numbers = new Int32Array(length).fill(NOBODY);
    this.#marks = new Int32Array(length);
  }

  get lastEnd(): number {
    return this.free[this.#servers - 1]!;
  }

  /**
   * The first server is free at a time: who was there before goes then, and another customer comes.
   *
   * @param others how many are free no later than this customer goes: at one time who began first goes
   *   first
   */
  protected replaceFirst(time: number, number: number, mark: number, others: number): void {
    const order = this.#order;
    const server = order & 7;
    const last = this.#numbers[server]!;
    if (last !== NOBODY) this.#gone.add(time, last, this.#marks[server]!);
    this.#numbers[server] = number;
    this.#marks[server] = mark;
    const place = 3 * others;
    const before = (1 << place) - 1;
    const rest = order >> 3;
    this.#order = (rest & before) | (server << place) | ((rest & ~before) << 3);
  }

  leave(): void {
    const server = this.#order & 7;
    const number = this.#numbers[server]!;
    if (number !== NOBODY) this.#gone.add(this.free[0]!, number, this.#marks[server]!);
    this.#order >>= 3;
    this.free.copyWithin(0, 1);
  }
}
