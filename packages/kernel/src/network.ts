import { childKey } from './address.js';
import { arrivalCursor } from './arrivals.js';
import { arrivalsKey, NetworkChance } from './network-chance.js';
import { FirstComeRun, isFirstCome } from './network-first-come.js';
import { trapOf } from './network-exits.js';
import { type NetworkRunOptions, readOptions } from './network-options.js';
import type { NetworkPlan } from './network-plan.js';
import { isRecursive, runRecursion } from './network-recursion.js';
import { NetworkRun } from './network-run.js';
import type { NetworkSpec } from './network-spec.js';
import { MOST_ROOM, type VisitResult, visitResult, VisitTally } from './network-tally.js';
import { MADE, type Reading } from './network-reading.js';
import { planNetwork } from './plan-network.js';
import type { RunEnd } from './run-limits.js';
import { seedKey } from './seed.js';
import { Stream } from './stream.js';
import { variateOf } from './variate-spread.js';

/** Time averages of a station, from the end of the warm-up to `until` or to the last arrival; NaN if not observed. */
export interface StationLevels {
  /** Customers at the station. */
  readonly present: number;
  /** Customers who wait for service. */
  readonly waiting: number;
  /** Servers at work. */
  readonly busy: number;
  /** Customers who hold a server until there is a place at their next station. */
  readonly blocked: number;
  /**
   * Servers at work / servers there; 0 if there are infinitely many. Above 1 where servers finish
   * after their number fell.
   */
  readonly utilisation: number;
}

/** What happened at one station. */
export interface StationResult<ClassId extends string = string> extends VisitResult {
  readonly level: StationLevels;
  readonly byClass: Readonly<Record<ClassId, VisitResult>>;
}

/** What happened in a network. */
export interface NetworkResult<StationId extends string = string> {
  /**
   * `customers`: all who were to come came and left. `empty`: no more come, or those inside are
   * stuck. `until`, `aborted`: as asked for.
   */
  readonly end: RunEnd;
  /** Time of the clock at the end. */
  readonly time: number;
  /** Length of the span over which levels were taken; NaN if they were not. */
  readonly span: number;
  readonly stations: Readonly<Record<StationId, StationResult>>;
  /** Of those who left: number, and mean time from entering the network; NaN if visits are not observed. */
  readonly sojourn: { readonly count: number; readonly mean: number };
  /** Customers still inside: with `until`, or stuck in a circle of full stations. */
  readonly inside: number;
}

/**
 * A checked network, ready to run any number of times: what {@link network} returns.
 *
 * Made by hand, `new Network(spec)` takes spreads from the functions of their families alone, and
 * arrivals by gaps (`every`) or at `times`: a page then loads no family that it does not name.
 */
export class Network<StationId extends string = string> {
  readonly #plan: NetworkPlan;
  readonly #reading: Reading;

  /**
   * @param reading how spreads and arrivals are read; default: as above
   * @throws SpecError that lists everything that is wrong, with its place
   */
  constructor(spec: NetworkSpec, reading: Reading = MADE) {
    this.#reading = reading;
    this.#plan = planNetwork(spec, reading);
  }

  /** Ids of the classes of customers. */
  get classes(): readonly string[] {
    return this.#plan.classes;
  }

  /**
   * One run. The same network, seed and replication give the same bits everywhere; what a customer
   * draws does not depend on servers, lines or other customers, so that variants meet the same
   * customers.
   *
   * @throws RangeError for options that make no sense; SimulationError for what a rule throws
   */
  run(options: NetworkRunOptions = {}): NetworkResult<StationId> {
    return this.#run(options, true);
  }

  /** The same run by events alone, also where a recursion would do: for checking the one by the other. */
  runByEvents(options: NetworkRunOptions = {}): NetworkResult<StationId> {
    return this.#run(options, false);
  }

