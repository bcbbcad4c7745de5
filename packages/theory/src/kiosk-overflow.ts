import { checkCount, checkPositive, checkShare, checkStable } from './check.js';
import { erlangB } from './erlang-b.js';
import { solveTruncated } from './truncated-chain.js';

/** Kiosks without a line, and counters for the rest. */
export interface KioskInput {
  /** λ, customers per time unit, above 0. */
  readonly arrivalRate: number;
  /** Share of customers who can use a kiosk, in [0, 1]. */
  readonly able: number;
  /** At least 1. */
  readonly kiosks: number;
  /** Services per time unit and busy kiosk, above 0. */
  readonly kioskRate: number;
  /** At least 1. */
  readonly counters: number;
  /** Services per time unit and busy counter, above 0. */
  readonly counterRate: number;
}

/** What is left for the counters. */
export interface KioskQueue {
  /** P(one who can use a kiosk finds none free): Erlang B. */
  readonly kiosksFull: number;
  /** Mean wait at the counters. */
  readonly waitMean: number;
  readonly queueMean: number;
  readonly counterUtilisation: number;
}

/**
 * Customers who can take a free kiosk, and join the counter line if there is none. What overflows
 * comes in bunches, so the counters wait longer than M/M/c says (A. Kuczura, Bell Syst. Tech. J. 52
 * (1973) 437-448); solved as a chain of busy kiosks and people at the counters.
 *
 * @throws UnstableError if the counters are too few; RangeError naming the value
 */
export function kioskOverflow(input: KioskInput): KioskQueue {
  const { arrivalRate, able, kiosks, kioskRate, counters, counterRate } = input;
  checkPositive('arrivalRate', arrivalRate);
  checkShare('able', able);
  checkCount('kiosks', kiosks);
  checkPositive('kioskRate', kioskRate);
  checkCount('counters', counters);
  checkPositive('counterRate', counterRate);
  const kiosksFull = erlangB(kiosks, (arrivalRate * able) / kioskRate);
  const joining = arrivalRate * (1 - able + able * kiosksFull);
  const counterUtilisation = joining / (counters * counterRate);
  checkStable(counterUtilisation);
  const law = solveTruncated(
    [0, 0],
    ([busy = 0, n = 0]) => [
      { to: busy < kiosks ? [busy + 1, n] : [busy, n + 1], rate: arrivalRate * able },
      { to: [busy, n + 1], rate: arrivalRate * (1 - able) },
      { to: [busy - 1, n], rate: busy * kioskRate },
      { to: [busy, n - 1], rate: Math.min(n, counters) * counterRate },
    ],
    ([, n = 0]) => n,
    200,
    8000,
  );
  const queueMean = law.mean(([, n = 0]) => Math.max(0, n - counters));
  return { kiosksFull, waitMean: queueMean / joining, queueMean, counterUtilisation };
}
