import { checkPlan, type DayPlan, type Interval } from './day-plan.js';
import { erlangAShares } from './erlang-a.js';
import { erlangB } from './erlang-b.js';
import { erlangC } from './erlang-c.js';
import { gauss } from './quadrature.js';

/** A chance of waiting in an interval, from a stationary formula. */
export interface StationaryInterval {
  /** The rate that the formula was given. */
  readonly arrivalRate: number;
  /** Chance of waiting; 1 where the formula is unstable. */
  readonly waitProbability: number;
  /** True where more arrives than can be served and nobody leaves: the formula has no answer. */
  readonly unstable: boolean;
}

function stationary(plan: DayPlan, arrivalRate: number, servers: number): StationaryInterval {
  const { serviceRate, patienceMean = Infinity } = plan;
  const load = arrivalRate / serviceRate;
  if (arrivalRate === 0)
    return { arrivalRate, waitProbability: servers > 0 ? 0 : 1, unstable: false };
  if (servers === 0)
    return { arrivalRate, waitProbability: 1, unstable: patienceMean === Infinity };
  if (patienceMean < Infinity) {
    const { waitProbability } = erlangAShares({ arrivalRate, serviceRate, servers, patienceMean });
    return { arrivalRate, waitProbability, unstable: false };
  }
  if (load >= servers) return { arrivalRate, waitProbability: 1, unstable: true };
  return { arrivalRate, waitProbability: erlangC(servers, load), unstable: false };
}

/**
 * Stationary independent period by period (SIPP): each interval as if it lasted for ever. Misses what
 * builds up and what lags behind (L. V. Green, P. J. Kolesar & J. Soares, Oper. Res. 49 (2001) 549-564).
 *
 * @throws RangeError naming the value
 */
export function sipp(plan: DayPlan): StationaryInterval[] {
  checkPlan(plan);
  return plan.intervals.map(({ arrivalRate, servers }) => stationary(plan, arrivalRate, servers));
}

/**
 * Lagged SIPP ("Lag Avg"): each interval with the mean rate from one mean service time before it on,
 * since congestion lags the arrivals by about that much (Green, Kolesar & Soares 2001).
 *
 * @throws RangeError naming the value
 */
export function laggedSipp(plan: DayPlan): StationaryInterval[] {
  checkPlan(plan);
  const lag = 1 / plan.serviceRate;
  let clock = 0;
  return plan.intervals.map(({ length, servers }) => {
    const rate = meanRate(plan.intervals, clock - lag, clock + length - lag);
    clock += length;
    return stationary(plan, rate, servers);
  });
}

/** Mean rate from one time to another; before the day the rate of its first moment. */
function meanRate(intervals: readonly Interval[], from: number, to: number): number {
  let clock = 0;
  let total = Math.max(0, Math.min(to, 0) - from) * (intervals[0]?.arrivalRate ?? 0);
  for (const { length, arrivalRate } of intervals) {
    total += arrivalRate * Math.max(0, Math.min(to, clock + length) - Math.max(from, clock));
    clock += length;
  }
  return total / (to - from);
}

/**
 * Stationary backlog carry-over: the share that an Erlang loss system would turn away is carried into
 * the next interval, and each interval is M/M/c at the rate that makes the same utilisation. Works
 * through overloads (R. Stolletz, Eur. J. Oper. Res. 190 (2008) 478-493).
 *
 * @throws RangeError naming the value
 */
export function backlogCarryOver(plan: DayPlan): StationaryInterval[] {
  checkPlan(plan);
  const { serviceRate } = plan;
  let backlog = 0;
  return plan.intervals.map(({ length, arrivalRate, servers }) => {
    // the backlog is a number of customers, spread over this interval
    const offered = arrivalRate + backlog / length;
    const blocked = offered > 0 ? erlangB(servers, offered / serviceRate) : 0;
    backlog = offered * blocked * length;
    return stationary(plan, offered * (1 - blocked), servers);
  });
}

/**
 * Pointwise stationary approximation: the share of customers that wait if the hall were in balance
 * at each moment, weighted by arrivals (L. V. Green & P. J. Kolesar, Management Science 37 (1991)
 * 84-97). An upper bound that gets better as services get short against the changes of the rate.
 *
 * @param rate λ(t), smooth on [0, period]
 * @param patienceMean 1/θ; without it nobody leaves and the rate must stay below c μ
 * @throws RangeError naming the value
 */
export function pointwiseStationary(
  rate: (time: number) => number,
  period: number,
  servers: number,
  serviceRate: number,
  patienceMean: number = Infinity,
): number {
  const at = (arrivalRate: number): number =>
    patienceMean < Infinity
      ? erlangAShares({ arrivalRate, serviceRate, servers, patienceMean }).waitProbability
      : erlangC(servers, arrivalRate / serviceRate);
  const pieces = 16;
  let [waiting, all] = [0, 0];
  for (let i = 0; i < pieces; i++) {
    const from = (period * i) / pieces;
    const to = (period * (i + 1)) / pieces;
    waiting += gauss((t) => rate(t) * at(rate(t)), from, to);
    all += gauss(rate, from, to);
  }
  return waiting / all;
}
