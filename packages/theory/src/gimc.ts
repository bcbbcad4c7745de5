import { checkCount, checkInside, checkNotNegative, checkPositive, checkStable } from './check.js';
import { exp, expm1, log } from './elementary.js';
import { binomialProbability } from './gamma.js';
import { type Law } from './laws/law.js';
import { matrix } from './matrix.js';
import { gauss } from './quadrature.js';
import { root } from './root.js';
import { stationaryOfChain } from './stationary-chain.js';
import { byLittle, type QueueWithWaits } from './wait.js';

/** Independent gaps of any law, exponential service, one line for c servers. */
export interface GimcInput {
  /** Time between one arrival and the next. */
  readonly gap: Law;
  /** μ, services per time unit and busy server, above 0. */
  readonly serviceRate: number;
  /** c, at least 1; the work grows like c³, 300 takes seconds. */
  readonly servers: number;
}

/**
 * GI/M/c. An arrival finds c - 1 + k people with weight σ^k, σ = E[exp(-c μ (1 - σ) gap)] (L. Takács,
 * Introduction to the Theory of Queues (1962) ch. 2; L. Kleinrock, Queueing Systems I (1975) §6.4-6.5).
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
  // 1 - E[exp(…)] by expm1 keeps the digits of a small root
  const lost = gap.scv === 0 ? (s: number) => -expm1(-s * gap.mean) : undefined;
  const f = (x: number): number => x - (lost ? lost(full * x) : 1 - gap.transform(full * x));
  let low = (1 - utilisation) / (1 + gap.scv);
  while (f(low) > 0) low *= 0.5;
  return root(f, low, 1);
}

/** Chances that an arrival finds 0 … c - 2 people, and at least c - 1 (the last). */
function foundByArrivals(
  gap: Law,
  serviceRate: number,
  servers: number,
  free: number,
): Float64Array {
  const full = servers * serviceRate;
  /** P(j of n services last longer than t). */
  const left = (j: number, n: number, t: number): number =>
    binomialProbability(j, n, exp(-serviceRate * t), -expm1(-serviceRate * t));
  /** The same from c people and a geometric line, whose weight at time u is gone by then. */
  const leftOfLine = (j: number, t: number): number => {
    const inner = (u: number): number => exp(-full * free * u) * left(j, servers, t - u);
    const pieces = Math.min(40, Math.ceil((full * t) / 10));
    let sum = 0;
    for (let i = 0; i < pieces; i++) {
      sum += gauss(inner, (t * i) / pieces, (t * (i + 1)) / pieces);
    }
    return free * (left(j, servers, t) + (1 - free) * full * sum);
  };
  const chain = matrix(servers, servers, (i, j) => {
    if (i === j || j > i + 1) return 0;
    if (i < servers - 1) return gap.expect((t) => left(j, i + 1, t));
    return gap.expect((t) => leftOfLine(j, t));
  });
  return stationaryOfChain(chain);
}
