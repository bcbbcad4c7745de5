import type { Key } from './address.js';
import type { ArrivalCursor } from './arrival-cursor.js';
import { checkSteps, finite, refuse } from './refuse.js';
import { Stream } from './stream.js';
import { exponential } from './variate-exponential.js';

/** A rate over time, piece by piece: at time from + x it is rate + slope x, up to `to`. */
export interface Pieces {
  readonly from: number;
  readonly to: number;
  readonly rate: number;
  readonly slope: number;
  /** Goes to the next piece (at first, to the first); false if nobody will come after this one. */
  next(): boolean;
}

/**
 * Poisson arrivals with a rate over time, by inversion of the cumulative rate: gaps of unit rate
 * are laid end to end under the curve (Çinlar, Introduction to Stochastic Processes, 1975, 4.7).
 */
export class RateCursor implements ArrivalCursor {
  readonly #pieces: Pieces;
  readonly #stream: Stream;
  readonly #until: number;
  /** What lies under the piece at hand, and how much of it is used. */
  #area = 0;
  #used = 0;
  #over = false;

  constructor(rates: Pieces, key: Key, until: number) {
    this.#pieces = rates;
    this.#stream = new Stream(key);
    this.#until = until;
  }

  fill(times: Float64Array, count: number): number {
    if (this.#over) return 0;
    this.#stream.fill(UNIT, times, count);
    for (let i = 0; i < count; i++) {
      this.#used += times[i]!;
      while (this.#used > this.#area) {
        if (!this.#advance()) return i;
      }
      const { from, to, rate, slope } = this.#pieces;
      const used = this.#used;
      // the root of slope x² / 2 + rate x = used, in the form that keeps its digits
      const x =
        slope === 0
          ? used / rate
          : (2 * used) / (rate + Math.sqrt(Math.max(0, rate * rate + 2 * slope * used)));
      const time = Math.min(from + x, to);
      if (time >= this.#until) {
        this.#over = true;
        return i;
      }
      times[i] = time;
    }
    return count;
  }

  #advance(): boolean {
    this.#used -= this.#area;
    const rates = this.#pieces;
    if (!rates.next() || rates.from >= this.#until) {
      this.#over = true;
      return false;
    }
    const length = rates.to - rates.from;
    // a piece without an end has no slope, and may have no rate
    const mean = rates.slope === 0 ? rates.rate : rates.rate + (rates.slope * length) / 2;
    this.#area = mean > 0 ? mean * length : 0;
    return true;
  }
}

const UNIT = exponential(1);

/**
 * The pieces of listed rates: constant from each time on, or in straight lines between knots.
 * @param where how messages call the list
 * @param above how messages call `repeat`
 */
export function pieces(
  list: readonly (readonly [time: number, rate: number])[],
  linear: boolean,
  repeat: number | undefined,
  where: string,
  above: string,
): Pieces {
  const check = (rate: number, at: string): void => {
    // the square of a rate must be a number, too
    if (finite(rate, at, 0) > 1e150) refuse(at, rate, 'give a rate of at most 1e150');
  };
  const last = checkSteps(list, where, check, linear);
  const length = last - (list[0]?.[0] ?? 0);
  if (repeat !== undefined && !(repeat > 0 && repeat < Infinity && repeat >= length)) {
    refuse(above, repeat, `give a time above 0 in which the list, ${length} long, has its place`);
  }
  return new ListedPieces(list, linear, repeat);
}

class ListedPieces implements Pieces {
  from = 0;
  to = 0;
  rate = 0;
  slope = 0;
  readonly #list: readonly (readonly [number, number])[];
  readonly #linear: boolean;
  readonly #repeat: number | undefined;
  /** How many pieces there are up to the last one with a rate; 0 if nobody comes at all. */
  readonly #useful: number;
  #next = 0;
  #round = 0;

  constructor(
    list: readonly (readonly [number, number])[],
    linear: boolean,
    repeat: number | undefined,
  ) {
    this.#list = list;
    this.#linear = linear;
    this.#repeat = repeat;
    let useful = 0;
    list.forEach(([from, rate], i) => {
      const long = this.#end(i) > from;
      const most = linear ? Math.max(rate, list[i + 1]?.[1] ?? 0) : rate;
      if (long && most > 0 && !(linear && i + 1 === list.length)) useful = i + 1;
    });
    this.#useful = useful;
  }

  #end(i: number): number {
    const after = this.#list[i + 1]?.[0];
    if (after !== undefined) return after;
    return this.#repeat === undefined ? Infinity : this.#list[0]![0] + this.#repeat;
  }

  next(): boolean {
    if (this.#next >= this.#useful) {
      if (this.#repeat === undefined || this.#useful === 0) return false;
      this.#next = 0;
      this.#round++;
    }
    const i = this.#next++;
    const [from, rate] = this.#list[i]!;
    const shift = this.#round === 0 ? 0 : this.#round * this.#repeat!;
    const end = this.#end(i);
    this.from = from + shift;
    this.to = end + shift;
    this.rate = rate;
    this.slope = this.#linear && end > from ? (this.#list[i + 1]![1] - rate) / (end - from) : 0;
    return true;
  }
}
