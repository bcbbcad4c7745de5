import { draw } from './address.js';
import { fillAt } from './fill.js';
import { type NetworkChance, PURPOSE } from './network-chance.js';
import { BLOCK, type Turn } from './network-flow.js';
import { type Choice, type NetworkPlan, type StationPlan } from './network-plan.js';
import type { VisitTally } from './network-tally.js';
import { replaceTop, replaceTopServer } from './server-heap.js';
import { type Variate } from './variate.js';

/** A server at which nobody has been yet. */
const NOBODY = -1;

/** Waits of a block that are to be noted. */
const waits = new Float64Array(BLOCK);

/**
 * At most a block of customers, in order of time. A customer is a number and a mark: twice the index
 * of the source, plus 1 for whom the tallies count. The rest follows: the class from the source, and
 * the number of the visit from the station, as each station has only one before it.
 */
class Crowd {
  readonly times: Float64Array = new Float64Array(BLOCK);
  readonly numbers: Int32Array = new Int32Array(BLOCK);
  readonly marks: Int32Array = new Int32Array(BLOCK);
  size = 0;

  /** Adds a customer of another crowd, at the end. */
  add({ times, numbers, marks }: Crowd, i: number): void {
    const place = this.size++;
    this.times[place] = times[i]!;
    this.numbers[place] = numbers[i]!;
    this.marks[place] = marks[i]!;
  }
}

/** The numbers of those whom a flow brings. */
const flowing = new Int32Array(BLOCK);

/**
 * A station in the recursion: the time at which each server is free of those who joined so far, as
 * a heap, the earliest on top; and, where customers go on to another station, who that was.
 */
