import type { NetworkRunPlan, VisitRecord } from './network-visit.js';
import { checkKeys, refuse } from './refuse.js';

/** What a network's run can look at besides the waits, which are always counted. */
export type Observation = 'visits' | 'levels';

/** How far to run a network, and what to look at. */
export interface NetworkRunOptions {
  /** Text of the seed. Default: empty. */
  readonly seed?: string;
  /** Which repetition, from 0. Default 0. */
  readonly replication?: number;
  /** So many customers enter, after the warm-up; then the doors close and the run ends when all have left. */
  readonly customers?: number;
  /** Or: up to this time. What is unfinished then is not counted as ended. */
  readonly until?: number;
  /** Left out at the start: so many customers with `customers`, so much time with `until`. Default 0. */
  readonly warmUp?: number;
  /** Probabilities from 0 to 1 at which quantiles of the wait are wanted; each wait is then kept (8 bytes). */
  readonly quantiles?: readonly number[];
  /** Thresholds: the share of those served who waited longer. */
  readonly over?: readonly number[];
  /**
   * `visits`: times at the stations and in the network; `levels`: time averages. Default: both. A
   * network of one first-come station runs several times as fast without them.
   */
  readonly observe?: readonly Observation[];
  /** Called at the end of each visit to a station, in order of time; the warm-up included. */
  readonly onVisit?: (visit: VisitRecord) => void;
  /** An `AbortSignal`, looked at every 1,024 events. */
  readonly signal?: { readonly aborted: boolean };
}

const OPTIONS = [
  'seed?',
  'replication?',
  'customers?',
  'until?',
  'warmUp?',
  'quantiles?',
  'over?',
  'observe?',
  'onVisit?',
  'signal?',
];

/** @throws RangeError naming the option that makes no sense */
export function readOptions(options: NetworkRunOptions): NetworkRunPlan {
  if (typeof options !== 'object' || options === null) {
    refuse('run', options, 'say how far with { customers: 100_000 } or { until: 480 }');
  }
  checkKeys(options, OPTIONS, 'run');
  const {
    customers,
    until,
    warmUp = 0,
    observe = ['visits', 'levels'],
    quantiles = [],
    over = [],
  } = options;
  if (customers === undefined && until === undefined) {
    throw new RangeError('run: say how far, with customers or until.');
  }
  if (customers !== undefined && !(Number.isInteger(customers) && customers >= 1)) {
    throw new RangeError(
      `run: customers is ${customers}; it must be a whole number of at least 1.`,
    );
  }
  if (until !== undefined && !(until > 0 && until < Infinity)) {
    throw new RangeError(`run: until is ${until}; it must be a finite time above 0.`);
  }
  if (
    !(warmUp >= 0 && warmUp < (until ?? Infinity)) ||
    (customers !== undefined && !Number.isInteger(warmUp))
  ) {
    throw new RangeError(
      `run: warmUp is ${warmUp}; with customers it must be a whole number of at least 0, with until a time before it.`,
    );
  }
  const wrong = quantiles.find((p) => !(p >= 0 && p <= 1));
  if (wrong !== undefined)
    throw new RangeError(`run: the quantile ${wrong} lies not between 0 and 1.`);
  if (over.some((threshold) => !(threshold >= 0))) {
    throw new RangeError(`run: over is ${over.join(', ')}; thresholds must be at least 0.`);
  }
  const unknown = observe.find((what) => what !== 'visits' && what !== 'levels');
  if (unknown !== undefined) {
    refuse('run.observe', unknown, 'there are visits and levels; waits are always counted');
  }
  const byCustomers = customers !== undefined;
  return {
    warmUpCustomers: byCustomers ? warmUp : 0,
    warmUpTime: byCustomers ? 0 : warmUp,
    customers: customers ?? Infinity,
    visits: observe.includes('visits'),
    levels: observe.includes('levels'),
    onVisit: options.onVisit ?? null,
  };
}
