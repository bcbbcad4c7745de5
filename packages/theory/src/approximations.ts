import { checkCount, checkNotNegative, checkPositive, checkStable } from './check.js';
import { exp } from './elementary.js';
import { mmc } from './mmc.js';

/** Any gaps, any service, known by mean and spread only. */
export interface TwoMomentInput {
  /** λ, customers per time unit, above 0. */
  readonly arrivalRate: number;
  /** Mean service time, above 0. */
  readonly serviceMean: number;
  /** c, at least 1. */
  readonly servers: number;
  /** Squared coefficient of variation of the gaps between arrivals; 1 for Poisson arrivals. */
  readonly gapScv: number;
  /** Squared coefficient of variation of service; 1 for exponential service. */
  readonly serviceScv: number;
}

function check({ arrivalRate, serviceMean, servers, gapScv, serviceScv }: TwoMomentInput): number {
  checkPositive('arrivalRate', arrivalRate);
  checkPositive('serviceMean', serviceMean);
  checkCount('servers', servers);
  checkNotNegative('gapScv', gapScv);
  checkNotNegative('serviceScv', serviceScv);
  const utilisation = (arrivalRate * serviceMean) / servers;
  checkStable(utilisation);
  return utilisation;
}

/** Mean wait of M/M/c with the same rate and mean. */
function markovWait({ arrivalRate, serviceMean, servers }: TwoMomentInput): number {
  return mmc({ arrivalRate, serviceRate: 1 / serviceMean, servers }).waitMean;
}

/**
 * Allen-Cunneen: the mean wait of G/G/c is about (gapScv + serviceScv) / 2 times that of M/M/c
 * (A. O. Allen, Probability, Statistics and Queueing Theory (2nd ed. 1990) ch. 5). Exact for M/M/c and
 * M/G/1; within some 10 % for scv below 2 and utilisation above 0.5.
 *
 * @throws UnstableError if λ E[S] >= c; RangeError naming the value
 */
export function allenCunneen(input: TwoMomentInput): number {
  check(input);
  return ((input.gapScv + input.serviceScv) / 2) * markovWait(input);
}

/**
 * Kraemer and Langenbach-Belz: Allen-Cunneen with a correction for gaps that are not exponential,
 * exp(-(2 (1 - ρ) (1 - gapScv)²) / (3 P (gapScv + serviceScv))) for gapScv < 1 and
 * exp(-(1 - ρ) (gapScv - 1) / (gapScv + 4 serviceScv)) above, P Erlang C (8th Int. Teletraffic Congress
 * 1976, 235-1; G. Bolch et al., Queueing Networks and Markov Chains (2nd ed. 2006) ch. 6).
 *
 * @throws UnstableError if λ E[S] >= c; RangeError naming the value
 */
export function kraemerLangenbachBelz(input: TwoMomentInput): number {
  const utilisation = check(input);
  const { gapScv, serviceScv, arrivalRate, serviceMean, servers } = input;
  const free = 1 - utilisation;
  if (gapScv + serviceScv === 0) return 0;
  const { waitProbability } = mmc({ arrivalRate, serviceRate: 1 / serviceMean, servers });
  const power =
    gapScv < 1
      ? (-2 * free * (1 - gapScv) * (1 - gapScv)) / (3 * waitProbability * (gapScv + serviceScv))
      : (-free * (gapScv - 1)) / (gapScv + 4 * serviceScv);
  return allenCunneen(input) * exp(power);
}

/**
 * Kingman's bound for G/G/1: E[W] <= λ (Var gap + Var service) / (2 (1 - ρ)), and the law of the wait
 * in heavy traffic is nearly exponential with this mean (J. F. C. Kingman, J. R. Statist. Soc. B 24
 * (1962) 383-392). For c servers the bound of one server that is c times as fast is not a bound; use
 * {@link allenCunneen}.
 *
 * @throws UnstableError if λ E[S] >= 1; RangeError naming the value
 */
export function kingman(input: Omit<TwoMomentInput, 'servers'>): number {
  const utilisation = check({ ...input, servers: 1 });
  const { arrivalRate, serviceMean, gapScv, serviceScv } = input;
  const variance = gapScv / (arrivalRate * arrivalRate) + serviceScv * serviceMean * serviceMean;
  return (arrivalRate * variance) / (2 * (1 - utilisation));
}
