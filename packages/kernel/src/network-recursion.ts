import type { Key } from './address.js';
import type { ArrivalCursor } from './arrivals.js';
import { fill } from './fill.js';
import { type NetworkChance, PURPOSE } from './network-chance.js';
import type { NetworkPlan } from './network-plan.js';
import type { NetworkRunPlan } from './network-visit.js';
import type { VisitTally } from './network-tally.js';
import type { Variate } from './variate.js';

/** Customers are drawn this many at a time. */
const BLOCK = 512;

/**
 * True if the network is a single first-come station of identical servers where nobody looks at
 * the number of customers present, and only waits are asked for.
 *
 * There a customer's start of service follows from the servers' times alone, at the moment they
 * join: the earliest time at which a server is free of those who joined before (J. Kiefer & J.
 * Wolfowitz, Trans. Amer. Math. Soc. 78, 1955; D. V. Lindley, 1952, for one server). Who would have
 * to wait beyond their patience never takes a server, so impatience changes nothing in this.
 */
export function isRecursive(plan: NetworkPlan, run: NetworkRunPlan): boolean {
  const [station, ...others] = plan.stations;
  return (
    station !== undefined &&
    others.length === 0 &&
    station.discipline === 'fifo' &&
    station.rank === null &&
    station.steps.length === 0 &&
    station.servers >= 1 &&
    station.servers < Infinity &&
    station.places === Infinity &&
    station.joins === null &&
    station.impatientTo < 0 &&
    typeof station.route !== 'function' &&
    station.route.every(({ targets }) => targets.length === 0) &&
    plan.sources.every(({ arrivals, to }) => arrivals !== null && to.totals[0] === 1) &&
    run.warmUpTime === 0 &&
    run.customers < Infinity &&
    !run.visits &&
    !run.levels &&
    run.onVisit === null
  );
}

/**
 * The run of such a network without events: the same customers, the same times to the last bit, the
 * same tallies.
 *
 * @returns the time of the last departure
 */
export function runRecursion(
  plan: NetworkPlan,
  run: NetworkRunPlan,
  chance: NetworkChance,
  tallies: readonly VisitTally[],
  cursors: readonly ArrivalCursor[],
  start: number,
): number {
  const station = plan.stations[0]!;
  const flows = plan.sources.map((source, i) => {
    const patience = station.patience[source.class]!;
    return new Flow(
      cursors[i]!,
      station.service[source.class]!,
      chance.key(i, PURPOSE.service),
      patience,
      chance.key(i, PURPOSE.patience),
      tallies[source.class]!,
    );
  });
  const servers = new Servers(station.servers, start);
  let warmUp = run.warmUpCustomers;
  for (let left = warmUp + run.customers; left > 0; ) {
    const [first, until] = earliest(flows);
    if (first === undefined) break;
    // the doors close in the middle of a flow, and the tallies begin there
    const most = Math.min(left, warmUp > 0 ? warmUp : left);
    const done = servers.serve(first, until, most, warmUp <= 0);
    left -= done;
    warmUp -= done;
  }
  return servers.lastEnd;
}

/** The flow whose customer comes next, and up to which time it keeps the turn. */
function earliest(flows: readonly Flow[]): [Flow | undefined, Turn] {
  let first: Flow | undefined;
  let place = -1;
  for (const [i, flow] of flows.entries()) {
    if (flow.time < (first?.time ?? Infinity)) {
      first = flow;
      place = i;
    }
  }
  let before = Infinity;
  let at = Infinity;
  for (const [i, flow] of flows.entries()) {
    if (flow === first) continue;
    // at one and the same time the source that was declared first goes first
    if (i < place) before = Math.min(before, flow.time);
    else at = Math.min(at, flow.time);
  }
  return [first, { before, at }];
}

/** A flow keeps the turn for times below `before` and up to `at`. */
interface Turn {
  readonly before: number;
  readonly at: number;
}

/** The customers of one source: their times of arrival, works and patiences, in blocks. */
class Flow {
  readonly tally: VisitTally;
  readonly times: Float64Array = new Float64Array(BLOCK);
  readonly works: Float64Array = new Float64Array(BLOCK);
  readonly patiences: Float64Array;
  readonly impatient: boolean;
  at = 0;
  size = 0;
  readonly #cursor: ArrivalCursor;
  readonly #service: Variate;
  readonly #serviceKey: Key;
  readonly #patience: Variate | null;
  readonly #patienceKey: Key;
  #first = 0;

  constructor(
    cursor: ArrivalCursor,
    service: Variate,
    serviceKey: Key,
    patience: Variate | null,
    patienceKey: Key,
    tally: VisitTally,
  ) {
    this.#cursor = cursor;
    this.#service = service;
    this.#serviceKey = serviceKey;
    this.#patience = patience;
    this.#patienceKey = patienceKey;
    this.impatient = patience !== null;
    this.patiences = new Float64Array(patience === null ? 0 : BLOCK);
    this.tally = tally;
    this.draw();
  }

  /** Time of the next customer; `Infinity` when no more will come. */
  get time(): number {
    return this.at < this.size ? this.times[this.at]! : Infinity;
  }

  /** Draws the next block. */
  draw(): void {
    this.#first += this.size;
    this.at = 0;
    this.size = this.#cursor.fill(this.times, BLOCK);
    const { low, high } = this.#serviceKey;
    fill(this.#service, low, high, this.#first, this.works, this.size);
    if (this.#patience !== null) {
      fill(
        this.#patience,
        this.#patienceKey.low,
        this.#patienceKey.high,
        this.#first,
        this.patiences,
        this.size,
      );
    }
  }
}

/** The times at which each server is free of those who joined so far: a heap, the earliest on top. */
class Servers {
  lastEnd: number;
  readonly #free: Float64Array;

  constructor(servers: number, start: number) {
    this.#free = new Float64Array(servers).fill(start);
    this.lastEnd = start;
  }

  /**
   * Takes the flow's next customers while it has the turn.
   *
   * @returns how many they were, at most `most`
   */
  serve(flow: Flow, turn: Turn, most: number, counted: boolean): number {
    const { times, works, patiences, tally, impatient } = flow;
    const { before, at: upTo } = turn;
    const free = this.#free;
    const end = Math.min(flow.size, flow.at + most);
    const first = flow.at;
    let lastEnd = this.lastEnd;
    let i = first;
    for (; i < end; i++) {
      const time = times[i]!;
      if (time > upTo || time >= before) break;
      const earliest = free[0]!;
      if (counted) tally.joined++;
      let begins = time;
      if (earliest > time) {
        const deadline = impatient ? time + patiences[i]! : Infinity;
        if (deadline < earliest) {
          if (counted) {
            tally.abandoned++;
            tally.abandonedWaits.add(deadline - time);
          }
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
    flow.at = i;
    if (i === flow.size) flow.draw();
    return i - first;
  }
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
