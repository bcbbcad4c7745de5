import { childKey, type Key } from './address.js';
import { type ArrivalCursor, GapCursor, ListCursor } from './arrival-cursor.js';
import { BatchCursor, batchSizes } from './arrivals-batch.js';
import { Modulation, type Modulated } from './arrivals-mmpp.js';
import { pieces, RateCursor } from './arrivals-rates.js';
import { checkKeys, finite, list, record, refuse } from './refuse.js';
import type { Variate } from './variate.js';
import { quantile } from './variate-quantile.js';
import { type Spread, variateOf } from './variate-spread.js';

export type { ArrivalCursor };

interface Grouped {
  /**
   * How many customers come at each arrival: fixed, discrete or measured, of whole numbers from 1.
   * Default one.
   */
  readonly batch?: Spread | Variate;
}

interface Ending extends Grouped {
  /** Nobody comes at this time or later. Default: never. */
  readonly until?: number;
}

/**
 * When customers come, as plain data. One of:
 * - `every`: gaps between arrivals, all of one spread; the first gap begins at `from` (default 0);
 * - `rates`: Poisson with a rate that is constant from each time on, pairs `[from, rate]` in rising
 *   order; 0 before the first; with `repeat` the list begins again after so much time;
 * - `knots`: Poisson with a rate that runs in straight lines between `[time, rate]`; 0 outside; two
 *   knots at one time are a jump; with `repeat` (from the last knot on) again and again;
 * - `mmpp`: Poisson with the rate of a state that changes by a Markov chain, from time `from` on;
 * - `times`: these very times, in rising order.
 *
 * Rates are customers (with `batch`: arrivals) per unit of time.
 */
export type Arrivals =
  | (Ending & { readonly every: Spread | Variate; readonly from?: number })
  | (Ending & { readonly rates: Pairs; readonly repeat?: number })
  | (Ending & { readonly knots: Pairs; readonly repeat?: number })
  | (Ending & { readonly mmpp: Modulated; readonly from?: number })
  | (Grouped & { readonly times: readonly number[] });

type Pairs = readonly (readonly [time: number, rate: number])[];

/** A Poisson process: exponential gaps with mean 1 / rate. A rate of 0 is nobody. */
export function poisson(rate: number): Arrivals {
  return finite(rate, 'rate', 0) === 0
    ? { times: [] }
    : { every: { family: 'exponential', mean: 1 / rate } };
}

/**
 * Reads declared arrivals from their beginning.
 *
 * The places of `key` that are read: the k-th arrival (from 0) takes place k, as its gap (`every`)
 * or, where there are rates, as a gap of unit rate that the cumulative rate turns into a time. So
 * the k-th customer stays the k-th customer, only earlier or later, when rates change. Batch sizes
 * take place k of the child key 'batch'; the states of an MMPP take places of the child key 'state':
 * 0 for the first state, 2j + 1 and 2j + 2 for the length of its j-th stay and the state after it.
 *
 * @param where how messages call the place of the declaration
 * @throws RangeError naming key and value for what cannot be
 */
export function arrivalCursor(
  arrivals: Arrivals,
  key: Key,
  where: string = 'arrivals',
): ArrivalCursor {
  const wish = "say how customers arrive, such as { every: { family: 'exponential', mean: 2 } }";
  const cursor = singleCursor(record(arrivals, where, wish), key, where);
  if (arrivals.batch === undefined) return cursor;
  return new BatchCursor(
    cursor,
    batchSizes(arrivals.batch, `${where}.batch`),
    childKey(key, 'batch'),
  );
}

const ENDING = ['until?', 'batch?'];
/** What may be said of each kind. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  every: ['every', 'from?', ...ENDING],
  rates: ['rates', 'repeat?', ...ENDING],
  knots: ['knots', 'repeat?', ...ENDING],
  mmpp: ['mmpp', 'from?', ...ENDING],
  times: ['times', 'batch?'],
};

function singleCursor(arrivals: Arrivals, key: Key, where: string): ArrivalCursor {
  const kinds = Object.keys(KEYS);
  const kind =
    kinds.find((name) => name in arrivals) ??
    refuse(where, arrivals, `give one of ${kinds.join(', ')}`);
  checkKeys(arrivals, KEYS[kind]!, where);
  const place = `${where}.${kind}`;
  if ('times' in arrivals) return new ListCursor(checkedTimes(arrivals.times, place));
  const { until = Infinity } = arrivals;
  if (!(until > -Infinity)) refuse(`${where}.until`, until, 'give a time');
  if ('rates' in arrivals || 'knots' in arrivals) {
    const { repeat } = arrivals;
    const steps = 'rates' in arrivals;
    const listed = steps ? arrivals.rates : arrivals.knots;
    return new RateCursor(pieces(listed, !steps, repeat, place, `${where}.repeat`), key, until);
  }
  const from = finite(arrivals.from ?? 0, `${where}.from`);
  if ('mmpp' in arrivals) {
    const states = new Modulation(arrivals.mmpp, from, childKey(key, 'state'), place);
    return new RateCursor(states, key, until);
  }
  const gaps = variateOf(arrivals.every, place);
  const least = quantile(gaps, 1.1102230246251565e-16);
  if (!(least >= 0 && gaps.mean > 0)) {
    refuse(place, least, 'give gaps that are never negative and not always 0');
  }
  return new GapCursor(gaps, key, from, until);
}

function checkedTimes(times: readonly number[], where: string): Float64Array {
  list(times, where).forEach((time, i) => {
    finite(time, `${where}[${i}]`);
    if (time < times[i - 1]!) refuse(`${where}[${i}]`, time, 'sort the times');
  });
  return Float64Array.from(times);
}
