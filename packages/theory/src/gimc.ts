import { checkCount, checkInside, checkNotNegative, checkPositive, checkStable } from './check.js';
import { exp, log } from './elementary.js';
import { poissonProbability } from './gamma.js';
import { type Law } from './laws/law.js';
import { at, identity, matrix } from './matrix.js';
import { root } from './root.js';
import { stationaryOfChain } from './stationary-chain.js';
import { byLittle, type QueueWithWaits } from './wait.js';

/** Independent gaps of any law, exponential service, one line for c servers. */
export interface GimcInput {
  /** Time between one arrival and the next. */
  readonly gap: Law;
  /** μ, services per time unit and busy server, above 0. */
  readonly serviceRate: number;
  /** c, at least 1; the work grows like c³. */
  readonly servers: number;
}

/**
 * GI/M/c. An arrival finds c - 1 + k people with weight σ^k, σ = E[exp(-c μ (1 - σ) gap)] (L. Takács,
 * Introduction to the Theory of Queues (1962) ch. 2; L. Kleinrock, Queueing Systems I (1975) ch. 6).
 * Takács' constants alternate in sign; here the chain on 0 … c - 1, whose last state stands for all
 * longer ones, is solved without subtraction instead.
 *
 * @throws UnstableError if services cannot keep up; RangeError naming the value
 */
export function gimc({ gap, serviceRate, servers }: GimcInput): QueueWithWaits {
  checkPositive('serviceRate', serviceRate);
  checkCount('servers', servers);
  const full = servers * serviceRate;
  const utilisation = 1 / (gap.mean * full);
  checkStable(utilisation);
  const free = freeShare(gap, full, utilisation);
  const found = foundByArrivals(gap, serviceRate, servers, free);
  const waitProbability = (found.at(-1) as number) * (1 - free);
  const decay = full * free;
  const waitMean = waitProbability / decay;
  return {
    utilisation,
    waitProbability,
    ...byLittle(1 / gap.mean, 1 / serviceRate, waitMean),
    waitVariance: (2 * waitMean) / decay - waitMean * waitMean,
    waitOver(t) {
      checkNotNegative('t', t);
      return waitProbability * exp(-decay * t);
    },
    waitQuantile(p) {
      checkInside('p', p);
      return Math.max(0, log(waitProbability / (1 - p)) / decay);
    },
  };
}

/** 1 - σ, the root of E[exp(-x c μ gap)] = 1 - x above 0. */
function freeShare(gap: Law, full: number, utilisation: number): number {
  const f = (x: number): number => x - 1 + gap.transform(full * x);
  let low = (1 - utilisation) / (1 + gap.scv);
  while (f(low) > 0) low *= 0.5;
  return root(f, low, 1);
}

/**
 * Chances that an arrival finds 0 … c - 2 people, and at least c - 1 (the last).
 *
 * Between two arrivals the hall only empties: a geometric line is gone after an exponential time of
 * rate c μ (1 - σ), then j busy servers fall at rate j μ. Uniformized at rate c μ, the number of
 * events in a gap is Poisson at a random time.
 */
function foundByArrivals(
  gap: Law,
  serviceRate: number,
  servers: number,
  free: number,
): Float64Array {
  const full = servers * serviceRate;
  const size = servers + 2; // 0 … c people, and c people with a line
  const after = matrix(size, size);
  let power = identity(size);
  let left = 1;
  for (let k = 0, more = true; more; k++) {
    const last = k > 30 * servers + 2000; // by then everyone is gone
    const weight = last ? left : gap.expect((t) => poissonProbability(k, full * t));
    for (let i = 0; i < after.data.length; i++) {
      after.data[i] = (after.data[i] as number) + weight * (power.data[i] as number);
    }
    left -= weight;
    more = !last && !(k > full * gap.mean && k * weight < 1e-17);
    power = matrix(size, size, (i, j) => {
      const stay = j > servers ? 1 - free : 1 - j / servers;
      const fall = j === servers ? free : (j + 1) / servers;
      return at(power, i, j) * stay + (j <= servers ? at(power, i, j + 1) * fall : 0);
    });
  }
  const chain = matrix(servers, servers, (i, j) =>
    i < servers - 1
      ? at(after, i + 1, j)
      : free * at(after, servers, j) + (1 - free) * at(after, servers + 1, j),
  );
  return stationaryOfChain(chain);
}
