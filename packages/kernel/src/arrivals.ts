import { childKey, type Key } from './address.js';
import type { ArrivalCursor } from './arrival-cursor.js';
import { BatchCursor, batchSizes } from './arrivals-batch.js';
import { endOf, gapsOrTimes } from './arrivals-listed.js';
import { Modulation } from './arrivals-mmpp.js';
import { pieces, RateCursor } from './arrivals-rates.js';
import type { Arrivals } from './arrivals-spec.js';
import { finite } from './refuse.js';
import { exponential } from './variate-exponential.js';
import { variateOf } from './variate-spread.js';

/** A Poisson process: exponential gaps with mean 1 / rate. A rate of 0 is nobody. */
export function poisson(rate: number): Arrivals {
  return finite(rate, 'rate', 0) === 0 ? { times: [] } : { every: exponential(1 / rate) };
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
  const cursor =
    gapsOrTimes(arrivals, key, where, variateOf) ?? rateCursor(arrivals as ByRate, key, where);
  if (arrivals.batch === undefined) return cursor;
  return new BatchCursor(
    cursor,
    batchSizes(arrivals.batch, `${where}.batch`),
    childKey(key, 'batch'),
  );
}

type ByRate = Exclude<Arrivals, { readonly times: unknown } | { readonly every: unknown }>;

/** Poisson arrivals whose rate changes. */
function rateCursor(arrivals: ByRate, key: Key, where: string): ArrivalCursor {
  const until = endOf(arrivals, where);
  if ('mmpp' in arrivals) {
    const from = finite(arrivals.from ?? 0, `${where}.from`);
    const states = new Modulation(arrivals.mmpp, from, childKey(key, 'state'), `${where}.mmpp`);
    return new RateCursor(states, key, until);
  }
  const { repeat } = arrivals;
  const linear = 'knots' in arrivals;
  const listed = linear ? arrivals.knots : arrivals.rates;
  const place = `${where}.${linear ? 'knots' : 'rates'}`;
  return new RateCursor(pieces(listed, linear, repeat, place, `${where}.repeat`), key, until);
}
