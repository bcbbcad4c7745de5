import { draw } from './address.js';
import { fillAt } from './fill.js';
import { Crowd } from './network-crowd.js';
import { type NetworkChance, PURPOSE } from './network-chance.js';
import { BLOCK, type Turn } from './network-flow.js';
import { type Choice, type NetworkPlan, type StationPlan } from './network-plan.js';
import { VisitTally } from './network-tally.js';
import { type Servers, waits } from './servers.js';
import { EightServers } from './servers-eight.js';
import { FourServers } from './servers-four.js';
import { ManyServers } from './servers-many.js';
import { OneServer } from './servers-one.js';
import { type Variate } from './variate.js';

/** Servers of the kind that is the fastest for their number. */
function serversOf(servers: number, gone: Crowd, passesOn: boolean): Servers {
  if (servers === 1) return new OneServer(gone, passesOn);
  const Kind = servers <= 4 ? FourServers : servers <= 8 ? EightServers : ManyServers;
  return new Kind(servers, gone, passesOn);
}

/** The numbers of those whom a flow brings. */
const flowing = new Int32Array(BLOCK);

/** A station in the recursion: who comes is drawn for, served, and handed on to the stations behind. */
export class Stage {
  /** Where some go on: time at which the last of the others left the network. */
  #lastLeft = 0;
  readonly #plan: StationPlan;
  readonly #network: NetworkPlan;
  readonly #tallies: readonly VisitTally[];
  /** Of those in the warm-up; nobody reads it. */
  readonly #uncounted: VisitTally = new VisitTally([], 0);
  readonly #chance: NetworkChance;
  readonly #routes: readonly Choice[];
  readonly #passesOn: boolean;
  readonly #servers: Servers;
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
    this.#servers = serversOf(plan.servers, this.#gone, this.#passesOn);
  }

  /** Whether it gets its customers from outside. */
  get isFirst(): boolean {
    return this.#visit === 0;
  }

  /** Time at which the last of those who have come here left the network, if any did. */
  get lastEnd(): number {
    return this.#passesOn ? this.#lastLeft : this.#servers.lastEnd;
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
    const { works, patiences } = flow;
    this.#take(mark, times, flowing, works, patiences, from, to);
    flow.at = to;
    if (to === flow.size) flow.draw();
    return to - from;
  }

  /** Nobody comes any more: the last customers go on, in order of time, and the stations behind finish. */
  finish(): void {
    if (this.#passesOn) {
      for (let left = this.#servers.most; left > 0; left--) {
        if (this.#gone.size === BLOCK) this.#passOn();
        this.#servers.leave();
      }
      this.#passOn();
    }
    for (const stage of this.#targets) stage.finish();
  }

  /** Customers come from the station before. */
  #arrive(crowd: Crowd): void {
    const { service, patience } = this.#plan;
    const { times, numbers, marks, starts, runs } = crowd;
    if (this.#gone.size + crowd.size > BLOCK) this.#passOn();
    for (let run = 0; run < runs; run++) {
      const mark = marks[run]!;
      const from = starts[run]!;
      const to = crowd.end(run);
      const works = this.#draw(mark, service, PURPOSE.service, numbers, from, to, this.#works)!;
      const patiences = this.#draw(
        mark,
        patience,
        PURPOSE.patience,
        numbers,
        from,
        to,
        this.#patiences,
      );
      this.#take(mark, times, numbers, works, patiences, from, to);
    }
    crowd.clear();
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
  ): Float64Array | null {
    const source = mark >> 1;
    const spread = spreads[this.#network.sources[source]!.class]!;
    if (spread === null) return null;
    const { low, high } = this.#chance.key(source, purpose, this.#visit);
    fillAt(spread, low, high, numbers, from, to, out);
    return out;
  }

  /** Takes customers of one mark, whose draws have been made. */
  #take(
    mark: number,
    times: Float64Array,
    numbers: Int32Array,
    works: Float64Array,
    patiences: Float64Array | null,
    from: number,
    to: number,
  ): void {
    const ofClass = this.#network.sources[mark >> 1]!.class;
    const tally = (mark & 1) === 1 ? this.#tallies[ofClass]! : this.#uncounted;
    const servers = this.#servers;
    const served = servers.take(mark, times, numbers, works, patiences, from, to, tally);
    tally.joined += to - from;
    tally.served += served;
    if (tally.notes) for (let i = 0; i < served; i++) tally.note(waits[i]!);
  }

  /** Those who have gone come to the stations behind, or leave. */
  #passOn(): void {
    const gone = this.#gone;
    const [first, ...others] = this.#targets;
    if (others.length === 0 && this.#routes.every(({ totals }) => totals[0] === 1)) {
      first!.#arrive(gone);
      return;
    }
    const { times, numbers, marks, starts, runs } = gone;
    for (let run = 0; run < runs; run++) {
      const mark = marks[run]!;
      const source = mark >> 1;
      const { targets, totals } = this.#routes[this.#network.sources[source]!.class]!;
      const sure = targets.length === 0 || totals[0] === 1;
      const { low, high } = this.#chance.key(source, PURPOSE.route, this.#visit);
      const to = gone.end(run);
      for (let i = starts[run]!; i < to; i++) {
        const u = sure ? 0 : draw(low, high, numbers[i]!);
        let way = 0;
        while (u >= totals[way]!) way++;
        const target = targets[way];
        if (target !== undefined) this.#stages[target]!.#come.add(times[i]!, numbers[i]!, mark);
        else this.#lastLeft = times[i]!;
      }
    }
    gone.clear();
    for (const stage of this.#targets) stage.#arrive(stage.#come);
  }
}
