import { checkCount, checkList, checkPositive, checkStable } from './check.js';
import { erlangC } from './erlang-c.js';
import { type Law } from './laws/law.js';

/** Customers of one priority. */
export interface PriorityClass {
  /** λ of the class, customers per time unit, above 0. */
  readonly arrivalRate: number;
  readonly service: Law;
}

/** What a class of customers meets. */
export interface ClassResult {
  /** Mean wait (for preemption: time in system less the service time itself). */
  readonly waitMean: number;
  /** Mean time from arrival to end of service. */
  readonly systemTimeMean: number;
  /** Mean number of the class waiting. */
  readonly queueMean: number;
}

/** σ(k): utilisation by class k and those before it. */
function cumulative(classes: readonly PriorityClass[]): number[] {
  let sum = 0;
  return checkList('classes', classes).map(({ arrivalRate, service }) => {
    checkPositive('arrivalRate', arrivalRate);
    sum += arrivalRate * service.mean;
    return sum;
  });
}

const result = (arrivalRate: number, waitMean: number, serviceMean: number): ClassResult => ({
  waitMean,
  systemTimeMean: waitMean + serviceMean,
  queueMean: arrivalRate * waitMean,
});

/**
 * M/G/1 with non-preemptive priorities, first class first:
 * W(k) = W0 / ((1 - σ(k-1)) (1 - σ(k))), W0 = Σ λ E[S²] / 2 (A. Cobham, Oper. Res. 2 (1954) 70-76).
 *
 * @param classes from the first served to the last
 * @throws UnstableError if the whole utilisation reaches 1; RangeError naming the value
 */
export function priorityMg1(classes: readonly PriorityClass[]): ClassResult[] {
  const sigma = cumulative(classes);
  checkStable(sigma.at(-1) ?? 0, 'serve faster, or use more servers');
  const residual = classes.reduce(
    (sum, { arrivalRate, service }) => sum + (arrivalRate * service.moment(2)) / 2,
    0,
  );
  return classes.map(({ arrivalRate, service }, k) =>
    result(
      arrivalRate,
      residual / ((1 - (sigma[k - 1] ?? 0)) * (1 - (sigma[k] as number))),
      service.mean,
    ),
  );
}

/**
 * M/G/1 with preemptive-resume priorities:
 * T(k) = E[S] / (1 - σ(k-1)) + Σ(i<=k) λ E[S²] / 2 / ((1 - σ(k-1)) (1 - σ(k)))
 * (H. White & L. S. Christie, Oper. Res. 6 (1958) 79-95; N. K. Jaiswal, Priority Queues (1968)).
 * A class is stable if those up to it leave room, whatever comes after.
 *
 * @param classes from the first served to the last
 * @throws UnstableError if the whole utilisation reaches 1; RangeError naming the value
 */
export function preemptiveMg1(classes: readonly PriorityClass[]): ClassResult[] {
  const sigma = cumulative(classes);
  checkStable(sigma.at(-1) ?? 0, 'serve faster, or use more servers');
  let residual = 0;
  return classes.map(({ arrivalRate, service }, k) => {
    residual += (arrivalRate * service.moment(2)) / 2;
    const before = 1 - (sigma[k - 1] ?? 0);
    const time = service.mean / before + residual / (before * (1 - (sigma[k] as number)));
    return result(arrivalRate, time - service.mean, service.mean);
  });
}

/** Classes that share the servers of an M/M/c and its service rate. */
export interface PriorityMmcInput {
  /** λ of each class, from the first served to the last. */
  readonly arrivalRates: readonly number[];
  /** μ, the same for all classes. */
  readonly serviceRate: number;
  /** c, at least 1. */
  readonly servers: number;
}

/**
 * M/M/c with non-preemptive priorities and one service rate:
 * W(k) = C / (c μ) / ((1 - σ(k-1)) (1 - σ(k))), C Erlang's at the whole load (A. Cobham 1954; O. Kella
 * & U. Yechiali, Stochastic Models 1 (1985)).
 *
 * @throws UnstableError if the whole utilisation reaches 1; RangeError naming the value
 */
export function priorityMmc({
  arrivalRates,
  serviceRate,
  servers,
}: PriorityMmcInput): ClassResult[] {
  checkPositive('serviceRate', serviceRate);
  checkCount('servers', servers);
  const full = servers * serviceRate;
  const load = checkList('arrivalRates', arrivalRates).reduce((sum, rate) => {
    checkPositive('arrivalRate', rate);
    return sum + rate / serviceRate;
  }, 0);
  checkStable(load / servers);
  const residual = erlangC(servers, load) / full;
  let sigma = 0;
  return arrivalRates.map((rate) => {
    const before = 1 - sigma;
    sigma += rate / full;
    return result(rate, residual / (before * (1 - sigma)), 1 / serviceRate);
  });
}
