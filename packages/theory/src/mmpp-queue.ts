import {
  checkCount,
  checkList,
  checkNotNegative,
  checkPositive,
  checkStable,
  checkThat,
} from './check.js';
import { matrix } from './matrix.js';
import { stationaryOfChain } from './stationary-chain.js';
import { solveTruncated } from './truncated-chain.js';
import { byLittle, type Queue } from './wait.js';

/** Arrivals whose rate changes at random. */
export interface MmppInput {
  /** Arrivals per time unit in each mood, at least 0. */
  readonly arrivalRates: readonly number[];
  /** Rate of leaving each mood for the next one (the last goes on to the first), above 0. */
  readonly switchRates: readonly number[];
  /** μ, services per time unit and busy server, above 0. */
  readonly serviceRate: number;
  /** c, at least 1. */
  readonly servers: number;
}

/**
 * MMPP/M/c, arrivals by a Markov-modulated Poisson process with a cycle of moods (W. Fischer & K.
 * Meier-Hellstern, Perform. Eval. 18 (1993) 149-171). The chance of waiting is what arrivals see,
 * which is more than the share of time that all servers are busy.
 *
 * @throws UnstableError if the mean rate reaches c μ; RangeError naming the value
 */
export function mmppQueue({ arrivalRates, switchRates, serviceRate, servers }: MmppInput): Queue {
  checkPositive('serviceRate', serviceRate);
  checkCount('servers', servers);
  const moods = checkList('arrivalRates', arrivalRates).length;
  checkThat(switchRates.length === moods, 'switchRates', switchRates.length, `${moods} rates`);
  for (const rate of arrivalRates) checkNotNegative('arrivalRate', rate);
  for (const rate of switchRates) checkPositive('switchRate', rate);
  const next = (mood: number): number => (mood + 1) % moods;
  const shares = stationaryOfChain(
    matrix(moods, moods, (i, j) => (moods > 1 && j === next(i) ? (switchRates[i] ?? 0) : 0)),
  );
  const meanRate = shares.reduce((sum, p, i) => sum + p * (arrivalRates[i] ?? 0), 0);
  const utilisation = meanRate / (servers * serviceRate);
  checkStable(utilisation);
  const law = solveTruncated(
    [0, 0],
    ([mood = 0, n = 0]) => [
      { to: [mood, n + 1], rate: arrivalRates[mood] ?? 0 },
      { to: [mood, n - 1], rate: Math.min(n, servers) * serviceRate },
      { to: [next(mood), n], rate: switchRates[mood] ?? 0 },
    ],
    ([, n = 0]) => n,
    200,
    12_800,
  );
  const queueMean = law.mean(([, n = 0]) => Math.max(0, n - servers));
  const seen = law.mean(([mood = 0, n = 0]) => (n >= servers ? (arrivalRates[mood] ?? 0) : 0));
  return {
    utilisation,
    waitProbability: seen / meanRate,
    ...byLittle(meanRate, 1 / serviceRate, queueMean / meanRate),
  };
}
