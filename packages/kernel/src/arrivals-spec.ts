import type { Modulated } from './arrivals-mmpp.js';
import type { Variate } from './variate.js';
import type { Spread } from './variate-spread.js';

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
