import { checkCount, checkPositive, checkStable } from './check.js';
import { smoothRate } from './smooth-rate.js';
import { type TransientDay, transientDay } from './transient-day.js';

/** A hall whose arrivals repeat after a period, with the same staffing throughout. */
export interface PeriodicInput {
  /** λ(t), smooth, repeating after `period`. */
  readonly rate: (time: number) => number;
  /** Above 0. */
  readonly period: number;
  /** c, at least 1. */
  readonly servers: number;
  /** μ, services per time unit and busy counter, above 0. */
  readonly serviceRate: number;
  /** 1/θ, above 0; without it nobody leaves the line. */
  readonly patienceMean?: number;
  /** Steps per period, a whole number of at least 8; default 1920 (see {@link smoothRate}). */
  readonly steps?: number;
}

/**
 * M(t)/M/c+M in periodic steady state: periods are run one after the other, coarsely at first, until
 * the law at their ends repeats to 1e-13. Two intervals for each step, so the law after share s of the
 * period is that at the end of interval 2 s steps - 1.
 *
 * @throws UnstableError if nobody leaves and the mean rate reaches c μ; RangeError naming the value
 */
export function periodicDay(input: PeriodicInput): TransientDay {
  const { rate, period, servers, serviceRate, patienceMean, steps = 1920 } = input;
  checkPositive('period', period);
  checkPositive('serviceRate', serviceRate);
  checkCount('servers', servers);
  checkCount('steps', steps, 8);
  const run = (count: number, start: readonly number[]): TransientDay =>
    transientDay({
      intervals: smoothRate(rate, servers, 0, period, count),
      serviceRate,
      start,
      ...(patienceMean === undefined ? {} : { patienceMean }),
    });
  let start = [1];
  const coarse = Math.max(8, Math.ceil(steps / 16));
  if (patienceMean === undefined) {
    const mean = run(coarse, start).arrivals / period;
    checkStable(mean / (servers * serviceRate));
  }
  for (const count of [coarse, steps]) {
    for (let round = 0; round < 10_000; round++) {
      const day = run(count, start);
      const law = day.intervals.at(-1)?.law ?? new Float64Array(1);
      const change = law.reduce((sum, p, n) => sum + Math.abs(p - (start[n] ?? 0)), 0);
      const total = law.reduce((sum, p) => sum + p, 0);
      start = Array.from(law, (p) => p / total);
      if (change < 1e-13) {
        if (count === steps) return day;
        break;
      }
    }
  }
  throw new RangeError(`period is ${period}; the law did not settle within 10000 periods`);
}
