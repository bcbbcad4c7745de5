import {
  checkCount,
  checkList,
  checkPositive,
  checkShare,
  checkStable,
  checkThat,
} from './check.js';
import { byLittle, type Queue } from './wait.js';

/** Groups that come together and are served one by one. */
export interface BatchInput {
  /** Batches per time unit, above 0. */
  readonly batchRate: number;
  /** P(batch of 1), P(batch of 2), …; adds up to 1. */
  readonly sizes: readonly number[];
  /** μ, services per time unit and busy server, above 0. */
  readonly serviceRate: number;
  /** c, at least 1. */
  readonly servers: number;
}

/**
 * M^X/M/c (M. L. Chaudhry & J. G. C. Templeton, A First Course in Bulk Queues (1983) ch. 3). The flow
 * over each level upwards, from all levels below, equals the flow down: p(n+1) d(n+1) = Σ p(k) λ
 * P(X > n - k), a recursion of positive terms, followed until what remains is below 1e-17.
 *
 * @throws UnstableError if the work reaches c μ; RangeError naming the value
 */
export function batchArrivals({ batchRate, sizes, serviceRate, servers }: BatchInput): Queue {
  checkPositive('batchRate', batchRate);
  checkPositive('serviceRate', serviceRate);
  checkCount('servers', servers);
  for (const size of checkList('sizes', sizes)) checkShare('a probability of sizes', size);
  const total = sizes.reduce((sum, p) => sum + p, 0);
  checkThat(Math.abs(total - 1) < 1e-9, 'the sum of sizes', total, '1');
  const meanSize = sizes.reduce((sum, p, i) => sum + p * (i + 1), 0);
  const arrivalRate = batchRate * meanSize;
  const full = servers * serviceRate;
  const utilisation = arrivalRate / full;
  checkStable(utilisation);
  /** P(X > i). */
  const beyond = sizes.map((_, i) => sizes.slice(i).reduce((sum, p) => sum + p, 0));
  const p = [1];
  let sum = 1;
  for (let n = 0; ; n++) {
    let up = 0;
    for (let k = Math.max(0, n - sizes.length + 1); k <= n; k++) {
      up += (p[k] as number) * batchRate * (beyond[n - k] as number);
    }
    const next = up / (Math.min(n + 1, servers) * serviceRate);
    p.push(next);
    sum += next;
    if (n > servers && next < 1e-19 * sum * (1 - utilisation)) break;
  }
  let [queueMean, found] = [0, 0];
  p.forEach((one, n) => {
    queueMean += (one / sum) * Math.max(0, n - servers);
    // a member is taken at random: i members of its batch before it with P(X > i) / E[X]
    beyond.forEach((more, i) => {
      if (n + i >= servers) found += ((one / sum) * more) / meanSize;
    });
  });
  return {
    utilisation,
    waitProbability: found,
    ...byLittle(arrivalRate, 1 / serviceRate, queueMean / arrivalRate),
  };
}
