import type { TraceRecord } from './calendar.js';
import type { NetworkRunPlan, VisitRecord } from './network-visit.js';
import { checkKeys, refuse } from './refuse.js';
import { checkSignal } from './run-limits.js';

/** What a network's run can look at besides the waits, which are always counted. */
export type Observation = 'visits' | 'levels';

/** How far to run a network, and what to look at. */
export interface NetworkRunOptions {
  /** Text or number of the seed; 42 and '42' are the same. Default ''. */
  readonly seed?: string | number;
  /** Which repetition: a whole number from 0 to 4294967295. Default 0. */
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
   * `visits`: times at the stations and in the network; `levels`: time averages. Default: both.
   * First-come stations, each behind one other at most, run several times as fast without them.
   */
  readonly observe?: readonly Observation[];
  /** Called at the end of each visit to a station, in order of time; the warm-up included. */
  readonly onVisit?: (visit: VisitRecord) => void;
  /**
   * Called before each event, for lessons and debugging: `who` is the customer, `what` the station.
   * Default: none, which costs nothing. The run goes by events then, as it does with `onVisit`.
   */
  readonly trace?: (record: TraceRecord) => void;
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
  'trace?',
  'signal?',
];

/** @throws RangeError naming the option that makes no sense */
export function readOptions(options: NetworkRunOptions): NetworkRunPlan {
  if (typeof options !== 'object' || options === null) {
    refuse('run', options, 'say how far with { customers: 100_000 } or { until: 480 }');
  }
  checkKeys(options, OPTIONS, 'run');
  const {
    seed = '',
    replication = 0,
    customers,
    until,
    warmUp = 0,
    observe = ['visits', 'levels'],
    quantiles = [],
    over = [],
    onVisit = null,
    trace = null,
    signal,
  } = options;
  if (typeof seed !== 'string' && !Number.isFinite(seed))
    refuse('run.seed', seed, 'give a text or a finite number');
  if (!(Number.isInteger(replication) && replication >= 0 && replication < 0x1_0000_0000)) {
    refuse('run.replication', replication, 'give a whole number from 0 to 4294967295');
  }
  if (customers === undefined && until === undefined) {
    throw new RangeError('run: say how far, with customers or until.');
  }
  if (customers !== undefined && !(Number.isInteger(customers) && customers >= 1)) {
    refuse('run.customers', customers, 'give a whole number of at least 1');
  }
  if (until !== undefined && !(Number.isFinite(until) && until > 0)) {
    refuse('run.until', until, 'give a finite time above 0');
  }
  const wholeWarmUp = customers === undefined || Number.isInteger(warmUp);
  if (!(Number.isFinite(warmUp) && warmUp >= 0 && warmUp < (until ?? Infinity) && wholeWarmUp)) {
    const wish = 'with customers a whole number of at least 0, with until a time before it';
    refuse('run.warmUp', warmUp, wish);
  }
  checkList(
    'run.quantiles',
    quantiles,
    (p) => Number.isFinite(p) && p >= 0 && p <= 1,
    'from 0 to 1',
  );
  checkList('run.over', over, (time) => typeof time === 'number' && time >= 0, 'of at least 0');
  if (!Array.isArray(observe) || observe.some((what) => what !== 'visits' && what !== 'levels')) {
    refuse(
      'run.observe',
      observe,
      'give a list; there are "visits" and "levels", waits are always counted',
    );
  }
  if (onVisit !== null && typeof onVisit !== 'function') {
    refuse('run.onVisit', onVisit, 'give a function');
  }
  if (trace !== null && typeof trace !== 'function') refuse('run.trace', trace, 'give a function');
  checkSignal(signal);
  const byCustomers = customers !== undefined;
  return {
    warmUpCustomers: byCustomers ? warmUp : 0,
    warmUpTime: byCustomers ? 0 : warmUp,
    customers: customers ?? Infinity,
    visits: observe.includes('visits'),
    levels: observe.includes('levels'),
    onVisit,
    trace,
  };
}

function checkList(
  where: string,
  list: readonly number[],
  isRight: (value: number) => boolean,
  wish: string,
): void {
  if (!Array.isArray(list) || !list.every(isRight))
    refuse(where, list, `give a list of numbers ${wish}`);
}
