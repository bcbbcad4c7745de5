import { checkPositive } from './check.js';
import { checkPlan, type DayPlan } from './day-plan.js';
import { changeStaffing, type HallState } from './hall-state.js';
import { gaussLegendre } from './quadrature.js';
import { startsWithin, type Window } from './tagged-customer.js';
import { advance } from './uniformization.js';

/** Shares of arrivals that come to a counter in time. */
export interface ServiceLevel {
  /** Of all arrivals of the day. */
  readonly day: number;
  /** Of the arrivals of each interval; null where nobody arrives. */
  readonly intervals: readonly (number | null)[];
}

/** Gauss points per piece of time; a piece is at most two mean services long. */
const POINTS = 10;

/**
 * Share of arrivals whose service starts within a time, first come, first served, in a hall that
 * changes with time: a customer is tagged at each moment of a quadrature over the day and followed
 * through the changes of staffing. Those who leave count against it; the last staffing is kept after
 * closing. Error below 1e-9.
 *
 * @param plan with `finish-customer` (the default) at changes of staffing
 * @param within the longest wait that counts, above 0
 * @throws RangeError naming the value
 */
export function serviceLevel(plan: DayPlan, within: number): ServiceLevel {
  checkPositive('within', within);
  const { abandonRate, state: start } = checkPlan(plan);
  let state = start;
  const { intervals, serviceRate } = plan;
  if (
    plan.atChange === 'preempt' &&
    intervals.some(({ servers }, i) => servers < (intervals[i - 1]?.servers ?? 0))
  ) {
    throw new RangeError('atChange is preempt; a service level is worked out for finish-customer');
  }
  const ends: number[] = [];
  intervals.reduce((clock, { length }) => (ends.push(clock + length), clock + length), 0);
  /** The rates from a time of interval i on. */
  const windowsFrom = (time: number, i: number): Window[] => {
    const windows: Window[] = [];
    for (let clock = time, k = i; clock < time + within; k++) {
      const { servers } = intervals[Math.min(k, intervals.length - 1)] as { servers: number };
      const stop = Math.min(
        time + within,
        k < intervals.length - 1 ? (ends[k] as number) : Infinity,
      );
      windows.push({ length: stop - clock, arrivalRate: 0, servers, serviceRate, abandonRate });
      clock = stop;
    }
    return windows;
  };
  const { nodes, weights } = gaussLegendre(POINTS);
  let [served, arrivals] = [0, 0];
  const shares = intervals.map((interval, i) => {
    const { length, arrivalRate, servers } = interval;
    const before = intervals[i - 1]?.servers ?? servers;
    if (before !== servers) state = changeStaffing(state, before, servers, 'finish-customer');
    const stretch = { arrivalRate, servers, serviceRate, abandonRate };
    if (arrivalRate === 0) {
      state = advance(state, length, stretch).end;
      return null;
    }
    const from = (ends[i] as number) - length;
    let inTime = 0;
    let clock = from;
    const moveTo = (time: number): HallState => {
      state = advance(state, time - clock, stretch).end;
      clock = time;
      return state;
    };
    for (const [left, right] of pieces(from, from + length, ends, within, 2 / serviceRate)) {
      const half = (right - left) / 2;
      for (let k = 0; k < POINTS; k++) {
        const time = left + half * (1 + (nodes[k] as number));
        inTime += half * (weights[k] as number) * startsWithin(moveTo(time), windowsFrom(time, i));
      }
    }
    moveTo(from + length);
    served += arrivalRate * inTime;
    arrivals += arrivalRate * length;
    return inTime / length;
  });
  return { day: served / arrivals, intervals: shares };
}

/** Cuts an interval where a customer's deadline meets a change of staffing, and into short pieces. */
function pieces(
  from: number,
  to: number,
  changes: readonly number[],
  within: number,
  longest: number,
): [number, number][] {
  const inside = changes.map((end) => end - within).filter((time) => time > from && time < to);
  const corners = [from, ...inside, to];
  return corners.slice(1).flatMap((right, i) => {
    const left = corners[i] as number;
    const count = Math.ceil((right - left) / longest);
    const step = (right - left) / count;
    return Array.from({ length: count }, (_, k): [number, number] => [
      left + k * step,
      k === count - 1 ? right : left + (k + 1) * step,
    ]);
  });
}
