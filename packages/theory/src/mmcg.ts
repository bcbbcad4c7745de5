import { checkCount, checkInside, checkNotNegative, checkPositive } from './check.js';
import { exp } from './elementary.js';
import { inverseErlangB } from './erlang-b.js';
import { type Law } from './laws/law.js';
import { integrate } from './quadrature.js';
import { quantileOfTail } from './root.js';

/** M/M/c with patience of any law. */
export interface MmcgInput {
  /** λ, customers per time unit, above 0; may exceed c μ. */
  readonly arrivalRate: number;
  /** μ, services per time unit and busy server, above 0. */
  readonly serviceRate: number;
  /** c, at least 1. */
  readonly servers: number;
  /** How long a customer waits before leaving. */
  readonly patience: Law;
}

/** A queue that customers leave; times in the caller's unit. */
export interface MmcgQueue {
  /** Share of the servers' time that is busy. */
  readonly utilisation: number;
  /** P(a customer finds no free server). */
  readonly waitProbability: number;
  /** Share of arrivals that leave before being served. */
  readonly abandoned: number;
  /** Mean wait of those served. */
  readonly waitMean: number;
  /** Variance of the wait of those served. */
  readonly waitVariance: number;
  /** Mean time in line of everyone, served or not. */
  readonly waitAllMean: number;
  /** Mean time in line of those who leave; null where nobody does. */
  readonly waitAbandonedMean: number | null;
  /** Mean number of people waiting (time average). */
  readonly queueMean: number;
  /** Mean number of people waiting or in service (time average). */
  readonly systemMean: number;
  /** P(time in line > t), everyone. */
  readonly waitOver: (t: number) => number;
  /** P(served, after a wait of at most t), of all arrivals. */
  readonly servedWithin: (t: number) => number;
  /** Smallest t with P(wait <= t | served) >= p; 0 < p < 1. */
  readonly waitQuantile: (p: number) => number;
}

/**
 * M/M/c+G by the density v of the offered wait (the wait of someone with endless patience),
 * v(x) ∝ exp(λ H(x) - c μ x), H(x) = integral of P(patience > u) over u < x (F. Baccelli & G.
 * Hébuterne, Performance '81, 159-179; S. Zeltyn & A. Mandelbaum, Queueing Systems 51 (2005)
 * 361-402). Every measure is an integral of a positive function against v, so nothing cancels.
 * Relative error below 1e-11 for c up to 10,000 and any load.
 *
 * @throws RangeError naming the value
 */
export function mmcg({ arrivalRate, serviceRate, servers, patience }: MmcgInput): MmcgQueue {
  checkPositive('arrivalRate', arrivalRate);
  checkPositive('serviceRate', serviceRate);
  checkCount('servers', servers);
  const full = servers * serviceRate;
  const { mean, breaks } = patience;
  /** H(x): mean time in line up to x of someone whose offered wait is x. */
  const inLine = (x: number): number => mean * (1 - patience.equilibriumSurvival(x));
  const exponent = (x: number): number => arrivalRate * inLine(x) - full * x;
  const peak = peakOf(patience, full / arrivalRate);
  const height = exponent(peak);
  let end = peak + 1 / full;
  while (exponent(end) > height - 45) end += 2 * (end - peak);
  const weight = (x: number): number => exp(exponent(x) - height);
  const cuts = [...breaks, peak];
  const over = (f: (x: number) => number, from = 0, to = end): number =>
    integrate((x) => f(x) * weight(x), from, to, cuts);
  // weights of "nobody waits" and of "the offered wait is positive", both divided by exp(height)
  const free =
    (inverseErlangB(servers - 1, arrivalRate / serviceRate) * exp(-height)) / arrivalRate;
  const busy = over(() => 1);
  const all = free + busy;
  const share = (f: (x: number) => number, from?: number, to?: number): number =>
    over(f, from, to) / all;
  const survives = (x: number): number => patience.survival(x);
  const abandoned = share((x) => patience.cdf(x));
  const served = free / all + share(survives);
  const waitAllMean = share(inLine);
  const ofServed = share((x) => x * survives(x));
  const waitMean = ofServed / served;
  const servedWithin = (t: number): number => {
    checkNotNegative('t', t);
    return free / all + (t > 0 ? share(survives, 0, Math.min(t, end)) : 0);
  };
  return {
    utilisation: (arrivalRate * served) / full,
    waitProbability: busy / all,
    abandoned,
    waitMean,
    waitVariance:
      share((x) => (x - waitMean) * (x - waitMean) * survives(x)) / served +
      (free / all / served) * waitMean * waitMean,
    waitAllMean,
    waitAbandonedMean: abandoned > 0 ? share((x) => inLine(x) - x * survives(x)) / abandoned : null,
    queueMean: arrivalRate * waitAllMean,
    systemMean: arrivalRate * (waitAllMean + served / serviceRate),
    waitOver(t) {
      checkNotNegative('t', t);
      return t >= end ? 0 : survives(t) * share(() => 1, t);
    },
    servedWithin,
    waitQuantile(p) {
      checkInside('p', p);
      return quantileOfTail((t) => 1 - Math.min(1, servedWithin(t) / served), p, 1 / full);
    },
  };
}

/** Where the offered wait is most dense: where P(patience > x) falls to c μ / λ. */
function peakOf(patience: Law, level: number): number {
  if (level >= 1) return 0;
  const below = (x: number): boolean => patience.survival(x) <= level;
  let high = patience.mean;
  while (!below(high)) high *= 2;
  let low = 0;
  for (let round = 0; round < 60; round++) {
    const middle = 0.5 * (low + high);
    if (below(middle)) high = middle;
    else low = middle;
  }
  return high;
}
