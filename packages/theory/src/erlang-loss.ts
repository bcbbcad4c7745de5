import { checkPositive } from './check.js';
import { erlangB } from './erlang-b.js';

/** A hall without a place to wait. */
export interface LossSystem {
  /** Share of arrivals turned away. */
  readonly blocked: number;
  /** Mean number of busy servers (time average). */
  readonly busyMean: number;
  /** busyMean / servers. */
  readonly utilisation: number;
}

/**
 * M/G/c/c: who finds every server busy leaves. Only the mean of the service counts
 * (B. A. Sevastyanov, Theory Probab. Appl. 2 (1957) 104-112).
 *
 * @param arrivalRate λ, per time unit, above 0
 * @param serviceMean in time units, above 0
 * @param servers c, at least 1
 * @throws RangeError naming the value
 */
export function erlangLoss(arrivalRate: number, serviceMean: number, servers: number): LossSystem {
  checkPositive('arrivalRate', arrivalRate);
  checkPositive('serviceMean', serviceMean);
  const load = arrivalRate * serviceMean;
  const blocked = erlangB(servers, load);
  const busyMean = load * (1 - blocked);
  return { blocked, busyMean, utilisation: busyMean / servers };
}
