import type { Crowd } from './network-crowd.js';
import { BLOCK } from './network-flow.js';
import type { VisitTally } from './network-tally.js';
import { replaceTop, replaceTopServer, settleTies } from './server-heap.js';

/** Customers of one mark who join a station: those at the places from <= i < to of the columns. */
export interface Joining {
  mark: number;
  times: Float64Array;
  numbers: Int32Array;
  works: Float64Array;
  /** Null where everybody waits for ever. */
  patiences: Float64Array | null;
  from: number;
  to: number;
}

/**
 * The servers of a first-come station, who are free of those who joined so far at some time each.
 * The next to join begins at the earliest of these times, and whoever was there before goes then.
 */
export interface Servers {
  /**
   * Takes customers, and adds those who go by then to `gone`, which has room for as many.
   *
   * @param tally of their class, null for customers whom it does not count
   * @returns how many were served; their waits are the first ones of {@link waits}
   */
  take(joining: Joining, tally: VisitTally | null): number;
  /** Nobody joins any more: one by one the last ones go, in order of time, until it says false. */
  leave(): boolean;
  /** Time at which the last of those who joined has been served. */
  readonly lastEnd: number;
}

/** Waits of those who were taken last, in order. */
export const waits: Float64Array = new Float64Array(BLOCK);

/** One server alone: who comes first goes first. */
export class OneServer implements Servers {
  lastEnd = 0;
  readonly #gone: Crowd;
  readonly #passesOn: boolean;

  /** @param gone where customers go from here, if they go on */
  constructor(gone: Crowd, passesOn: boolean) {
    this.#gone = gone;
    this.#passesOn = passesOn;
  }

  take(joining: Joining, tally: VisitTally | null): number {
    // read once: V8 would look each of them up again for every customer
    const { mark, times, numbers, works, patiences, from, to } = joining;
    const { times: ends, numbers: who, marks } = this.#gone;
    const passesOn = this.#passesOn;
    const begun = waits;
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
      begun[served++] = begins - time;
      free = begins + works[i]!;
      if (!passesOn) continue;
      ends[size++] = free;
      if (patiences !== null) who[size - 1] = numbers[i]!;
    }
    if (passesOn) {
      if (patiences === null) who.set(numbers.subarray(from, to), this.#gone.size);
      marks.fill(mark, this.#gone.size, size);
    }
    this.lastEnd = free;
    this.#gone.size = size;
    return served;
  }

  leave(): boolean {
    return false;
  }
}

/** What the next four times are picked from. */
const picks = new Float64Array(4);

/** A server at which nobody has been yet. */
const NOBODY = -1;

/** At most four servers in a row: the times at which they are free in order, each in a variable. */
export class FewServers implements Servers {
  /** The times; `Infinity` where there is no server. */
  readonly #free: Float64Array = new Float64Array(4).fill(Infinity);
  /** Their servers in the same order, two bits each, the first one lowest. */
  #order = 0b11_10_01_00;
  /** By server: the last customer. */
  readonly #numbers: Int32Array = new Int32Array(4).fill(NOBODY);
  readonly #marks: Int32Array = new Int32Array(4);
  readonly #gone: Crowd;
  readonly #passesOn: boolean;
  readonly #servers: number;

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
    const begun = waits;
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
      begun[served++] = begins - time;
      const ends = begins + works[i]!;
      // who is before whom no processor can guess, so it is added to places instead of asked for
      const a = +(ends < second);
      const b = +(ends < third);
      const c = +(ends < fourth);
      if (passesOn) {
        const server = order & 3;
        goneTimes[gone] = first;
        goneNumbers[gone] = lastNumbers[server]!;
        goneMarks[gone] = lastMarks[server]!;
        if (goneNumbers[gone] !== NOBODY) gone++;
        lastNumbers[server] = numbers[i]!;
        lastMarks[server] = mark;
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

  leave(): boolean {
    const server = this.#order & 3;
    const number = this.#numbers[server]!;
    const { times, numbers, marks, size } = this.#gone;
    times[size] = this.#free[0]!;
    numbers[size] = number;
    marks[size] = this.#marks[server]!;
    if (number !== NOBODY) this.#gone.size++;
    this.#numbers[server] = NOBODY;
    this.#order >>= 2;
    this.#free.copyWithin(0, 1);
    this.#free[3] = Infinity;
    return this.#free[0]! < Infinity;
  }
}

/** Several servers: a heap of times, the earliest on top. */
export class ManyServers implements Servers {
  /** The heap: times, and the server of each, where it passes customers on. */
  readonly #free: Float64Array;
  readonly #servers: Int32Array;
  /** By server: the last customer, and the order in which they began. */
  readonly #numbers: Int32Array;
  readonly #marks: Int32Array;
  readonly #began: Float64Array;
  #begun = 0;
  readonly #gone: Crowd;
  readonly #passesOn: boolean;

