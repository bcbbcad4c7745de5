import { checkCount, checkPositive, checkStable } from './check.js';
import { solveTruncated } from './truncated-chain.js';

/** Two stations in a row with little room between them. */
export interface TandemInput {
  /** λ, customers per time unit, above 0. */
  readonly arrivalRate: number;
  /** Services per time unit and busy server of each station, above 0. */
  readonly firstRate: number;
  readonly secondRate: number;
  /** Servers of each station, at least 1. */
  readonly firstServers: number;
  readonly secondServers: number;
  /** Places at the second station, waiting and in service, at least its servers. */
  readonly places: number;
}

/** A line that backs up. */
export interface TandemQueue {
  readonly systemTimeMean: number;
  /** Mean number of first servers held by a customer who cannot go on. */
  readonly blockedMean: number;
  /** Mean wait for the first station. */
  readonly firstWaitMean: number;
}

/**
 * M/M/c then M/c/K with blocking after service: who is done at the first station keeps its server
 * until there is a place (G. C. Hunt, Oper. Res. 4 (1956) 674-683; H. G. Perros 1994).
 *
 * @throws UnstableError if λ reaches what one station alone can do; RangeError naming the value, or if
 *   the line before the first outgrows the chain
 */
export function tandemBlocking(input: TandemInput): TandemQueue {
  const { arrivalRate, firstRate, secondRate, firstServers, secondServers, places } = input;
  checkPositive('arrivalRate', arrivalRate);
  checkPositive('firstRate', firstRate);
  checkPositive('secondRate', secondRate);
  checkCount('firstServers', firstServers);
  checkCount('secondServers', secondServers);
  checkCount('places', places, secondServers);
  checkStable(arrivalRate / Math.min(firstServers * firstRate, secondServers * secondRate));
  // state: at the first station and not done, done but blocked, at the second station
  const law = solveTruncated(
    [0, 0, 0],
    ([n = 0, held = 0, m = 0]) => {
      const busy = Math.min(n, firstServers - held);
      return [
        { to: [n + 1, held, m], rate: arrivalRate },
        { to: m < places ? [n - 1, held, m + 1] : [n - 1, held + 1, m], rate: busy * firstRate },
        {
          to: held > 0 ? [n, held - 1, m] : [n, 0, m - 1],
          rate: Math.min(m, secondServers) * secondRate,
        },
      ];
    },
    ([n = 0]) => n,
    200,
    6400,
  );
  const waiting = law.mean(([n = 0, held = 0]) => Math.max(0, n - (firstServers - held)));
  return {
    systemTimeMean: law.mean(([n = 0, held = 0, m = 0]) => n + held + m) / arrivalRate,
    blockedMean: law.mean(([, held = 0]) => held),
    firstWaitMean: waiting / arrivalRate,
  };
}

/**
 * Departures per time unit of two single servers in a row, the first never without work, with room
 * for `buffer` between them: a birth-death process of the second (G. C. Hunt 1956; for equal
 * rates μ (buffer + 2) / (buffer + 3)).
 *
 * @throws RangeError naming the value
 */
export function saturatedTandem(firstRate: number, secondRate: number, buffer: number): number {
  checkPositive('firstRate', firstRate);
  checkPositive('secondRate', secondRate);
  checkCount('buffer', buffer, 0);
  const ratio = firstRate / secondRate;
  let [sum, term] = [1, 1];
  for (let n = 1; n <= buffer + 2; n++) {
    term *= ratio;
    sum += term;
  }
  return secondRate * (1 - 1 / sum);
}
