import { checkCount, checkPositive } from './check.js';
import { type Interval } from './day-plan.js';

/**
 * Intervals with constant rates that stand for an arrival rate which changes smoothly: two half steps
 * for each step, whose rates make the product of their exponentials the commutator-free Magnus
 * integrator of order four (S. Blanes & P. C. Moan, Appl. Numer. Math. 56 (2006) 1519-1537; M.
 * Thalhammer, SIAM J. Numer. Anal. 44 (2006) 851-864). The error falls with the fourth power of the
 * step; steps of a fifth of the mean service time give some nine digits.
 *
 * @param rate λ(t), smooth between `from` and `to`, t in time units since the start
 * @param steps whole number, at least 1
 * @throws RangeError naming the value, also if a step is so long that a rate would be negative
 */
export function smoothRate(
  rate: (time: number) => number,
  servers: number,
  from: number,
  to: number,
  steps: number,
): Interval[] {
  checkCount('steps', steps);
  checkPositive('to - from', to - from);
  const step = (to - from) / steps;
  const root = Math.sqrt(3) / 6;
  // twice the weights (3 ± 2 √3) / 12 of the two Gauss points, since each half step is half as long
  const major = 0.5 + 2 * root;
  const minor = 0.5 - 2 * root;
  return Array.from({ length: steps }, (_, i) => {
    const middle = from + (i + 0.5) * step;
    const first = rate(middle - root * step);
    const second = rate(middle + root * step);
    return [major * first + minor * second, minor * first + major * second].map((arrivalRate) => ({
      length: 0.5 * step,
      arrivalRate,
      servers,
    }));
  }).flat();
}
