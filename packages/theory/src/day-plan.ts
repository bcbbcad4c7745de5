import { checkCount, checkList, checkNotNegative, checkPositive, checkThat } from './check.js';
import { type AtChange, type HallState } from './hall-state.js';

/** A part of a day in which nothing changes. */
export interface Interval {
  /** How long, above 0. */
  readonly length: number;
  /** λ, arrivals per time unit, at least 0. */
  readonly arrivalRate: number;
  /** c, counters staffed, at least 0. */
  readonly servers: number;
}

/** A day of M(t)/M/c(t)+M. */
export interface DayPlan {
  readonly intervals: readonly Interval[];
  /** μ, services per time unit and busy counter, above 0. */
  readonly serviceRate: number;
  /** 1/θ, above 0; without it nobody leaves the line. */
  readonly patienceMean?: number;
  /**
   * A counter that closes finishes its customer and takes no other (default), or sends the customer
   * back to the head of the line.
   */
  readonly atChange?: AtChange;
  /** Probabilities of 0, 1, 2, … people inside at the start; an empty hall without it. */
  readonly start?: readonly number[];
}

/** Refuses a plan that is not one; gives θ and the state at the start. */
export function checkPlan(plan: DayPlan): { abandonRate: number; state: HallState } {
  const { intervals, serviceRate, patienceMean = Infinity, start = [1] } = plan;
  checkPositive('serviceRate', serviceRate);
  if (patienceMean !== Infinity) checkPositive('patienceMean', patienceMean);
  for (const { length, arrivalRate, servers } of checkList('intervals', intervals)) {
    checkPositive('length', length);
    checkNotNegative('arrivalRate', arrivalRate);
    checkCount('servers', servers, 0);
  }
  for (const p of checkList('start', start)) checkNotNegative('a probability of start', p);
  const total = start.reduce((sum, p) => sum + p, 0);
  checkThat(Math.abs(total - 1) < 1e-9, 'the sum of start', total, '1');
  return { abandonRate: 1 / patienceMean, state: [Float64Array.from(start)] };
}
