import { checkNotNegative, checkThat } from './check.js';
import { exp } from './elementary.js';

/** A rate at a time; straight lines in between. */
export type Knot = readonly [time: number, rate: number];

/** Arrivals of a Poisson process whose rate follows straight lines. */
export interface LinearArrivals {
  /** Expected number of arrivals. */
  readonly expected: number;
  /** Mean time of an arrival (all pooled). */
  readonly meanTime: number;
  /** P(nobody has come by a time). */
  readonly noneBy: (time: number) => number;
}

/**
 * A Poisson process with a piecewise linear rate: trapezoids, exact (E. Çinlar, Introduction to
 * Stochastic Processes (1975) ch. 4).
 *
 * @param knots at least two, times rising, rates at least 0; no arrivals outside
 * @throws RangeError naming the value
 */
export function linearArrivals(knots: readonly Knot[]): LinearArrivals {
  checkThat(knots.length >= 2, 'knots', knots.length, 'at least two');
  for (const [, rate] of knots) checkNotNegative('rate', rate);
  const pieces = knots.slice(1).map(([end, last], i) => {
    const [start, first] = knots[i] as Knot;
    checkThat(end > start, 'a time', end, `above the time before it (${start})`);
    return { start, end, first, last };
  });
  const expectedBy = (time: number): number =>
    pieces.reduce((sum, { start, end, first, last }) => {
      const stop = Math.min(Math.max(time, start), end);
      const rate = first + ((last - first) * (stop - start)) / (end - start);
      return sum + 0.5 * (first + rate) * (stop - start);
    }, 0);
  const expected = expectedBy(Infinity);
  const moment = pieces.reduce((sum, { start, end, first, last }) => {
    const length = end - start;
    return sum + length * (0.5 * start * (first + last) + (length * (first + 2 * last)) / 6);
  }, 0);
  return { expected, meanTime: moment / expected, noneBy: (time) => exp(-expectedBy(time)) };
}
