import type { Floor } from './floor.js';
import { isLong, lookWhen } from './helping.js';
import { callNext } from './service.js';

/** Somebody has joined a line: free counters that may help those who wait for the same ones look whether they are enough now. */
export function askHelpers(floor: Floor, row: number, line: number): void {
  const { counters, log, model } = floor;
  const { onlookers, together } = model.lines[line]!;
  for (let i = 0; i < onlookers.length; i++) {
    const group = onlookers[i]!;
    if (!counters[group]!.hasFree) continue;
    const helps = model.groups[group]!.helps!;
    if (isLong(floor, together, helps)) callForHelp(floor, group);
    else lookWhen(floor, group, log.waitFrom[row]! + helps.whenWait);
  }
}

/** The moment has come at which somebody may have waited long enough for help. */
export function helpInTime(floor: Floor, group: number): void {
  floor.looks.callOffHelp(group);
  callForHelp(floor, group);
}

function callForHelp(floor: Floor, group: number): void {
  const counters = floor.counters[group]!;
  while (counters.hasFree && callNext(floor, group));
}
