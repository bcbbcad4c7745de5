import { checkList, checkPositive, checkStable, checkThat } from './check.js';
import { solveTruncated } from './truncated-chain.js';

/** M/M/c whose servers differ. */
export interface UnequalQueue {
  readonly waitMean: number;
  /** P(all servers busy), the chance of waiting. */
  readonly waitProbability: number;
  readonly queueMean: number;
  /** Share of time that each server is busy, in the order given. */
  readonly utilisations: readonly number[];
}

/**
 * M/M/c with servers of unequal speed; who finds several free takes the first of the list (W. Lin &
 * P. R. Kumar, IEEE Trans. Autom. Control 29 (1984) 696-703, fastest first; Gumbel, Oper. Res. 8
 * (1960) 504-511). While all are busy the line behaves like that of M/M/1.
 *
 * @param arrivalRate λ, customers per time unit, above 0
 * @param serviceRates μ of each server, in the order in which free ones are taken; at most 10
 * @throws UnstableError if λ reaches the sum of the rates; RangeError naming the value
 */
export function unequalServers(arrivalRate: number, serviceRates: readonly number[]): UnequalQueue {
  checkPositive('arrivalRate', arrivalRate);
  const size = checkList('serviceRates', serviceRates).length;
  checkThat(size <= 10, 'the number of servers', size, 'at most 10');
  for (const rate of serviceRates) checkPositive('serviceRate', rate);
  const full = serviceRates.reduce((sum, rate) => sum + rate, 0);
  checkStable(arrivalRate / full);
  const law = solveTruncated(
    [...serviceRates.map(() => 0), 0],
    (state) => {
      const busy = state.slice(0, size);
      const line = state[size] ?? 0;
      if (line > 0) {
        return [
          { to: [...busy, line + 1], rate: arrivalRate },
          { to: [...busy, line - 1], rate: full },
        ];
      }
      const free = busy.indexOf(0);
      const come =
        free < 0
          ? { to: [...busy, 1], rate: arrivalRate }
          : { to: [...busy.map((one, i) => (i === free ? 1 : one)), 0], rate: arrivalRate };
      const ends = busy.map((one, i) => ({
        to: [...busy.map((other, k) => (k === i ? 0 : other)), 0],
        rate: one * (serviceRates[i] as number),
      }));
      return [come, ...ends];
    },
    (state) => state[size] ?? 0,
    200,
    20_000,
  );
  const queueMean = law.mean((state) => state[size] ?? 0);
  return {
    waitMean: queueMean / arrivalRate,
    waitProbability: law.mean((state) => (state.slice(0, size).every((one) => one === 1) ? 1 : 0)),
    queueMean,
    utilisations: serviceRates.map((_, i) => law.mean((state) => state[i] ?? 0)),
  };
}
