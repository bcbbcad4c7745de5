import { type NetworkChance, PURPOSE } from './network-chance.js';
import { Customer } from './network-customers.js';
import type { Turn } from './network-flow.js';
import { LEAVES, type StationPlan } from './network-plan.js';
import { chosen } from './network-routing.js';
import type { VisitTally } from './network-tally.js';

/**
 * A station in the recursion: the time at which each server is free of those who joined so far, as
 * a heap, the earliest on top; and, where customers go on to another station, who that was.
 */
export class Stage {
  /** Whether it gets its customers from another station. */
  isFed = false;
  lastEnd = 0;
  readonly #plan: StationPlan;
  readonly #tallies: readonly VisitTally[];
  readonly #chance: NetworkChance;
  readonly #passesOn: boolean;
  /** The heap: times, and, where it passes customers on, the server of each. */
  readonly #free: Float64Array;
  readonly #servers: Int32Array;
  /** By server: the last customer, as four columns, and the order in which they began. */
  readonly #who: readonly Customer[];
  readonly #began: Float64Array;
  #begun = 0;
  #next: readonly Stage[] = [];

  constructor(
    plan: StationPlan,
    tallies: readonly VisitTally[],
    chance: NetworkChance,
    stations: readonly StationPlan[],
  ) {
    this.#plan = plan;
    this.#tallies = tallies;
    this.#chance = chance;
    this.#passesOn =
      stations.length > 1 &&
      typeof plan.route !== 'function' &&
      plan.route.some(({ targets }) => targets.length > 0);
    const { servers } = plan;
    this.#free = new Float64Array(servers);
    this.#servers = Int32Array.from({ length: this.#passesOn ? servers : 0 }, (_, i) => i);
    // nobody has been at a server whose customer has no number
    this.#who = Array.from(this.#servers, () => nobody());
    this.#began = Float64Array.from(this.#servers, (i) => i - servers);
  }

  /** Makes the stations behind known to each other. */
  connect(stages: readonly Stage[]): void {
    this.#next = stages;
    const { route } = this.#plan;
    if (typeof route === 'function') return;
    for (const { targets } of route) for (const target of targets) stages[target]!.isFed = true;
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
    if (this.#passesOn) this.#serveAndPassOn(turn, end, counted);
    else this.#serve(turn, end, counted);
    flow.at = end;
    if (end === flow.size) flow.draw();
    return end - first;
  }

  /** The hot loop: customers who leave the network after service. */
  #serve({ flow }: Turn, end: number, counted: boolean): void {
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

  #serveAndPassOn({ flow }: Turn, end: number, counted: boolean): void {
    const { times, works, patiences, impatient, first, source } = flow;
    for (let i = flow.at; i < end; i++) {
      const deadline = impatient ? times[i]! + patiences[i]! : Infinity;
      this.#join(times[i]!, works[i]!, deadline, source, first + i, flow.class, 0, counted);
    }
  }

  /** A customer comes from another station, or leaves the last one. */
  #arrive(time: number, customer: Customer): void {
    const { service, patience } = this.#plan;
    const ofClass = customer.class;
    const spread = patience[ofClass]!;
    const deadline =
      spread === null ? Infinity : time + this.#chance.value(spread, customer, PURPOSE.patience);
    const work = this.#chance.value(service[ofClass]!, customer, PURPOSE.service);
    const { source, number, visit, counted } = customer;
    this.#join(time, work, deadline, source, number, ofClass, visit, counted);
  }

  #join(
    time: number,
    work: number,
    deadline: number,
    source: number,
    number: number,
    ofClass: number,
    visit: number,
    counted: boolean,
  ): void {
    const tally = this.#tallies[ofClass]!;
    if (counted) tally.joined++;
    const earliest = this.#free[0]!;
    if (deadline < earliest) {
      if (counted) abandon(tally, time, deadline);
      return;
    }
    const begins = earliest > time ? earliest : time;
    if (counted) tally.started(begins - time);
    const ends = begins + work;
    if (!this.#passesOn) {
      if (ends > this.lastEnd) this.lastEnd = ends;
      replaceTop(this.#free, ends);
      return;
    }
    // the server was free: who was there before goes on, at that time
    const server = this.#servers[0]!;
    const who = this.#who[server]!;
    if (who.number >= 0) this.#goOn(earliest, who);
    who.source = source;
    who.number = number;
    who.class = ofClass;
    who.visit = visit;
    who.counted = counted;
    this.#began[server] = this.#begun++;
    this.#replaceTop(ends, server);
  }

  #goOn(time: number, customer: Customer): void {
    const { route } = this.#plan;
    if (typeof route === 'function') return;
    const choice = route[customer.class]!;
    const target =
      choice.totals[0] === 1
        ? choice.targets[0]!
        : chosen(this.#chance, customer, choice, PURPOSE.route, customer.visit);
    if (target === LEAVES) {
      this.lastEnd = Math.max(this.lastEnd, time);
      return;
    }
    customer.visit++;
    this.#next[target]!.#arrive(time, customer);
  }

  /** Nobody comes any more: the last customers go on, in order of time, and the stations behind finish. */
  finish(): void {
    for (let left = this.#servers.length; left > 0; left--) {
      const server = this.#servers[0]!;
      const who = this.#who[server]!;
      if (who.number >= 0) this.#goOn(this.#free[0]!, who);
      who.number = -1;
      this.#replaceTop(Infinity, server);
    }
    const { route } = this.#plan;
    if (typeof route === 'function') return;
    for (const target of new Set(route.flatMap(({ targets }) => targets))) {
      this.#next[target]!.finish();
    }
  }

  /** `replaceTop` with the servers; at one time who began first comes first. */
  #replaceTop(time: number, server: number): void {
    const free = this.#free;
    const servers = this.#servers;
    const began = this.#began;
    const size = free.length;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= size) break;
      let least = free[child]!;
      if (child + 1 < size) {
        const other = free[child + 1]!;
        if (
          other < least ||
          (other === least && began[servers[child + 1]!]! < began[servers[child]!]!)
        ) {
          least = other;
          child++;
        }
      }
      if (least > time || (least === time && began[servers[child]!]! > began[server]!)) break;
      free[place] = least;
      servers[place] = servers[child]!;
      place = child;
    }
    free[place] = time;
    servers[place] = server;
  }
}

function nobody(): Customer {
  const customer = new Customer(-1);
  customer.number = -1;
  return customer;
}

function abandon(tally: VisitTally, time: number, deadline: number): void {
  tally.abandoned++;
  tally.abandonedWaits.add(deadline - time);
}

/** Puts a time in place of the earliest of a heap. */
function replaceTop(heap: Float64Array, time: number): void {
  const size = heap.length;
  let place = 0;
  for (;;) {
    let child = 2 * place + 1;
    if (child >= size) break;
    let least = heap[child]!;
    if (child + 1 < size) {
      const other = heap[child + 1]!;
      if (other < least) {
        least = other;
        child++;
      }
    }
    if (least >= time) break;
    heap[place] = least;
    place = child;
  }
  heap[place] = time;
}
