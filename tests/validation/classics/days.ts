import { type ArrivalColumns, isBusy, OUTCOME } from '@hallsim/hall';
import { type Case, number, numbers } from '../cases.js';
import type { Answer, Estimate, Measurement } from '../row.js';
import { daysOf, type HallDay, type HallText } from './hall.js';
import { clockText, exponential, perMinute } from './texts.js';

/** Days of one replication of a row. */
const DAYS = 100;
const COUNTED_DAYS = 200;

/** The day of a case as a hall that opens at midnight. */
export function dayText(one: Case): HallText {
  const { params } = one;
  const rates = params['lambda_per_min'] as readonly number[];
  const staff = (params['staff'] ?? [1]) as readonly number[];
  const step = Number(params['stepMinutes']);
  const patience = Number(params['abandonRate_per_min'] ?? 0);
  const byClock = <T>(list: readonly number[], value: (x: number) => T): Record<string, T> =>
    Object.fromEntries(list.map((x, i) => [clockText(i * step), value(x)]));
  return {
    day: { opens: '00:00', closes: clockText(rates.length * step) },
    demand: { arrivals: byClock(rates, perMinute) },
    customers: {
      everyone: {
        share: '100%',
        ...(patience > 0 && { patience: exponential(patience) }),
      },
    },
    services: {
      errand: { share: '100%', time: exponential(Number(params['mu_per_min'] ?? 1)) },
    },
    counters: {
      desk: {
        count: Math.max(...staff),
        skills: ['errand'],
        open: { day: byClock(staff, (n) => n) },
      },
    },
    ...(handsOver(one) && { rules: { atShiftEnd: 'hand-over' } }),
  };
}

/** Numbers of a day whose arrivals and counters change by the half hour; of a list one for each time. */
export function transientDay(one: Case): Answer {
  const text = dayText(one);
  const measure = (read: (day: HallDay) => number): Measurement =>
    wholeDays((seed, replication, size) => meanOfDays(text, seed, replication, size, read));
  if (one.values === undefined) return measure((day) => readDay(one, day));
  return (element) => measure((day) => readDayAt(one, day, element));
}

/** How many come in a day that may be busier than another. */
export function counts(one: Case): Answer {
  const scv = one.params['dayMultiplier'] as { readonly scv: number } | undefined;
  const plain = dayText(one);
  const text = scv
    ? { ...plain, demand: { ...(plain['demand'] as object), busyDay: { cv: Math.sqrt(scv.scv) } } }
    : plain;
  return wholeDays((seed, replication, size) => {
    const field = daysOf(text, seed);
    const came = Array.from({ length: size }, (_, i) => field.draw(replication * size + i).length);
    const mean = came.reduce((sum, n) => sum + n, 0) / size;
    switch (one.metric) {
      case 'meanDailyCount':
        return mean;
      case 'varianceDailyCount':
        return came.reduce((sum, n) => sum + (n - mean) ** 2, 0) / (size - 1);
      default:
        return came.filter((n) => n >= number(one, 'k')).length / size;
    }
  }, COUNTED_DAYS);
}

/** A measurement in days, the mean over which is wanted. */
export function wholeDays(estimate: Estimate, atLeast: number = DAYS): Measurement {
  return { estimate, unit: 'days', customersPerUnit: 1, aim: NaN, atMost: NaN, atLeast };
}

/**
 * Mean over the days of one replication.
 * @param given customers who come every day; default as the text says
 */
export function meanOfDays(
  text: HallText,
  seed: string,
  replication: number,
  size: number,
  read: (day: HallDay) => number,
  given?: ArrivalColumns,
): number {
  const hall = daysOf(text, seed);
  let sum = 0;
  for (let i = 0; i < size; i++) {
    const number = replication * size + i;
    sum += read(given === undefined ? hall.run(number) : hall.replay(given, number));
  }
  return sum / size;
}

/** When each customer came, was called (or gave up) and left. */
function sumOver(
  { demand, log }: HallDay,
  of: (arrived: number, called: number, left: number, served: boolean) => number,
): number {
  let sum = 0;
  for (let row = 0; row < log.length; row++) {
    const served = log.outcome[row] === OUTCOME.served;
    const left = log.left[row]!;
    sum += of(demand.arrivedAt[row]!, served ? log.start[row]! : left, left, served);
  }
  return sum;
}

