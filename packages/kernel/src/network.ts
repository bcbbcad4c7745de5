import { childKey } from './address.js';
import { arrivalCursor } from './arrivals.js';
import { arrivalsKey, NetworkChance } from './network-chance.js';
import { type NetworkStart, type Shortcut, toEnd } from './network-course.js';
import { trapOf } from './network-exits.js';
import { type NetworkRunOptions, readOptions } from './network-options.js';
import type { NetworkPlan } from './network-plan.js';
import { MADE, type Reading } from './network-reading.js';
import { type NetworkResult, networkResult } from './network-result.js';
import { NetworkRun } from './network-run.js';
import { SHORTCUTS } from './network-shortcuts.js';
import type { NetworkSpec } from './network-spec.js';
import { MOST_ROOM, VisitTally } from './network-tally.js';
import { planNetwork } from './plan-network.js';
import { seedKey } from './seed.js';
import { variateOf } from './variate-spread.js';

/** What a page need not load to run a network. */
export interface NetworkParts {
  /** How spreads and arrivals are read. */
  readonly reading: Reading;
  /** What is tried before events, in this order. */
  readonly shortcuts: readonly Shortcut[];
}

const LEAST: NetworkParts = { reading: MADE, shortcuts: [] };

/**
 * A checked network, ready to run any number of times: what {@link network} returns.
 *
 * Made by hand, `new Network(spec)` is the same for pages where every kilobyte counts: it takes spreads
 * from the functions of their families alone, so that no family is loaded that is not named, and
 * arrivals by gaps (`every`) or at `times`. And it runs by events alone, which gives the same results to
 * the last bit, but takes two to seven times as long where all stations are first come, first served.
 */
export class Network<StationId extends string = string> {
  readonly #plan: NetworkPlan;
  readonly #parts: NetworkParts;

  /**
   * @param parts what it may use besides; default: nothing
   * @throws SpecError that lists everything that is wrong, with its place
   */
  constructor(spec: NetworkSpec, parts: NetworkParts = LEAST) {
    this.#parts = parts;
    this.#plan = planNetwork(spec, parts.reading);
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
    return this.#run(options, this.#parts.shortcuts);
  }

  /** The same run by events alone, also where there is a faster way: for checking the one by the other. */
  runByEvents(options: NetworkRunOptions = {}): NetworkResult<StationId> {
    return this.#run(options, []);
  }

  #run(options: NetworkRunOptions, shortcuts: readonly Shortcut[]): NetworkResult<StationId> {
    const plan = this.#plan;
    const run = readOptions(options);
    const { seed = '', replication = 0, until, over = [], quantiles = [] } = options;
    if (until === undefined) this.#requireEnd();
    const root = childKey(seedKey(String(seed)), replication);
    const room = quantiles.length > 0 ? Math.min(run.customers, MOST_ROOM) : 0;
    const tallies = plan.stations.map(() => plan.classes.map(() => new VisitTally(over, room)));
    const start: NetworkStart = {
      plan,
      run,
      root,
      chance: new NetworkChance(plan, root),
      tallies,
      cursors: plan.sources.map(({ id, arrivals }) =>
        arrivals === null
          ? null
          : this.#parts.reading.arrivals(arrivals, arrivalsKey(root, id), `sources.${id}.arrivals`),
      ),
      until: until ?? Infinity,
      signal: options.signal,
    };
    const shortcut = run.trace === null && shortcuts.find((one) => one.fits(plan, run));
    const end = shortcut ? shortcut.run(start) : toEnd(new NetworkRun(start), start);
    return networkResult(plan, end, tallies, over, quantiles);
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
        `run: who comes to station "${trap.id}" may never leave the network; let a share of its routes leave, or say how far with until.`,
      );
    }
  }
}

const ALL: NetworkParts = {
  reading: { spread: variateOf, arrivals: arrivalCursor },
  shortcuts: SHORTCUTS,
};

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
  return new Network(spec, ALL);
}
