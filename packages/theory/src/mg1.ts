import { checkInside, checkNotNegative, checkPositive, checkStable } from './check.js';
import { type Discipline } from './discipline.js';
import { type Law } from './laws/law.js';
import { mdc } from './mdc.js';
import { generalTail, phaseTail } from './mg1-tail.js';
import { quantileOfTail } from './root.js';
import { byLittle, type QueueWithWaits } from './wait.js';

/** Poisson arrivals, one server, service of any law. */
export interface Mg1Input {
  /** λ, customers per time unit, above 0. */
  readonly arrivalRate: number;
  readonly service: Law;
  /** lifo changes the variance only (not preemptive); waitOver and waitQuantile are fifo's. */
  readonly discipline?: Exclude<Discipline, 'random'>;
}

/**
 * M/G/1 by Pollaczek and Khinchine: E[W] = λ E[S²] / (2 (1 - ρ)),
 * E[W²] = 2 E[W]² + λ E[S³] / (3 (1 - ρ)) (L. Kleinrock, Queueing Systems I (1975) ch. 5; L. Takács
 * 1962), E[W²] under lifo 1 / (1 - ρ) times as large (L. Takács, Bell Syst. Tech. J. 42 (1963)).
 * The tail of the wait is exact for phase-type and deterministic service, and good to about 1e-7
 * for the other laws.
 *
 * @throws UnstableError if λ E[S] >= 1; RangeError naming the value
 */
export function mg1({ arrivalRate, service, discipline = 'fifo' }: Mg1Input): QueueWithWaits {
  checkPositive('arrivalRate', arrivalRate);
  const utilisation = arrivalRate * service.mean;
  checkStable(utilisation, 'serve faster, or use more servers');
  const free = 1 - utilisation;
  const waitMean = (arrivalRate * service.moment(2)) / (2 * free);
  const second = 2 * waitMean * waitMean + (arrivalRate * service.moment(3)) / (3 * free);
  let tail: ((t: number) => number) | undefined;
  const waitOver = (t: number): number => {
    checkNotNegative('t', t);
    if (service.phases) tail ??= phaseTail(utilisation, service.phases);
    else if (service.scv === 0) {
      tail ??= mdc({ arrivalRate, serviceTime: service.mean, servers: 1 }).waitOver;
    }
    return (tail ??= generalTail(utilisation, service))(t);
  };
  return {
    utilisation,
    waitProbability: utilisation,
    ...byLittle(arrivalRate, service.mean, waitMean),
    waitVariance: second * (discipline === 'lifo' ? 1 / free : 1) - waitMean * waitMean,
    waitOver,
    waitQuantile(p) {
      checkInside('p', p);
      return quantileOfTail(waitOver, p, service.mean);
    },
  };
}
