import { arrivalCursor, childKey, exponential, type Key, seedKey, Stream } from '@hallsim/kernel';
import { DAYS, type HallDay, runsOf } from '../hall-day.js';
import { playLine } from '../reference-line.js';
import type { Estimate } from '../row.js';

/** Most customers in a day: many standard deviations above what is expected. */
const MOST = 4096;

/** The clearing of a hall after closing, played by the reference line, whose rules can be broken. */
export function playedClearing(day: HallDay, of: (minutes: number) => number): Estimate {
  const { closes, servicePerMinute, abandonPerMinute, world } = day;
  const rates = day.ratesOf(0, day.rates.length);
  const staff = day.staff.map((counters, i) => [i * day.step, counters] as const);
  const patienceUntil = world.mutant === 'patience-at-closing' ? closes : Infinity;
  const drawn = (root: Key, name: string, count: number, perMinute: number) => {
    const values = new Float64Array(count);
    if (perMinute === 0) return values.fill(Infinity);
    new Stream(childKey(root, name)).fill(exponential(1 / perMinute), values);
    return values;
  };
  return (seed, replication, size) => {
    let sum = 0;
    for (const nth of runsOf(size * DAYS, replication)) {
      const root = childKey(seedKey(seed), nth);
      const times = new Float64Array(MOST);
      const count = arrivalCursor({ rates }, childKey(root, 'arrivals')).fill(times, MOST);
      const { leave } = playLine(
        {
          arrivals: times.subarray(0, count),
          services: drawn(root, 'service', count, servicePerMinute),
          patience: drawn(root, 'patience', count, abandonPerMinute),
          staff,
        },
        world.ranks,
        patienceUntil,
      );
      const last = leave.reduce((latest, time) => Math.max(latest, time), 0);
      sum += of(Math.max(0, last - closes));
    }
    return sum / (size * DAYS);
  };
}
