import { checkPositive, checkStable } from './check.js';
import { solveTruncated } from './truncated-chain.js';

/**
 * Mean wait where each of two counters has a line of its own, arrivals join the shorter (ties at
 * random) and stay there (F. A. Haight, Biometrika 45 (1958) 401-410; J. W. Cohen 1998). More than in
 * one common line, far less than with lines chosen at random.
 *
 * @param arrivalRate λ, customers per time unit, above 0
 * @param serviceRate μ of each of the two, above 0
 * @throws UnstableError if λ >= 2 μ; RangeError naming the value, or above a utilisation of 0.93
 */
export function shortestOfTwoQueues(arrivalRate: number, serviceRate: number): number {
  checkPositive('arrivalRate', arrivalRate);
  checkPositive('serviceRate', serviceRate);
  checkStable(arrivalRate / (2 * serviceRate));
  // by symmetry the shorter line first
  const sorted = (a: number, b: number): number[] => (a <= b ? [a, b] : [b, a]);
  const law = solveTruncated(
    [0, 0],
    ([short = 0, long = 0]) => [
      { to: sorted(short + 1, long), rate: arrivalRate },
      { to: [short - 1, long], rate: short > 0 ? serviceRate : 0 },
      { to: sorted(short, long - 1), rate: long > 0 ? serviceRate : 0 },
    ],
    ([, long = 0]) => long,
    100,
    200,
  );
  const inside = law.mean(([short = 0, long = 0]) => short + long);
  return inside / arrivalRate - 1 / serviceRate;
}
