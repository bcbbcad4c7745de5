import type { Floor } from './floor.js';
import { lookAgain } from './helping.js';
import { callNext } from './service.js';

/** Somebody has joined a line: free counters that may help those who wait for the same ones look whether they are enough now. */
export function askHelpers(floor: Floor, onlookers: Int32Array): void {
  for (const group of onlookers) {
    const counters = floor.counters[group]!;
    if (!counters.hasFree) continue;
    while (counters.hasFree && callNext(floor, group));
    if (counters.hasFree) lookAgain(floor, group);
  }
}

/** The moment has come at which somebody may have waited long enough for help. */
export function helpInTime(floor: Floor, group: number): void {
  const counters = floor.counters[group]!;
  while (counters.hasFree && callNext(floor, group));
  if (counters.hasFree) lookAgain(floor, group);
}
