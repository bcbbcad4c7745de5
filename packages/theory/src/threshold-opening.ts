import { checkCount, checkPositive, checkStable, checkThat } from './check.js';
import { solveTruncated } from './truncated-chain.js';

/** Counters that open when the line grows. */
export interface ThresholdInput {
  /** λ, customers per time unit, above 0. */
  readonly arrivalRate: number;
  /** μ, services per time unit and busy counter, above 0. */
  readonly serviceRate: number;
  /** Counters that are always open, at least 1. */
  readonly minServers: number;
  /** Most counters, at least minServers. */
  readonly maxServers: number;
  /** An arrival that makes the line this long opens a counter, at least 1. */
  readonly openAt: number;
  /** A counter that ends a service while the line is at most this long closes; below openAt. */
  readonly closeAt: number;
}

/** What flexible counters give. */
export interface ThresholdQueue {
  readonly waitMean: number;
  readonly queueMean: number;
  /** Mean number of open counters (time average). */
  readonly openMean: number;
}

/**
 * M/M/c with counters opened and closed by the length of the line, with hysteresis (M. Yadin & P.
 * Naor, Naval Res. Logist. Quart. 14 (1967) 359-368), as a chain of people inside and open counters.
 *
 * @throws UnstableError if all counters are too few; RangeError naming the value
 */
export function thresholdOpening(input: ThresholdInput): ThresholdQueue {
  const { arrivalRate, serviceRate, minServers, maxServers, openAt, closeAt } = input;
  checkPositive('arrivalRate', arrivalRate);
  checkPositive('serviceRate', serviceRate);
  checkCount('minServers', minServers);
  checkCount('maxServers', maxServers, minServers);
  checkCount('openAt', openAt);
  checkCount('closeAt', closeAt, 0);
  checkThat(closeAt < openAt, 'closeAt', closeAt, `below openAt (${openAt})`);
  checkStable(arrivalRate / (maxServers * serviceRate));
  const law = solveTruncated(
    [0, minServers],
    ([n = 0, open = 0]) => {
      const opens = n + 1 - open >= openAt && open < maxServers;
      const line = Math.max(0, n - open);
      const closes = line <= closeAt && open > minServers;
      return [
        { to: [n + 1, opens ? open + 1 : open], rate: arrivalRate },
        { to: [n - 1, closes ? open - 1 : open], rate: Math.min(n, open) * serviceRate },
      ];
    },
    ([n = 0]) => n,
    200,
    10_000,
  );
  const queueMean = law.mean(([n = 0, open = 0]) => Math.max(0, n - open));
  return {
    waitMean: queueMean / arrivalRate,
    queueMean,
    openMean: law.mean(([, open = 0]) => open),
  };
}