/** Whether counters that close give their customer back to the line. */
const handsOver = ({ params }: Case): boolean =>
  String(params['staffDecrease']).startsWith('preempt');

/** Calls `each` with every stretch in which a counter was busy. */
function eachBusy({ log, model }: HallDay, each: (from: number, to: number) => void): void {
  const { unit, state, from, length } = log.states;
  const ends = new Float64Array(model.groups.reduce((sum, { count }) => sum + count, 0));
  for (let entry = length - 1; entry >= 0; entry--) {
    if (isBusy(state[entry]!)) each(from[entry]!, ends[unit[entry]!]!);
    ends[unit[entry]!] = from[entry]!;
  }
}

/** Minutes for which counters were busy until a moment. */
function busyMinutes(day: HallDay, until: number): number {
  let sum = 0;
  eachBusy(day, (from, to) => {
    sum += Math.max(0, Math.min(to, until) - from);
  });
  return sum;
}

/** A number of a whole day; shares are of the customers expected. */
function readDay(one: Case, day: HallDay): number {
  const step = number(one, 'stepMinutes');
  const rates = numbers(one, 'lambda_per_min');
  const closes = step * rates.length;
  const expected = rates.reduce((sum, rate) => sum + rate * step, 0);
  const clear = Math.max(
    0,
    day.log.left.subarray(0, day.log.length).reduce((a, b) => Math.max(a, b), 0) - closes,
  );
  switch (one.metric) {
    case 'meanClearTime':
      return clear;
    case 'probClear15':
      return clear <= 15 ? 1 : 0;
    case 'meanTimeInQueue(day)':
      if (handsOver(one)) {
        const inside = sumOver(day, (arrived, _called, left) => left - arrived);
        return (inside - busyMinutes(day, Infinity)) / expected;
      }
      return sumOver(day, (arrived, called) => called - arrived) / expected;
    case 'fractionAbandoned(day)':
      return sumOver(day, (_arrived, _called, _left, served) => (served ? 0 : 1)) / expected;
    case 'probWait(day)':
      return sumOver(day, (arrived, called) => (called > arrived ? 1 : 0)) / expected;
    case 'meanBusyCounterMinutes':
      if (handsOver(one)) return busyMinutes(day, closes);
      return sumOver(day, (_arrived, called, left, served) =>
        served ? Math.max(0, Math.min(closes, left) - Math.min(closes, called)) : 0,
      );
    case 'serviceLevel(day)': {
      const limit = number(one, 't_min');
      const inTime = (arrived: number, called: number, _left: number, served: boolean): number =>
        served && called - arrived <= limit ? 1 : 0;
      return sumOver(day, inTime) / expected;
    }
    default:
      throw new Error(`${one.id}: no measurement of ${one.metric}`);
  }
}

/** One number of a list, at the end of a half hour. */
function readDayAt(one: Case, day: HallDay, element: number): number {
  const time = one.times_min![element]!;
  const step = number(one, 'stepMinutes');
  const inside = sumOver(day, (arrived, _called, left) => (arrived < time && left >= time ? 1 : 0));
  switch (one.metric) {
    case 'meanNumberInSystem(t)':
      return inside;
    case 'meanQueueLength(t)':
      if (handsOver(one)) {
        let busy = 0;
        eachBusy(day, (from, to) => (busy += from < time && to >= time ? 1 : 0));
        return inside - busy;
      }
      return sumOver(day, (arrived, called) => (arrived < time && called >= time ? 1 : 0));
    case 'probWait(t-)':
      return inside >= numbers(one, 'staff')[element]! ? 1 : 0;
    case 'probWaitAverage(interval)': {
      const expected = numbers(one, 'lambda_per_min')[element]! * step;
      const waited = (arrived: number, called: number): number =>
        arrived >= time - step && arrived < time && called > arrived ? 1 : 0;
      return sumOver(day, waited) / expected;
    }
    default:
      throw new Error(`${one.id}: no measurement of ${one.metric}`);
  }
}
