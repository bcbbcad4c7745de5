import {
  type Arrivals,
  arrivalCursor,
  gamma,
  quantile,
  seedKey,
  Stream,
  streamKey,
} from '@hallsim/kernel';
import { type Case, number, numbers } from '../cases.js';
import type { Answer, Estimate } from '../row.js';
import { longRun, MOST, WIDE_AIM } from '../steady.js';

/** The arrivals of one day, given to `see` one after the other; how many there were. */
type SeeDay = (day: number, see: (time: number) => void) => number;

const days = (unit: { expected: number; aim?: number; atLeast?: number }, estimate: Estimate) =>
  longRun(estimate, {
    unit: 'days',
    customersPerUnit: unit.expected,
    atMost: MOST.recursion,
    atLeast: unit.atLeast ?? 200,
    ...(unit.aim === undefined ? {} : { aim: unit.aim }),
  });

/** Reads declared arrivals of one day after another, each from a key of its own. */
function reader(arrivalsOf: (day: number) => Arrivals, seed: string, replication: number): SeeDay {
  const root = seedKey(seed);
  const times = new Float64Array(512);
  return (day, see) => {
    const cursor = arrivalCursor(arrivalsOf(day), streamKey(root, replication, `day ${day}`));
    let count = 0;
    for (;;) {
      const some = cursor.fill(times, times.length);
      for (let i = 0; i < some; i++) see(times[i] ?? NaN);
      count += some;
      if (some < times.length) return count;
    }
  };
}

const ignore = () => undefined;

/** Customers of a day whose rate changes every half hour, and with the luck of the day if it says so. */
export function dailyCounts(one: Case): Answer {
  const rates = numbers(one, 'lambda_per_min');
  const step = number(one, 'stepMinutes');
  const luck = one.params['dayMultiplier'] as { mean: number; scv: number } | undefined;
  const dayOf = (times: number): Arrivals => ({
    rates: rates.map((perMinute, i) => [i * step, perMinute * times] as const),
    until: rates.length * step,
  });
  const open = (seed: string, replication: number): SeeDay => {
    if (luck === undefined) {
      const day = dayOf(1);
      return reader(() => day, seed, replication);
    }
    const volume = gamma(luck.mean, Math.sqrt(luck.scv));
    const lucks = new Stream(streamKey(seedKey(seed), replication, 'volume'));
    return reader((day) => dayOf(quantile(volume, lucks.at(day))), seed, replication);
  };
  const expected = rates.reduce((sum, perMinute) => sum + perMinute * step, 0);
  switch (one.metric) {
    case 'meanDailyCount':
      return days({ expected }, (seed, replication, size) => {
        const read = open(seed, replication);
        let sum = 0;
        for (let day = 0; day < size; day++) sum += read(day, ignore);
        return sum / size;
      });
    case 'probDailyCountAtLeast': {
      const least = number(one, 'k');
      return days({ expected }, (seed, replication, size) => {
        const read = open(seed, replication);
        let many = 0;
        for (let day = 0; day < size; day++) if (read(day, ignore) >= least) many++;
        return many / size;
      });
    }
    default:
      return days({ expected, aim: WIDE_AIM }, (seed, replication, size) => {
        const read = open(seed, replication);
        const counts = Array.from({ length: size }, (_, day) => read(day, ignore));
        const mean = counts.reduce((sum, count) => sum + count, 0) / size;
        return counts.reduce((sum, count) => sum + (count - mean) * (count - mean), 0) / (size - 1);
      });
  }
}

/** Customers of a day whose rate runs in straight lines. */
export function linearRates(one: Case): Answer {
  const knots = one.params['knots'] as readonly (readonly [number, number])[];
  const arrivals: Arrivals = { knots };
  const expected = 255; // about: it only says what a day costs
  return days({ expected }, (seed, replication, size) => {
    const read = reader(() => arrivals, seed, replication);
    let count = 0;
    let sum = 0;
    for (let day = 0; day < size; day++) count += read(day, (time) => (sum += time));
    return one.metric === 'expectedCount' ? count / size : sum / count;
  });
}
