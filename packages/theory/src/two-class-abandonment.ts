import { checkCount, checkNotNegative, checkPositive, checkThat } from './check.js';
import { solveTruncated } from './truncated-chain.js';

/** A class of customers who give up. */
export interface LeavingClass {
  /** λ, customers per time unit, above 0. */
  readonly arrivalRate: number;
  /** θ, 1 / mean patience, above 0. */
  readonly abandonRate: number;
}

/** VIPs and others at the same counters. */
export interface TwoClassInput {
  /** Called first. */
  readonly first: LeavingClass;
  /** Called when no one of the first class waits. */
  readonly second: LeavingClass;
  /** μ, the same for both, above 0. */
  readonly serviceRate: number;
  /** c, at least 1. */
  readonly servers: number;
  /** Servers kept free for the first class, from 0 (default) to c. */
  readonly reserved?: number;
}

/** What a class meets. */
export interface LeavingClassResult {
  /** Mean time in line of all its arrivals, served or not. */
  readonly waitAllMean: number;
  readonly abandoned: number;
  readonly waitProbability: number;
}

/**
 * M/M/c+M with two classes, non-preemptive priority for the first, as a chain of busy servers and both
 * lines (O. Jouini & A. Roubos, J. Oper. Res. Soc. 65 (2014) 616-632). The second class starts only
 * while fewer than c - reserved servers are busy.
 *
 * @throws RangeError naming the value
 */
export function twoClassAbandonment(input: TwoClassInput): {
  first: LeavingClassResult;
  second: LeavingClassResult;
} {
  const { first, second, serviceRate, servers, reserved = 0 } = input;
  for (const { arrivalRate, abandonRate } of [first, second]) {
    checkPositive('arrivalRate', arrivalRate);
    checkPositive('abandonRate', abandonRate);
  }
  checkPositive('serviceRate', serviceRate);
  checkCount('servers', servers);
  checkNotNegative('reserved', reserved);
  checkCount('reserved', reserved, 0);
  checkThat(reserved <= servers, 'reserved', reserved, `at most ${servers}`);
  const open = servers - reserved;
  const law = solveTruncated(
    [0, 0, 0],
    ([busy = 0, one = 0, two = 0]) => {
      const after =
        one > 0
          ? [busy, one - 1, two]
          : two > 0 && busy <= open
            ? [busy, 0, two - 1]
            : [busy - 1, 0, two];
      return [
        {
          to: busy < servers ? [busy + 1, one, two] : [busy, one + 1, two],
          rate: first.arrivalRate,
        },
        { to: busy < open ? [busy + 1, one, two] : [busy, one, two + 1], rate: second.arrivalRate },
        { to: after, rate: busy * serviceRate },
        { to: [busy, one - 1, two], rate: one * first.abandonRate },
        { to: [busy, one, two - 1], rate: two * second.abandonRate },
      ];
    },
    ([, one = 0, two = 0]) => one + two,
    60,
    240,
  );
  const result = (who: LeavingClass, place: number, from: number): LeavingClassResult => {
    const line = law.mean((state) => state[place] ?? 0);
    return {
      waitAllMean: line / who.arrivalRate,
      abandoned: (who.abandonRate * line) / who.arrivalRate,
      waitProbability: law.mean(([busy = 0]) => (busy >= from ? 1 : 0)),
    };
  };
  return { first: result(first, 1, servers), second: result(second, 2, open) };
}