export class Stage {
  lastEnd = 0;
  readonly #plan: StationPlan;
  readonly #network: NetworkPlan;
  readonly #tallies: readonly VisitTally[];
  readonly #chance: NetworkChance;
  readonly #routes: readonly Choice[];
  readonly #passesOn: boolean;
  /** The heap: times, and the server of each, where it passes customers on. */
  readonly #free: Float64Array;
  readonly #servers: Int32Array;
  /** By server: the last customer, and the order in which they began. */
  readonly #numbers: Int32Array;
  readonly #marks: Int32Array;
  readonly #began: Float64Array;
  #begun = 0;
  readonly #works: Float64Array = new Float64Array(BLOCK);
  readonly #patiences: Float64Array = new Float64Array(BLOCK);
  /** Those who have come by chance, and those who go. */
  readonly #come: Crowd = new Crowd();
  readonly #gone: Crowd = new Crowd();
  /** Number of the visit of who comes here; -1 until the station is reached. */
  #visit = -1;
  #stages: readonly Stage[] = [];
  /** Those behind. */
  #targets: readonly Stage[] = [];

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
    this.#routes = plan.route as readonly Choice[];
    this.#passesOn = this.#routes.some(({ targets }) => targets.length > 0);
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
    const targets = new Set(this.#routes.flatMap((choice) => choice.targets));
    this.#targets = Array.from(targets, (target) => stages[target]!);
    for (const stage of this.#targets) stage.connect(stages, visit + 1);
  }

  /**
   * Takes a flow's next customers while it has the turn.
   *
   * @returns how many they were, at most `most`
   */
  serve(turn: Turn, most: number, counted: boolean): number {
    const { flow, before, upTo } = turn;
    const { times, first } = flow;
    const from = flow.at;
    let to = Math.min(flow.size, from + most);
    // all up to the end of the block as a rule; with several flows as far as the turn goes
    if (upTo < Infinity || before < Infinity) {
      let i = from;
      while (i < to && times[i]! <= upTo && times[i]! < before) i++;
      to = i;
    }
    if (this.#passesOn) {
      for (let i = from; i < to; i++) flowing[i] = (first + i) | 0;
      if (this.#gone.size + to - from > BLOCK) this.#passOn();
    }
    const mark = 2 * flow.source + (counted ? 1 : 0);
    this.#take(mark, times, flowing, flow.works, flow.patiences, from, to);
    flow.at = to;
    if (to === flow.size) flow.draw();
    return to - from;
  }

  /** Nobody comes any more: the last customers go on, in order of time, and the stations behind finish. */
  finish(): void {
    for (let left = this.#servers.length; left > 0; left--) {
      const server = this.#servers[0]!;
      this.#leave(server);
      replaceTopServer(this.#free, this.#servers, this.#began, Infinity, server);
      if (this.#gone.size === BLOCK) this.#passOn();
    }
    if (this.#passesOn) this.#passOn();
    for (const stage of this.#targets) stage.finish();
  }

  /** Who was at the earliest server last goes. */
  #leave(server: number): void {
    const { times, numbers, marks, size } = this.#gone;
    const number = this.#numbers[server]!;
    if (number === NOBODY) return;
    this.#numbers[server] = NOBODY;
    times[size] = this.#free[0]!;
    numbers[size] = number;
    marks[size] = this.#marks[server]!;
    this.#gone.size++;
  }

  /** Customers come from the station before. */
  #arrive(crowd: Crowd): void {
    const { service, patience } = this.#plan;
    const { times, numbers, marks, size } = crowd;
    if (this.#gone.size + size > BLOCK) this.#passOn();
    for (let from = 0; from < size; ) {
      const mark = marks[from]!;
      let to = from + 1;
      while (to < size && marks[to] === mark) to++;
      this.#draw(mark, service, PURPOSE.service, numbers, from, to, this.#works);
      this.#draw(mark, patience, PURPOSE.patience, numbers, from, to, this.#patiences);
      this.#take(mark, times, numbers, this.#works, this.#patiences, from, to);
      from = to;
    }
    crowd.size = 0;
  }

  /** What customers of one mark draw from the spread of their class, if there is one. */
  #draw(
    mark: number,
    spreads: readonly (Variate | null)[],
    purpose: number,
    numbers: Int32Array,
    from: number,
    to: number,
    out: Float64Array,
  ): void {
    const source = mark >> 1;
    const spread = spreads[this.#network.sources[source]!.class]!;
    if (spread === null) return;
    const { low, high } = this.#chance.key(source, purpose, this.#visit);
    fillAt(spread, low, high, numbers, from, to, out);
  }

  /** The hot loop: takes customers of one mark, whose draws have been made. */
  #take(
    mark: number,
    times: Float64Array,
    numbers: Int32Array,
    works: Float64Array,
    patiences: Float64Array,
    from: number,
    to: number,
  ): void {
    // read once: V8 would look each of them up again for every customer
    const free = this.#free;
    const servers = this.#servers;
    const lastNumbers = this.#numbers;
    const lastMarks = this.#marks;
    const began = this.#began;
    const { times: goneTimes, numbers: goneNumbers, marks: goneMarks } = this.#gone;
    const passesOn = this.#passesOn;
    const alone = free.length === 1;
    const ofClass = this.#network.sources[mark >> 1]!.class;
    const impatient = this.#plan.patience[ofClass] !== null;
    const tally = this.#tallies[ofClass]!;
    const counted = (mark & 1) === 1;
    const notes = counted && tally.notes;
    let { waited, waitSum, waitSquares } = tally;
    let { lastEnd } = this;
    let begun = this.#begun;
    let gone = this.#gone.size;
    let served = 0;
    for (let i = from; i < to; i++) {
      const time = times[i]!;
      const earliest = free[0]!;
      let begins = time;
      if (earliest > time) {
        if (impatient && time + patiences[i]! < earliest) {
          if (counted) tally.gaveUp(time + patiences[i]! - time);
          continue;
        }
        begins = earliest;
        const wait = earliest - time;
        waited++;
        waitSum += wait;
        waitSquares += wait * wait;
      }
      if (notes) waits[served] = begins - time;
      served++;
      const ends = begins + works[i]!;
      if (!passesOn) {
        if (ends > lastEnd) lastEnd = ends;
        if (alone) free[0] = ends;
        else replaceTop(free, ends);
        continue;
      }
      if (alone) {
        // who comes first goes first
        free[0] = ends;
        goneTimes[gone] = ends;
        goneNumbers[gone] = numbers[i]!;
        goneMarks[gone++] = mark;
        continue;
      }
      // a server was free at `earliest`: who was there before went on then
      const server = servers[0]!;
      const number = lastNumbers[server]!;
      goneTimes[gone] = earliest;
      goneNumbers[gone] = number;
      goneMarks[gone] = lastMarks[server]!;
      if (number !== NOBODY) gone++;
      lastNumbers[server] = numbers[i]!;
      lastMarks[server] = mark;
      began[server] = begun++;
      replaceTopServer(free, servers, began, ends, server);
    }
    this.lastEnd = lastEnd;
    this.#begun = begun;
    this.#gone.size = gone;
    if (!counted) return;
    tally.joined += to - from;
    tally.served += served;
    tally.waited = waited;
    tally.waitSum = waitSum;
    tally.waitSquares = waitSquares;
    if (notes) for (let i = 0; i < served; i++) tally.note(waits[i]!);
  }

  /** Those who have gone come to the stations behind, or leave. */
  #passOn(): void {
    const gone = this.#gone;
    const [first, ...others] = this.#targets;
    if (others.length === 0 && this.#routes.every(({ totals }) => totals[0] === 1)) {
      first!.#arrive(gone);
      return;
    }
    const { size, times, numbers, marks } = gone;
    for (let i = 0; i < size; ) {
      const source = marks[i]! >> 1;
      const { targets, totals } = this.#routes[this.#network.sources[source]!.class]!;
      const sure = targets.length === 0 || totals[0] === 1;
      const { low, high } = this.#chance.key(source, PURPOSE.route, this.#visit);
      for (; i < size && marks[i]! >> 1 === source; i++) {
        const u = sure ? 0 : draw(low, high, numbers[i]!);
        let way = 0;
        while (u >= totals[way]!) way++;
        const target = targets[way];
        if (target !== undefined) this.#stages[target]!.#come.add(gone, i);
        else if (times[i]! > this.lastEnd) this.lastEnd = times[i]!;
      }
    }
    gone.size = 0;
    for (const stage of this.#targets) stage.#arrive(stage.#come);
  }
}
