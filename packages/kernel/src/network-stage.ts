import { logBlock } from '@hallsim/stats';
import { draw } from './address.js';
import { type NetworkChance, PURPOSE } from './network-chance.js';
import type { Turn } from './network-flow.js';
import { LEAVES, type NetworkPlan, type StationPlan } from './network-plan.js';
import type { VisitTally } from './network-tally.js';
import { replaceTop, replaceTopServer } from './server-heap.js';
import type { Variate } from './variate.js';
import { quantile } from './variate-quantile.js';

/** Customers who are taken together, so that their draws are made in blocks. */
const ROOM = 512;
/** A server at which nobody has been yet. */
const NOBODY = -1;

/** 1 - u of a block of customers, and its bits. */
const tails = new Float64Array(ROOM);
const tailWords = new Int32Array(tails.buffer);

/**
 * A station in the recursion: the time at which each server is free of those who joined so far, as
 * a heap, the earliest on top; and, where customers go on to another station, who that was.
 *
 * A customer is a number and a mark: twice the index of the source, plus 1 for whom the tallies
 * count. The rest follows: the class from the source, and the number of the visit from the station,
 * as each station has only one before it.
 */
export class Stage {
  lastEnd = 0;
  readonly #plan: StationPlan;
  readonly #network: NetworkPlan;
  readonly #tallies: readonly VisitTally[];
  readonly #chance: NetworkChance;
  readonly #passesOn: boolean;
  /** The heap: times, and the server of each, where it passes customers on. */
  readonly #free: Float64Array;
  readonly #servers: Int32Array;
  /** By server: the last customer, and the order in which they began. */
  readonly #numbers: Int32Array;
  readonly #marks: Int32Array;
  readonly #began: Float64Array;
  #begun = 0;
  /** Customers who have come but were not taken yet, in order of time. */
  readonly #waitTimes: Float64Array = new Float64Array(ROOM);
  readonly #waitNumbers: Int32Array = new Int32Array(ROOM);
  readonly #waitMarks: Int32Array = new Int32Array(ROOM);
  readonly #works: Float64Array = new Float64Array(ROOM);
  readonly #deadlines: Float64Array = new Float64Array(ROOM).fill(Infinity);
  #waiting = 0;
  /** Number of the visit of who comes here; -1 until the station is reached. */
  #visit = -1;
  #stages: readonly Stage[] = [];

  constructor(
    plan: StationPlan,
    network: NetworkPlan,
    tallies: readonly VisitTally[],
    chance: NetworkChance,
  ) {
    this.#plan = plan;
    this.#network = network;
    this.#tallies = tallies;
    this.#chance = chance;
    this.#passesOn = this.#targets().length > 0;
    const { servers } = plan;
    this.#free = new Float64Array(servers);
    this.#servers = Int32Array.from({ length: this.#passesOn ? servers : 0 }, (_, i) => i);
    this.#numbers = new Int32Array(this.#servers.length).fill(NOBODY);
    this.#marks = new Int32Array(this.#servers.length);
    this.#began = Float64Array.from(this.#servers, (i) => i - servers);
  }

  /** Whether it gets its customers from outside. */
  get isFirst(): boolean {
    return this.#visit === 0;
  }

  /** Makes the stations known to each other; to be called at those that sources send customers to. */
  connect(stages: readonly Stage[], visit: number = 0): void {
    this.#stages = stages;
    this.#visit = visit;
    for (const target of this.#targets()) stages[target]!.connect(stages, visit + 1);
  }

  /**
   * Takes a flow's next customers while it has the turn.
   *
   * @returns how many they were, at most `most`
   */
  serve(turn: Turn, most: number, counted: boolean): number {
    const { flow, before, upTo } = turn;
    const { times } = flow;
    const first = flow.at;
    let end = Math.min(flow.size, first + most);
    // all up to the end of the block as a rule; with several flows as far as the turn goes
    if (upTo < Infinity || before < Infinity) {
      let i = first;
      while (i < end && times[i]! <= upTo && times[i]! < before) i++;
      end = i;
    }
    if (this.#passesOn) this.#takeFlow(turn, end, counted);
    else this.#serveFlow(turn, end, counted);
    flow.at = end;
    if (end === flow.size) flow.draw();
    return end - first;
  }

  /** Nobody comes any more: the last customers go on, in order of time, and the stations behind finish. */
  finish(): void {
    this.#takeWaiting();
    for (let left = this.#servers.length; left > 0; left--) {
      const server = this.#servers[0]!;
      if (this.#numbers[server]! !== NOBODY) {
        this.#goOn(this.#free[0]!, this.#numbers[server]!, this.#marks[server]!);
      }
      this.#numbers[server] = NOBODY;
      replaceTopServer(this.#free, this.#servers, this.#began, Infinity, server);
    }
    for (const target of this.#targets()) this.#stages[target]!.finish();
  }

  /** The stations that customers go on to. */
  #targets(): number[] {
    const { route } = this.#plan;
    if (typeof route === 'function') return [];
    return [...new Set(route.flatMap(({ targets }) => targets))];
  }

  /** The hot loop of a single station: customers leave the network after service. */
  #serveFlow({ flow }: Turn, end: number, counted: boolean): void {
    const { times, works, patiences, impatient } = flow;
    const tally = this.#tallies[flow.class]!;
    const free = this.#free;
    let lastEnd = this.lastEnd;
    for (let i = flow.at; i < end; i++) {
      const time = times[i]!;
      const earliest = free[0]!;
      if (counted) tally.joined++;
      let begins = time;
      if (earliest > time) {
        if (impatient && time + patiences[i]! < earliest) {
          if (counted) abandon(tally, time, time + patiences[i]!);
          continue;
        }
        begins = earliest;
      }
      if (counted) tally.started(begins - time);
      const ends = begins + works[i]!;
      if (ends > lastEnd) lastEnd = ends;
      replaceTop(free, ends);
    }
    this.lastEnd = lastEnd;
  }

  /** The same for customers who may go on; their draws have been made. */
  #takeFlow({ flow }: Turn, end: number, counted: boolean): void {
    const { at, times, works, patiences, impatient, first, source } = flow;
    const mark = 2 * source + (counted ? 1 : 0);
    for (let i = at; i < end; i++) {
      const place = (i - at) | 0;
      const time = times[i]!;
      this.#waitTimes[place] = time;
      this.#waitNumbers[place] = first + i;
      this.#waitMarks[place] = mark;
      this.#works[place] = works[i]!;
      this.#deadlines[place] = impatient ? time + patiences[i]! : Infinity;
    }
    this.#take(end - at);
  }

  /** A customer comes from the station before. */
  #arrive(time: number, number: number, mark: number): void {
    if (this.#waiting === ROOM) this.#takeWaiting();
    const place = this.#waiting++;
    this.#waitTimes[place] = time;
    this.#waitNumbers[place] = number;
    this.#waitMarks[place] = mark;
  }

  #takeWaiting(): void {
    const size = this.#waiting;
    if (size === 0) return;
    this.#waiting = 0;
    const { service, patience } = this.#plan;
    this.#drawn(service, PURPOSE.service, size, this.#works);
    if (patience.some((spread) => spread !== null)) {
      const deadlines = this.#deadlines;
      this.#drawn(patience, PURPOSE.patience, size, deadlines);
      for (let i = 0; i < size; i++) deadlines[i] = this.#waitTimes[i]! + deadlines[i]!;
    }
    this.#take(size);
  }

