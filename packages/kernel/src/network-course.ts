import type { Key } from './address.js';
import type { ArrivalCursor } from './arrival-cursor.js';
import type { NetworkChance } from './network-chance.js';
import type { NetworkPlan } from './network-plan.js';
import type { VisitTally } from './network-tally.js';
import type { NetworkRunPlan } from './network-visit.js';
import type { RunEnd } from './run-limits.js';

/** A run of a network that is about to begin. */
export interface NetworkStart {
  readonly plan: NetworkPlan;
  readonly run: NetworkRunPlan;
  /** The key of the replication, and what customers draw under it. */
  readonly root: Key;
  readonly chance: NetworkChance;
  /** By station and class. */
  readonly tallies: readonly (readonly VisitTally[])[];
  /** One per source, null for a population. */
  readonly cursors: readonly (ArrivalCursor | null)[];
  readonly until: number;
  readonly signal: { readonly aborted: boolean } | undefined;
}

/** What a run has come to, besides what its tallies hold. */
export interface NetworkEnd {
  readonly end: RunEnd;
  readonly time: number;
  /** Customers still inside. */
  readonly inside: number;
  /** Undefined where waits alone were asked for. */
  readonly observed?: Observed;
}

/** What is observed of a network besides the visits to each station. */
export interface Observed {
  /** Sum and number of the counted customers' times in the network. */
  readonly sojournSum: number;
  readonly sojourns: number;
  /** The span over which levels are taken; its end is NaN if they are not. */
  readonly levelsFrom: number;
  readonly levelsTo: number;
  readonly stations: readonly Integrals[];
}

/** Integrals over time of what there was at a station. */
export interface Integrals {
  readonly presentTime: number;
  readonly waitingTime: number;
  readonly busyTime: number;
  readonly serverTime: number;
}

/** Goes through networks of some kind faster than by events, with the same results to the last bit. */
export interface Shortcut {
  fits(plan: NetworkPlan, run: NetworkRunPlan): boolean;
  run(start: NetworkStart): NetworkEnd;
}

/** A run of a network in which things happen one after the other. */
export interface Eventful extends Observed {
  /** Whether all customers wanted have come in. */
  readonly closed: boolean;
  /** Time at which the last customer so far left. */
  readonly lastLeft: number;
  readonly now: number;
  readonly inside: number;
  /** @param until where the clock stands at the end, if anything is left to happen by then */
  run(until: number, signal: { readonly aborted: boolean } | undefined): RunEnd;
}

/** Lets happen what happens in a network until its run ends. */
export function toEnd(network: Eventful, { until, signal }: NetworkStart): NetworkEnd {
  const end = network.run(until, signal);
  const { inside } = network;
  return {
    end: end === 'empty' && network.closed && inside === 0 ? 'customers' : end,
    // the clock may have gone on to an arrival for whom the doors were closed
    time: until === Infinity && inside === 0 ? network.lastLeft : network.now,
    inside,
    observed: network,
  };
}
