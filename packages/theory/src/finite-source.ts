import { birthDeath } from './birth-death.js';
import { checkCount, checkPositive } from './check.js';

/** A fixed number of customers who come, are served and come again. */
export interface FiniteSourceInput {
  /** N, at least 1. */
  readonly population: number;
  /** Rate at which each customer outside comes, above 0. */
  readonly arrivalRateEach: number;
  /** μ, services per time unit and busy server, above 0. */
  readonly serviceRate: number;
  /** c, at least 1. */
  readonly servers: number;
}

/** What a finite source gives. */
export interface FiniteSourceQueue {
  /** Services per time unit. */
  readonly throughput: number;
  readonly utilisation: number;
  readonly waitMean: number;
  readonly queueMean: number;
  readonly systemMean: number;
}

/**
 * M/M/c//N, the machine repair model (L. Kleinrock, Queueing Systems I (1975) ch. 3,
 * finite customer population). Never unstable.
 *
 * @throws RangeError naming the value
 */
export function finiteSource(input: FiniteSourceInput): FiniteSourceQueue {
  const { population, arrivalRateEach, serviceRate, servers } = input;
  checkCount('population', population);
  checkPositive('arrivalRateEach', arrivalRateEach);
  checkPositive('serviceRate', serviceRate);
  checkCount('servers', servers);
  const p = birthDeath(
    Array.from({ length: population }, (_, n) => (population - n) * arrivalRateEach),
    Array.from({ length: population }, (_, n) => Math.min(n + 1, servers) * serviceRate),
  );
  const mean = (f: (n: number) => number): number => p.reduce((sum, one, n) => sum + one * f(n), 0);
  const busy = mean((n) => Math.min(n, servers));
  const queueMean = mean((n) => Math.max(0, n - servers));
  const throughput = busy * serviceRate;
  return {
    throughput,
    utilisation: busy / servers,
    waitMean: queueMean / throughput,
    queueMean,
    systemMean: mean((n) => n),
  };
}
