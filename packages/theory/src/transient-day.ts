import { afterClosing } from './after-closing.js';
import { checkNotNegative } from './check.js';
import { checkPlan, type DayPlan, type Interval } from './day-plan.js';
import { changeStaffing, expectation, type HallState, inService } from './hall-state.js';
import { type Advance, advance } from './uniformization.js';

/** One interval of the day. */
export interface IntervalResult {
  /** Probabilities of 0, 1, 2, … people inside at the end, before the staffing changes. */
  readonly law: Float64Array;
  /** Mean number inside, and in line, at the end. */
  readonly systemMean: number;
  readonly queueMean: number;
  /** P(an arrival at the very end would wait). */
  readonly waitProbability: number;
  /** Share of the arrivals of the interval that wait. */
  readonly waitShare: number;
  /** Time averages over the interval: people inside, in line, busy counters. */
  readonly systemAverage: number;
  readonly queueAverage: number;
  readonly busyAverage: number;
}

/** A whole day, means over many such days. */
export interface TransientDay {
  readonly intervals: readonly IntervalResult[];
  /** Mean number of arrivals. */
  readonly arrivals: number;
  /** Of all arrivals: the share that waits. */
  readonly waitShare: number;
  /** Mean time in line of all arrivals, after closing included. */
  readonly waitAllMean: number;
  /** Share of arrivals that leave the line, after closing included. */
  readonly abandoned: number;
  /** Counter time spent serving up to closing. */
  readonly busyTime: number;
  /** Mean time from closing until the hall is empty, with the last staffing. */
  readonly clearMean: number;
  /** P(the hall is empty within a time after closing). */
  readonly clearWithin: (time: number) => number;
  /** Bound on the error of every probability: what was cut off, summed over the day. */
  readonly error: number;
}

/** Walks the intervals, changing the staffing between them. */
export function walk(
  plan: DayPlan,
  visit: (interval: Interval, step: Advance, index: number) => void,
): HallState {
  const { abandonRate, state: start } = checkPlan(plan);
  let state = start;
  const { intervals, serviceRate, atChange = 'finish-customer' } = plan;
  intervals.forEach((interval, i) => {
    const before = intervals[i - 1]?.servers ?? interval.servers;
    if (before !== interval.servers) {
      state = changeStaffing(state, before, interval.servers, atChange);
    }
    const step = advance(state, interval.length, { ...interval, serviceRate, abandonRate });
    visit(interval, step, i);
    state = step.end;
  });
  return state;
}

/**
 * The exact transient of a hall whose arrivals and staffing change with time, M(t)/M/c(t)+M with
 * constant rates in each interval, by uniformization; every quantity is a sum of positive terms.
 *
 * When counters close, those with a customer finish (`finish-customer`, the next ends of service close
 * them) or hand the customer back (`preempt`). A day of 10 hours with 40 counters takes some
 * 20 milliseconds. For a rate that changes smoothly see {@link smoothRate}.
 *
 * @throws RangeError naming the value
 */
export function transientDay(plan: DayPlan): TransientDay {
  const { serviceRate } = plan;
  const { abandonRate } = checkPlan(plan);
  const intervals: IntervalResult[] = [];
  let [arrivals, waited, queueTime, busyTime, error] = [0, 0, 0, 0, 0];
  const last = walk(plan, (interval, { end, spent, lost }) => {
    const { length, arrivalRate, servers } = interval;
    const waits = (n: number, x: number): number => (x > 0 || n >= servers ? 1 : 0);
    const busy = (n: number, x: number): number => inService(n, x, servers);
    const line = (n: number, x: number): number => n - busy(n, x);
    const count = (n: number): number => n;
    const average = (f: (n: number, x: number) => number): number => expectation(spent, f) / length;
    const result = {
      law: marginal(end),
      systemMean: expectation(end, count),
      queueMean: expectation(end, line),
      waitProbability: expectation(end, waits),
      waitShare: average(waits),
      systemAverage: average(count),
      queueAverage: average(line),
      busyAverage: average(busy),
    };
    intervals.push(result);
    arrivals += arrivalRate * length;
    waited += arrivalRate * length * result.waitShare;
    queueTime += result.queueAverage * length;
    busyTime += result.busyAverage * length;
    error += lost;
  });
  const servers = plan.intervals.at(-1)?.servers ?? 0;
  const closed = { arrivalRate: 0, servers, serviceRate, abandonRate };
  const after = afterClosing(last, closed);
  return {
    intervals,
    arrivals,
    waitShare: waited / arrivals,
    waitAllMean: (queueTime + after.queueTime) / arrivals,
    abandoned: abandonRate > 0 ? (abandonRate * (queueTime + after.queueTime)) / arrivals : 0,
    busyTime,
    clearMean: after.clearMean,
    clearWithin(time) {
      checkNotNegative('time', time);
      return advance(last, time, closed).end[0]?.[0] ?? 0;
    },
    error,
  };
}

/** Probabilities of the number inside. */
function marginal(state: HallState): Float64Array {
  const law = new Float64Array(Math.max(...state.map((layer) => layer.length)));
  for (const layer of state) {
    layer.forEach((p, n) => {
      law[n] = (law[n] as number) + p;
    });
  }
  return law;
}