  constructor(servers: number, gone: Crowd, passesOn: boolean) {
    this.#gone = gone;
    this.#passesOn = passesOn;
    // before all times, in order: who joins first takes the first server
    this.#free = Float64Array.from({ length: servers }, (_, i) => i - servers);
    this.#servers = Int32Array.from({ length: passesOn ? servers : 0 }, (_, i) => i);
    this.#numbers = new Int32Array(this.#servers.length).fill(NOBODY);
    this.#marks = new Int32Array(this.#servers.length);
    this.#began = new Float64Array(this.#servers.length);
  }

  get lastEnd(): number {
    return this.#free.reduce((last, time) => Math.max(last, time), 0);
  }

  take(joining: Joining, tally: VisitTally | null): number {
    // read once: V8 would look each of them up again for every customer
    const { mark, times, numbers, works, patiences, from, to } = joining;
    const { times: goneTimes, numbers: goneNumbers, marks: goneMarks } = this.#gone;
    const free = this.#free;
    const servers = this.#servers;
    const lastNumbers = this.#numbers;
    const lastMarks = this.#marks;
    const began = this.#began;
    const passesOn = this.#passesOn;
    const begun = waits;
    let order = this.#begun;
    let gone = this.#gone.size;
    let served = 0;
    for (let i = from; i < to; i++) {
      const time = times[i]!;
      const earliest = free[0]!;
      let begins = time;
      if (earliest > time) {
        if (patiences !== null && time + patiences[i]! < earliest) {
          tally?.gaveUp(time + patiences[i]! - time);
          continue;
        }
        begins = earliest;
      }
      begun[served++] = begins - time;
      const ends = begins + works[i]!;
      if (!passesOn) {
        replaceTop(free, ends);
        continue;
      }
      // a server was free at `earliest`: who was there before went on then
      if (free[1] === earliest || free[2] === earliest) settleTies(free, servers, began);
      const server = servers[0]!;
      const number = lastNumbers[server]!;
      goneTimes[gone] = earliest;
      goneNumbers[gone] = number;
      goneMarks[gone] = lastMarks[server]!;
      if (number !== NOBODY) gone++;
      lastNumbers[server] = numbers[i]!;
      lastMarks[server] = mark;
      began[server] = order++;
      replaceTopServer(free, servers, ends, server);
    }
    this.#begun = order;
    this.#gone.size = gone;
    return served;
  }

  leave(): boolean {
    const free = this.#free;
    settleTies(free, this.#servers, this.#began);
    const server = this.#servers[0]!;
    const number = this.#numbers[server]!;
    const { times, numbers, marks, size } = this.#gone;
    times[size] = free[0]!;
    numbers[size] = number;
    marks[size] = this.#marks[server]!;
    if (number !== NOBODY) this.#gone.size++;
    this.#numbers[server] = NOBODY;
    replaceTopServer(free, this.#servers, Infinity, server);
    return free[0]! < Infinity;
  }
}
