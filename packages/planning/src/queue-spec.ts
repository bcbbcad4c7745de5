import type { QueueArrivals } from './queue-text.js';
import { spreadMean, type TimeSpread } from './time-spread.js';

/** The order in which waiting customers are called. */
export const DISCIPLINES = [
  'fifo',
  'lifo',
  'random',
  'priority',
  'preemptive-resume',
  'accumulating',
] as const;

export type QueueDiscipline = (typeof DISCIPLINES)[number];

/** Customers of one class, in text with units. */
export interface QueueClassSpec {
  /** A rate (`54 per hour`, Poisson arrivals) or a spread of gaps (`fixed 2 min`). */
  readonly arrivals: string;
  /** Service time: `exponential 5 min`, `lognormal 4 min cv 0.8`. Default: that of the queue. */
  readonly service?: string;
  /** How long they wait before they leave. Default: that of the queue, else for ever. */
  readonly patience?: string;
  /** Under `priority` and `preemptive-resume`: the smaller is called first; at a tie who came first. */
  readonly priority?: number;
  /** Under `accumulating`: credit per minute of waiting, above 0; the largest credit is called. */
  readonly rate?: number;
}

/**
 * A question about one line in front of some servers: what may stand on the command line of
 * `hallsim queue`, with the same defaults.
 */
export interface QueueSpec {
  /** As in {@link QueueClassSpec}; not together with `classes`. */
  readonly arrivals?: string;
  readonly service?: string;
  readonly patience?: string;
  /** Classes of customers by id, instead of `arrivals`. */
  readonly classes?: Readonly<Record<string, QueueClassSpec>>;
  /** Number of servers, 1 to 10,000. */
  readonly servers: number;
  /** Most customers inside, those in service included; at least `servers`. Default: no limit. */
  readonly capacity?: number;
  /** Default `fifo`. The last three need `classes`. */
  readonly discipline?: QueueDiscipline;
  /** So many customers come at each arrival; the rate or the gaps are then those of the groups. Default 1. */
  readonly batch?: number;
  /** Times such as `5 min`: the share of customers whose time in line is longer. Default: none. */
  readonly over?: readonly string[];
  /** Quantiles of the wait, in percent. Default 50, 90, 95. */
  readonly quantiles?: readonly number[];
  /** Customers of a replication after the warm-up. Default 100,000. */
  readonly customers?: number;
  /** Customers left out at the start of each replication. Default 10,000. */
  readonly warmUp?: number;
  /** Independent replications. Default 20. */
  readonly replications?: number;
  /** Text seed. Default `first`. */
  readonly seed?: string;
  /** Of the intervals, 0.5 to 0.9999. Default 0.95. */
  readonly confidence?: number;
}

/** Customers of one class as numbers, times in minutes. */
export interface QueueClass {
  readonly id: string;
  readonly arrivals: QueueArrivals;
  /** Customers per minute, groups counted out. */
  readonly ratePerMinute: number;
  readonly service: TimeSpread;
  readonly patience: TimeSpread | null;
  /** The smaller is called first. */
  readonly priority: number;
  /** Credit per minute of waiting. */
  readonly rate: number;
}

/** A question that was checked: numbers, every default filled in. */
export interface Queue {
  /** At least one; a single one called `customer` where none were declared. */
  readonly classes: readonly QueueClass[];
  /** Whether classes were declared, so that the answer goes by them too. */
  readonly byClass: boolean;
  readonly servers: number;
  /** `Infinity` for no limit. */
  readonly capacity: number;
  readonly discipline: QueueDiscipline;
  readonly batch: number;
  readonly over: readonly { readonly text: string; readonly minutes: number }[];
  /** Fractions, each with the percent it was asked as. */
  readonly quantiles: readonly { readonly percent: number; readonly p: number }[];
  readonly customers: number;
  readonly warmUp: number;
  readonly replications: number;
  readonly seed: string;
  readonly confidence: number;
}

/** Servers' minutes of work that arrive per minute, of all customers or of some. */
export function offeredLoad(classes: readonly QueueClass[]): number {
  return classes.reduce((sum, one) => sum + one.ratePerMinute * spreadMean(one.service), 0);
}

/** Customers per minute. */
export function arrivalRate(classes: readonly QueueClass[]): number {
  return classes.reduce((sum, one) => sum + one.ratePerMinute, 0);
}
