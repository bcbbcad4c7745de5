import { checkPositive, checkStable } from './check.js';
import { type Law } from './laws/law.js';
import { byLittle, type Queue } from './wait.js';

/** One server that now and then does not serve. */
export interface InterruptedInput {
  /** λ, customers per time unit, above 0. */
  readonly arrivalRate: number;
  /** Work of a customer, without the interruptions. */
  readonly service: Law;
}

const advice = 'serve faster, or interrupt less';

/**
 * M/G/1 with vacations: whenever the line is empty the clerk leaves for a break, and takes another
 * while nobody waits. The wait is that of M/G/1 plus the rest of a break met in progress
 * (S. W. Fuhrmann & R. B. Cooper, Oper. Res. 33 (1985) 1117-1129; Y. Levy & U. Yechiali 1975).
 *
 * @param vacation length of a break
 * @throws UnstableError if λ E[S] >= 1; RangeError naming the value
 */
export function vacationMg1({ arrivalRate, service }: InterruptedInput, vacation: Law): Queue {
  checkPositive('arrivalRate', arrivalRate);
  const utilisation = arrivalRate * service.mean;
  checkStable(utilisation, advice);
  const own = (arrivalRate * service.moment(2)) / (2 * (1 - utilisation));
  const rest = vacation.moment(2) / (2 * vacation.mean);
  return {
    utilisation,
    waitProbability: 1,
    ...byLittle(arrivalRate, service.mean, own + rest),
  };
}

/** Breakdowns at a constant rate, and the time of a repair. */
export interface Breakdowns {
  /** Breakdowns per time unit of work (or of any time, see the function), above 0. */
  readonly failRate: number;
  /** Time of a repair. */
  readonly repair: Law;
}

/**
 * M/G/1 whose server breaks down only while it serves; the customer waits and goes on. M/G/1 with the
 * completion time C = service + repairs: E[C] = E[S] (1 + f E[R]),
 * E[C²] = E[S²] (1 + f E[R])² + f E[S] E[R²] (D. P. Gaver, J. R. Statist. Soc. B 24 (1962) 73-90).
 *
 * @throws UnstableError if λ E[C] >= 1; RangeError naming the value
 */
export function breakdownMg1(
  { arrivalRate, service }: InterruptedInput,
  { failRate, repair }: Breakdowns,
): Queue {
  checkPositive('arrivalRate', arrivalRate);
  checkPositive('failRate', failRate);
  const stretch = 1 + failRate * repair.mean;
  const completion = service.mean * stretch;
  const second = service.moment(2) * stretch * stretch + failRate * service.mean * repair.moment(2);
  const utilisation = arrivalRate * completion;
  checkStable(utilisation, advice);
  const wait = (arrivalRate * second) / (2 * (1 - utilisation));
  return { utilisation, waitProbability: utilisation, ...byLittle(arrivalRate, completion, wait) };
}

/**
 * M/M/1 whose server breaks down whether it serves or not, exponential repairs:
 * L = λ / (μ A - λ) (1 + μ f / (f + r)²), A = r / (f + r) (H. White & L. S. Christie, Oper. Res. 6 (1958)
 * 79-95; B. Avi-Itzhak & P. Naor, Oper. Res. 11 (1963) 303-320, model A).
 *
 * @param serviceRate μ, above 0
 * @param failRate f, breakdowns per time unit, above 0
 * @param repairRate r, repairs per time unit, above 0
 * @returns mean number inside and mean time inside
 * @throws UnstableError if λ >= μ A; RangeError naming the value
 */
export function breakdownMm1(
  arrivalRate: number,
  serviceRate: number,
  failRate: number,
  repairRate: number,
): Pick<Queue, 'utilisation' | 'systemMean' | 'systemTimeMean'> {
  checkPositive('arrivalRate', arrivalRate);
  checkPositive('serviceRate', serviceRate);
  checkPositive('failRate', failRate);
  checkPositive('repairRate', repairRate);
  const all = failRate + repairRate;
  const capacity = (serviceRate * repairRate) / all;
  const utilisation = arrivalRate / capacity;
  checkStable(utilisation, advice);
  const systemMean =
    (arrivalRate / (capacity - arrivalRate)) * (1 + (serviceRate * failRate) / (all * all));
  return { utilisation, systemMean, systemTimeMean: systemMean / arrivalRate };
}

/**
 * Symmetric polling, exhaustive: one clerk goes round several lines, empties each and needs a time to
 * walk on. E[W] = δ² / (2 r) + (n λ E[S²] + r (n - ρ)) / (2 (1 - ρ)), r and δ² mean and variance of a
 * walk (H. Takagi, Analysis of Polling Systems (1986) ch. 4).
 *
 * @param lines n, at least 1
 * @param each arrivals of one line, and service
 * @param walk time to walk to the next line
 * @throws UnstableError if n λ E[S] >= 1; RangeError naming the value
 */
export function symmetricPolling(lines: number, each: InterruptedInput, walk: Law): Queue {
  const { arrivalRate, service } = each;
  checkPositive('arrivalRate', arrivalRate);
  const all = lines * arrivalRate;
  const utilisation = all * service.mean;
  checkStable(utilisation, advice);
  const wait =
    (walk.scv * walk.mean) / 2 +
    (all * service.moment(2) + walk.mean * (lines - utilisation)) / (2 * (1 - utilisation));
  return { utilisation, waitProbability: 1, ...byLittle(all, service.mean, wait) };
}
