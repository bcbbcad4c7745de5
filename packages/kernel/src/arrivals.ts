import { childKey, type Key } from './address.js';
import { BatchCursor, requireSizes } from './arrivals-batch.js';
import { Modulation, type Modulated } from './arrivals-mmpp.js';
import { type Pieces, pieces, RateCursor } from './arrivals-rates.js';
import { Stream } from './stream.js';
import type { Variate } from './variate.js';
import { quantile } from './variate-quantile.js';
import { type Spread, variateOf } from './variate-spread.js';

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

/** Customers one after the other. */
export interface ArrivalCursor {
  /**
   * Writes the times of the next `count` customers to the head of `times`, none before the one
   * before; those of one batch have the same time. Up to `count`, what was there is lost.
   * @param count at most `times.length`; not checked
   * @returns how many were written; fewer than `count` means that nobody will come any more
   */
  fill(times: Float64Array, count: number): number;
}

/** A Poisson process: exponential gaps with mean 1 / rate. A rate of 0 is nobody. */
export function poisson(rate: number): Arrivals {
  if (!(rate >= 0 && rate < Infinity)) {
    throw new RangeError(`A Poisson process needs a finite rate of at least 0, not ${rate}.`);
  }
  return rate === 0 ? { times: [] } : { every: { family: 'exponential', mean: 1 / rate } };
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
  const cursor = singleCursor(arrivals, key, where);
  if (arrivals.batch === undefined) return cursor;
  const sizes = variateOf(arrivals.batch, `${where}.batch`);
  requireSizes(sizes, `${where}.batch`);
  return new BatchCursor(cursor, sizes, childKey(key, 'batch'));
}

const KINDS: Readonly<Record<string, readonly string[]>> = {
  every: ['every', 'from', 'until', 'batch'],
  rates: ['rates', 'repeat', 'until', 'batch'],
  knots: ['knots', 'repeat', 'until', 'batch'],
  mmpp: ['mmpp', 'from', 'until', 'batch'],
  times: ['times', 'batch'],
};

function singleCursor(arrivals: Arrivals, key: Key, where: string): ArrivalCursor {
  checkKeys(arrivals, where);
  if ('times' in arrivals) return new ListCursor(checkedTimes(arrivals.times, `${where}.times`));
  const until = time(arrivals.until ?? Infinity, `${where}.until`);
  if ('every' in arrivals) {
    const gaps = variateOf(arrivals.every, `${where}.every`);
    requireGaps(gaps, `${where}.every`);
    return new GapCursor(gaps, key, start(arrivals.from, where), until);
  }
  let rates: Pieces;
  if ('mmpp' in arrivals) {
    const from = start(arrivals.from, where);
    rates = new Modulation(arrivals.mmpp, from, childKey(key, 'state'), `${where}.mmpp`);
  } else {
    const linear = 'knots' in arrivals;
    const list = linear ? arrivals.knots : arrivals.rates;
    rates = pieces(list, linear, arrivals.repeat, `${where}.${linear ? 'knots' : 'rates'}`, where);
  }
  return new RateCursor(rates, key, until);
}

function checkKeys(arrivals: Arrivals, where: string): void {
  const given = Object.keys(arrivals);
  const kinds = Object.keys(KINDS).filter((kind) => given.includes(kind));
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    throw new RangeError(
      `${where} has ${given.join(', ') || 'nothing'}: give exactly one of ${Object.keys(KINDS).join(', ')}.`,
    );
  }
  const wrong = given.find((name) => !KINDS[kind]!.includes(name));
  if (wrong !== undefined) {
    throw new RangeError(
      `${where}.${wrong}: beside ${kind} may stand ${KINDS[kind]!.slice(1).join(', ')}.`,
    );
  }
}

function time(value: number, where: string): number {
  if (typeof value === 'number' && value === value) return value;
  throw new RangeError(`${where} is ${value}: give a time.`);
}

function start(from: number | undefined, where: string): number {
  const value = from ?? 0;
  if (Number.isFinite(value)) return value;
  throw new RangeError(`${where}.from is ${value}: give a finite time.`);
}

function checkedTimes(times: readonly number[], where: string): Float64Array {
  times.forEach((value, i) => {
    if (!Number.isFinite(value))
      throw new RangeError(`${where}[${i}] is ${value}: give a finite time.`);
    if (i > 0 && value < times[i - 1]!) {
      throw new RangeError(`${where}[${i}] is ${value}, before ${times[i - 1]}: sort the times.`);
    }
  });
  return Float64Array.from(times);
}

function requireGaps(gaps: Variate, where: string): void {
  if (!(gaps.mean > 0)) {
    throw new RangeError(`${where} has mean ${gaps.mean}: gaps need a mean above 0.`);
  }
  const least = quantile(gaps, 1.1102230246251565e-16);
  if (least < 0) {
    throw new RangeError(
      `${where} has values such as ${least}: gaps cannot be negative; a truncatedNormal cuts them off.`,
    );
  }
}

/** Gaps of one spread, summed up from left to right. */
class GapCursor implements ArrivalCursor {
  readonly #gaps: Variate;
  readonly #stream: Stream;
  readonly #until: number;
  #time: number;

  constructor(gaps: Variate, key: Key, from: number, until: number) {
    this.#gaps = gaps;
    this.#stream = new Stream(key);
    this.#time = from;
    this.#until = until;
  }

  fill(times: Float64Array, count: number): number {
    this.#stream.fill(this.#gaps, times, count);
    let time = this.#time;
    const until = this.#until;
    let i = 0;
    for (; i < count; i++) {
      time += times[i]!;
      // once over, always over: the clock of the cursor stays beyond the end
      if (time >= until) break;
      times[i] = time;
    }
    this.#time = time;
    return i;
  }
}

/** Listed times. */
class ListCursor implements ArrivalCursor {
  readonly #times: Float64Array;
  #next = 0;

  constructor(times: Float64Array) {
    this.#times = times;
  }

  fill(times: Float64Array, count: number): number {
    const some = this.#times.subarray(this.#next, this.#next + count);
    times.set(some);
    this.#next += some.length;
    return some.length;
  }
}
