import { birthDeath } from './birth-death.js';
import { checkCount, checkInside, checkNotNegative, checkPositive } from './check.js';
import { poissonProbability } from './gamma.js';
import { quantileOfTail } from './root.js';
import { byLittle, type QueueWithWaits } from './wait.js';

/** M/M/c with a limited hall. */
export interface MmckInput {
  /** λ, customers per time unit, above 0; may exceed c μ. */
  readonly arrivalRate: number;
  /** μ, services per time unit and busy server, above 0. */
  readonly serviceRate: number;
  /** c, at least 1. */
  readonly servers: number;
  /** K, places for people waiting and in service together, at least c. */
  readonly capacity: number;
}

/** M/M/c/K: waits are those of the customers let in. */
export interface MmckQueue extends QueueWithWaits {
  /** Share of arrivals turned away. */
  readonly blocked: number;
}

/**
 * M/M/c/K (L. Kleinrock, Queueing Systems I (1975) ch. 3, finite storage; with K = c Erlang's loss system). The wait
 * of one let in who finds j ahead in line is the time of j + 1 services at rate c μ.
 *
 * @throws RangeError naming the value
 */
export function mmck({ arrivalRate, serviceRate, servers, capacity }: MmckInput): MmckQueue {
  checkPositive('arrivalRate', arrivalRate);
  checkPositive('serviceRate', serviceRate);
  checkCount('servers', servers);
  checkCount('capacity', capacity, servers);
  const p = birthDeath(
    Array.from({ length: capacity }, () => arrivalRate),
    Array.from({ length: capacity }, (_, n) => Math.min(n + 1, servers) * serviceRate),
  );
  const blocked = p[capacity] as number;
  /** Chance of being let in, summed so that it keeps its digits when nearly all are turned away. */
  const admitted = p.subarray(0, capacity).reduce((sum, one) => sum + one, 0);
  /** P(j ahead in line | let in), j = 0 … K - c - 1. */
  const ahead = Array.from(p.subarray(servers, capacity), (one) => one / admitted);
  const full = servers * serviceRate;
  const waitProbability = ahead.reduce((sum, one) => sum + one, 0);
  const waitMean = ahead.reduce((sum, one, j) => sum + one * (j + 1), 0) / full;
  const second = ahead.reduce((sum, one, j) => sum + one * (j + 1) * (j + 2), 0) / (full * full);
  const waitOver = (t: number): number => {
    checkNotNegative('t', t);
    let stillWaiting = 0;
    let total = 0;
    for (const [j, one] of ahead.entries()) {
      stillWaiting += poissonProbability(j, full * t);
      total += one * Math.min(1, stillWaiting);
    }
    return total;
  };
  return {
    blocked,
    utilisation: (arrivalRate * admitted) / full,
    waitProbability,
    ...byLittle(arrivalRate * admitted, 1 / serviceRate, waitMean),
    waitVariance: second - waitMean * waitMean,
    waitOver,
    waitQuantile(p) {
      checkInside('p', p);
      return quantileOfTail(waitOver, p, 1 / full);
    },
  };
}