  #run(options: NetworkRunOptions, recursion: boolean): NetworkResult<StationId> {
    const plan = this.#plan;
    const run = readOptions(options);
    const { seed = '', replication = 0, until, over = [], quantiles = [] } = options;
    if (until === undefined) this.#requireEnd();
    const root = childKey(seedKey(seed), replication);
    const chance = new NetworkChance(plan, root);
    const room = quantiles.length > 0 ? Math.min(run.customers, MOST_ROOM) : 0;
    const tallies = plan.stations.map(() => plan.classes.map(() => new VisitTally(over, room)));
    const cursors = plan.sources.map(({ id, arrivals }) =>
      arrivals === null
        ? null
        : this.#reading.arrivals(arrivals, arrivalsKey(root, id), `sources.${id}.arrivals`),
    );
    if (recursion && isRecursive(plan, run)) {
      const flows = cursors.filter((cursor) => cursor !== null);
      const { time, end } = runRecursion(plan, run, chance, tallies, flows, options.signal);
      return this.#result({ end, time, inside: 0, tallies, over, quantiles });
    }
    const orders = plan.stations.map(({ id }) => new Stream(childKey(root, `${id}/order`)));
    const network =
      recursion && isFirstCome(plan, run)
        ? new FirstComeRun(plan, run, chance, tallies, cursors)
        : new NetworkRun(plan, run, chance, tallies, cursors, (station) => orders[station]!.next());
    const end = network.run(until ?? Infinity, options.signal);
    return this.#result({
      end: end === 'empty' && network.closed && network.inside === 0 ? 'customers' : end,
      // the clock may have gone on to an arrival for whom the doors were closed
      time: until === undefined && network.inside === 0 ? network.lastLeft : network.now,
      inside: network.inside,
      tallies,
      over,
      quantiles,
      network,
    });
  }

  /** Refuses a run for a number of customers that would never end. */
  #requireEnd(): void {
    if (this.#plan.sources.some(({ arrivals }) => arrivals === null)) {
      throw new RangeError(
        'run: customers of a population may go round for ever; say how far with until, not with customers.',
      );
    }
    const trap = trapOf(this.#plan);
    if (trap !== undefined) {
      throw new RangeError(
        `run: who comes to station "${trap.id}" never leaves the network; let a share of its routes leave, or say how far with until.`,
      );
    }
  }

  #result(run: {
    readonly end: RunEnd;
    readonly time: number;
    readonly inside: number;
    readonly tallies: readonly (readonly VisitTally[])[];
    readonly over: readonly number[];
    readonly quantiles: readonly number[];
    readonly network?: NetworkRun | FirstComeRun;
  }): NetworkResult<StationId> {
    const { tallies, over, quantiles, network } = run;
    const span = network === undefined ? NaN : network.levelsTo - network.levelsFrom;
    const stations = this.#plan.stations.map(({ id }, i): [string, StationResult] => {
      const byClass = this.#plan.classes.map((name, k): [string, VisitResult] => [
        name,
        visitResult([tallies[i]![k]!], over, quantiles),
      ]);
      const all = byClass.length === 1 ? byClass[0]![1] : visitResult(tallies[i]!, over, quantiles);
      return [
        id,
        {
          ...all,
          level: levels(network?.stations[i], span),
          byClass: Object.fromEntries(byClass),
        },
      ];
    });
    for (const tally of tallies.flat()) tally.forgetWaits();
    return {
      end: run.end,
      time: run.time,
      span,
      stations: Object.fromEntries(stations) as Record<StationId, StationResult>,
      sojourn: {
        count: network?.sojourns ?? 0,
        mean: network === undefined ? NaN : network.sojournSum / network.sojourns,
      },
      inside: run.inside,
    };
  }
}

/**
 * Declares a queueing network: sources, stations with servers, and routes between them, compiled
 * to integer events.
 *
 * @example
 * const line = network({
 *   sources: { door: { arrivals: poisson(0.9), to: 'desk' } },
 *   stations: { desk: { servers: 1, service: exponential(1) } },
 * });
 * line.run({ seed: 'riverside', customers: 100_000 }).stations.desk.wait.mean;
 *
 * @throws SpecError that lists everything that is wrong, with its place
 */
export function network<const Spec extends NetworkSpec>(
  spec: Spec,
): Network<keyof Spec['stations'] & string> {
  return new Network(spec, { spread: variateOf, arrivals: arrivalCursor });
}

function levels(station: NetworkRun['stations'][number] | undefined, span: number): StationLevels {
  if (station === undefined || Number.isNaN(span)) {
    return { present: NaN, waiting: NaN, busy: NaN, blocked: NaN, utilisation: NaN };
  }
  return {
    present: station.presentTime / span,
    waiting: station.waitingTime / span,
    busy: station.busyTime / span,
    blocked: (station.presentTime - station.waitingTime - station.busyTime) / span,
    utilisation: station.busyTime / station.serverTime,
  };
}
