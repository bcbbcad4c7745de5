import { birthDeath } from './birth-death.js';
import { checkCount, checkPositive } from './check.js';
import { log } from './elementary.js';
import { type MmcgInput } from './mmcg.js';

/** An approximate hall whose customers leave. */
export interface ApproximateQueue {
  readonly utilisation: number;
  readonly waitProbability: number;
  /** Share of arrivals that leave before being served. */
  readonly abandoned: number;
  /** Mean time in line of everyone. */
  readonly waitAllMean: number;
  readonly queueMean: number;
}

/**
 * M/G/c+G by Whitt's engineering approximation: service exponential with the same mean, and the k-th
 * customer from the end of the line leaves at the hazard rate of patience at k / λ, about the time
 * waited (W. Whitt, Management Science 51 (2005) 221-235; here the mean hazard of the slot
 * (k-1)/λ … k/λ). Exact for M/M/c+M. Good to a few percent where the share that leaves is moderate;
 * the law of service beyond its mean has little to say there.
 *
 * @throws RangeError naming the value
 */
export function whittAbandonment(input: MmcgInput): ApproximateQueue {
  const { arrivalRate, serviceRate, servers, patience } = input;
  checkPositive('arrivalRate', arrivalRate);
  checkPositive('serviceRate', serviceRate);
  checkCount('servers', servers);
  const full = servers * serviceRate;
  const births: number[] = [];
  const deaths: number[] = [];
  for (let n = 1; n <= servers; n++) {
    births.push(arrivalRate);
    deaths.push(n * serviceRate);
  }
  let leaving = 0;
  for (let k = 1, chance = 1; chance > 1e-18; k++) {
    const before = patience.survival((k - 1) / arrivalRate);
    const after = patience.survival(k / arrivalRate);
    if (!(after > 0)) break; // nobody waits that long
    leaving += arrivalRate * log(before / after);
    births.push(arrivalRate);
    deaths.push(full + leaving);
    chance *= Math.min(1, arrivalRate / (full + leaving));
  }
  const p = birthDeath(births, deaths);
  let [queueMean, waitProbability, served] = [0, 0, 0];
  p.forEach((one, n) => {
    queueMean += one * Math.max(0, n - servers);
    if (n >= servers) waitProbability += one;
    served += one * Math.min(n, servers) * serviceRate;
  });
  return {
    utilisation: served / full,
    waitProbability,
    abandoned: Math.max(0, 1 - served / arrivalRate),
    waitAllMean: queueMean / arrivalRate,
    queueMean,
  };
}