  /** What the waiting customers draw from the spreads of their classes; null gives infinity. */
  #drawn(
    spreads: readonly (Variate | null)[],
    purpose: number,
    size: number,
    out: Float64Array,
  ): void {
    const marks = this.#waitMarks;
    const numbers = this.#waitNumbers;
    for (let from = 0; from < size; ) {
      const source = marks[from]! >> 1;
      let to = from + 1;
      while (to < size && marks[to]! >> 1 === source) to++;
      const spread = spreads[this.#network.sources[source]!.class]!;
      const { low, high } = this.#chance.key(source, purpose, this.#visit);
      if (spread === null) out.fill(Infinity, from, to);
      else if (spread.family === 'exponential') {
        for (let i = from; i < to; i++) tails[(i - from) | 0] = 1 - draw(low, high, numbers[i]!);
        logBlock(tails, tailWords, to - from, -spread.mean, out, from);
      } else {
        for (let i = from; i < to; i++) out[i] = quantile(spread, draw(low, high, numbers[i]!));
      }
      from = to;
    }
  }

  /** Takes the first `size` customers, whose draws have been made. */
  #take(size: number): void {
    // read once: V8 would look each of them up again for every customer
    const free = this.#free;
    const servers = this.#servers;
    const times = this.#waitTimes;
    const marks = this.#waitMarks;
    const works = this.#works;
    const deadlines = this.#deadlines;
    const passesOn = this.#passesOn;
    let tally = this.#tallies[0]!;
    let source = -1;
    let lastEnd = this.lastEnd;
    for (let i = 0; i < size; i++) {
      const time = times[i]!;
      const mark = marks[i]!;
      if (mark >> 1 !== source) {
        source = mark >> 1;
        tally = this.#tallies[this.#network.sources[source]!.class]!;
      }
      const counted = (mark & 1) === 1;
      if (counted) tally.joined++;
      const earliest = free[0]!;
      if (deadlines[i]! < earliest) {
        if (counted) abandon(tally, time, deadlines[i]!);
        continue;
      }
      const begins = earliest > time ? earliest : time;
      if (counted) tally.started(begins - time);
      const ends = begins + works[i]!;
      if (!passesOn) {
        if (ends > lastEnd) lastEnd = ends;
        replaceTop(free, ends);
        continue;
      }
      // a server was free at `earliest`: who was there before went on then
      const server = servers[0]!;
      const number = this.#numbers[server]!;
      if (number !== NOBODY) this.#goOn(earliest, number, this.#marks[server]!);
      this.#numbers[server] = this.#waitNumbers[i]!;
      this.#marks[server] = mark;
      this.#began[server] = this.#begun++;
      replaceTopServer(free, servers, this.#began, ends, server);
    }
    if (lastEnd > this.lastEnd) this.lastEnd = lastEnd;
  }

  #goOn(time: number, number: number, mark: number): void {
    const target = this.#route(number, mark >> 1);
    if (target === LEAVES) this.lastEnd = Math.max(this.lastEnd, time);
    else this.#stages[target]!.#arrive(time, number, mark);
  }

  #route(number: number, source: number): number {
    const { route } = this.#plan;
    if (typeof route === 'function') return LEAVES;
    const { targets, totals } = route[this.#network.sources[source]!.class]!;
    if (targets.length === 0) return LEAVES;
    if (totals[0] === 1) return targets[0]!;
    const { low, high } = this.#chance.key(source, PURPOSE.route, this.#visit);
    const u = draw(low, high, number);
    for (let i = 0; i < targets.length; i++) if (u < totals[i]!) return targets[i]!;
    return LEAVES;
  }
}

function abandon(tally: VisitTally, time: number, deadline: number): void {
  tally.abandoned++;
  tally.abandonedWaits.add(deadline - time);
}
