import type { Arrivals } from './arrivals-spec.js';
import type { Discipline, RankRule, RouteRule } from './network-spec.js';
import type { Variate } from './variate.js';

/** Target of who leaves the network. */
export const LEAVES = -1;

/** Stations with probabilities: the first whose running total lies above a uniform, else `LEAVES`. */
export interface Choice {
  readonly targets: readonly number[];
  readonly totals: readonly number[];
}

/** A source with names replaced by indices. */
export interface SourcePlan {
  readonly id: string;
  /** null: customers of a closed network, who are at `to` from the start */
  readonly arrivals: Arrivals | null;
  /** how many they are, when `arrivals` is null */
  readonly population: number;
  readonly class: number;
  readonly to: Choice;
}

/** A station with names replaced by indices; lists by class are as long as there are classes. */
export interface StationPlan {
  readonly id: string;
  /** at the start */
  readonly servers: number;
  /** later numbers of servers, in order of time */
  readonly steps: readonly (readonly [from: number, servers: number])[];
  readonly interruptAtDecrease: boolean;
  readonly service: readonly Variate[];
  readonly patience: readonly (Variate | null)[];
  readonly impatientTo: number;
  readonly discipline: Discipline;
  readonly rank: RankRule | null;
  /** Which of the station's lines a class waits in, best line first. */
  readonly line: readonly number[];
  readonly lines: number;
  /** Credit per unit of waiting, of each class. */
  readonly credit: readonly number[];
  readonly places: number;
  readonly blocks: boolean;
  /** Where to when full, if it does not block. */
  readonly fullTo: number;
  readonly joins: ((present: number) => number) | null;
  readonly route: readonly Choice[] | RouteRule;
}

/** A checked network: what a run reads. */
export interface NetworkPlan {
  readonly sources: readonly SourcePlan[];
  readonly stations: readonly StationPlan[];
  readonly classes: readonly string[];
}
