import { checkCount, checkPositive, checkStable } from './check.js';
import { type ChainLaw } from './markov-chain.js';
import { solveTruncated } from './truncated-chain.js';

/** M/M/c/c whose blocked customers try again. */
export interface RetrialInput {
  /** λ, first attempts per time unit, above 0. */
  readonly arrivalRate: number;
  /** μ, services per time unit and busy server, above 0. */
  readonly serviceRate: number;
  /** c, at least 1. */
  readonly servers: number;
  /** Attempts per time unit of each customer who was blocked, above 0. */
  readonly retrialRate: number;
}

/** Customers who come back later. */
export interface RetrialQueue {
  readonly utilisation: number;
  /** P(a first attempt finds all servers busy). */
  readonly blocked: number;
  /** Mean number of people who will try again. */
  readonly orbitMean: number;
  /** Mean time from the first attempt to the start of service. */
  readonly waitMean: number;
}

/**
 * M/M/c/c with retrials (G. I. Falin & J. G. C. Templeton, Retrial Queues (1997) ch. 1-2). One and two
 * servers have closed forms; here every number is solved as a chain of busy servers and people in
 * orbit, up to 2,000 of them.
 *
 * @throws UnstableError if λ >= c μ; RangeError naming the value, or if the orbit outgrows the chain
 */
export function retrialQueue(input: RetrialInput): RetrialQueue {
  const { arrivalRate, serviceRate, servers, retrialRate } = input;
  checkPositive('arrivalRate', arrivalRate);
  checkPositive('serviceRate', serviceRate);
  checkCount('servers', servers);
  checkPositive('retrialRate', retrialRate);
  const utilisation = arrivalRate / (servers * serviceRate);
  checkStable(utilisation);
  const law: ChainLaw = solveTruncated(
    [0, 0],
    ([busy = 0, orbit = 0]) => {
      const ends = { to: [busy - 1, orbit], rate: busy * serviceRate };
      if (busy === servers) return [ends, { to: [busy, orbit + 1], rate: arrivalRate }];
      return [
        ends,
        { to: [busy + 1, orbit], rate: arrivalRate },
        { to: [busy + 1, orbit - 1], rate: orbit * retrialRate },
      ];
    },
    ([, orbit = 0]) => orbit,
    60,
    2000,
  );
  const orbitMean = law.mean(([, orbit = 0]) => orbit);
  return {
    utilisation,
    blocked: law.mean(([busy]) => (busy === servers ? 1 : 0)),
    orbitMean,
    waitMean: orbitMean / arrivalRate,
  };
}
