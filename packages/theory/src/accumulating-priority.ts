import { checkList, checkPositive, checkStable } from './check.js';
import { matrix, solve } from './matrix.js';
import { type ClassResult, type PriorityClass } from './priority.js';

/** Customers whose claim grows with their wait. */
export interface AccumulatingClass extends PriorityClass {
  /** Priority gained per time unit of waiting, above 0. */
  readonly slope: number;
}

/**
 * M/G/1 in which the customer with the largest slope x time waited is called next (non-preemptive),
 * "VIPs first, without starving the rest". Mean waits by Kleinrock's linear system
 * W(p) = W0 + Σ ρ(i) W(i) min(1, b(i)/b(p)) + W(p) Σ(b(i) > b(p)) ρ(i) (1 - b(p)/b(i))
 * (L. Kleinrock, Naval Res. Logist. Quart. 11 (1964) 329-341; Queueing Systems II (1976) ch. 3).
 * Equal slopes are first come, first served; slopes far apart are Cobham's priorities.
 *
 * @param classes in any order
 * @throws UnstableError if the whole utilisation reaches 1; RangeError naming the value
 */
export function accumulatingPriority(classes: readonly AccumulatingClass[]): ClassResult[] {
  checkList('classes', classes);
  const use = classes.map(({ arrivalRate, service, slope }) => {
    checkPositive('arrivalRate', arrivalRate);
    checkPositive('slope', slope);
    return { rho: arrivalRate * service.mean, slope };
  });
  checkStable(
    use.reduce((sum, { rho }) => sum + rho, 0),
    'serve faster, or use more servers',
  );
  const residual = classes.reduce(
    (sum, { arrivalRate, service }) => sum + (arrivalRate * service.moment(2)) / 2,
    0,
  );
  const overtaken = (slope: number): number =>
    use.reduce((sum, one) => sum + one.rho * Math.max(0, 1 - slope / one.slope), 0);
  const A = matrix(use.length, use.length, (p, i) => {
    const mine = use[p] as (typeof use)[number];
    const other = use[i] as (typeof use)[number];
    const own = p === i ? 1 - overtaken(mine.slope) : 0;
    return own - other.rho * Math.min(1, other.slope / mine.slope);
  });
  const waits = solve(
    A,
    matrix(use.length, 1, () => residual),
  ).data;
  return classes.map(({ arrivalRate, service }, p) => {
    const waitMean = waits[p] as number;
    return {
      waitMean,
      systemTimeMean: waitMean + service.mean,
      queueMean: arrivalRate * waitMean,
    };
  });
}
