import { firstToCall } from './calling.js';
import type { Floor } from './floor.js';
import { longestSince } from './longest-wait.js';
import type { HelpModel } from './model.js';

/** Whom a free counter of the group calls when nobody of its own waits: by the discipline, out of the lines that are long enough to be helped; -1 for nobody. */
export function firstToHelp(floor: Floor, helps: HelpModel): number {
  if (floor.waiting === 0) return -1;
  let long: Int32Array | null = null;
  for (let i = 0; i < helps.crowds.length; i++) {
    const { helped, lines } = helps.crowds[i]!;
    if (isLong(floor, lines, helps)) {
      long = long === null ? helped : Int32Array.from([...long, ...helped]).sort();
    }
  }
  return long === null ? -1 : firstToCall(floor, long);
}

/** A group with a free counter that helps such a customer at once, however few wait; -1 for none. */
export function helperAtOnce({ counters, model }: Floor, helpers: Int32Array): number {
  for (let i = 0; i < helpers.length; i++) {
    const group = helpers[i]!;
    const { whenWaiting, whenWait } = model.groups[group]!.helps!;
    if ((whenWaiting <= 1 || whenWait <= 0) && counters[group]!.hasFree) return group;
  }
  return -1;
}

/** A group with a free counter that helps nobody now looks again when somebody of those it may help will have waited long enough. */
export function lookAgain(floor: Floor, group: number): void {
  const { looks, model, waiting } = floor;
  const { crowds, whenWait } = model.groups[group]!.helps!;
  looks.callOffHelp(group);
  if (whenWait === Infinity || waiting === 0) return;
  for (let i = 0; i < crowds.length; i++) {
    lookWhen(floor, group, longestSince(floor, crowds[i]!.lines) + whenWait);
  }
}

/** A group has to look at a moment, if it is to come. One moment too many does no harm: it helps nobody then. */
export function lookWhen({ looks, now }: Floor, group: number, moment: number): void {
  if (moment > now) looks.expectHelp(group, moment);
}

/** Whether so many of those who wait for the same counters do, or somebody so long, that they are helped. */
export function isLong(
  floor: Floor,
  crowd: Int32Array,
  { whenWaiting, whenWait }: HelpModel,
): boolean {
  let waiting = 0;
  for (let i = 0; i < crowd.length; i++) waiting += floor.lines.size(crowd[i]!);
  if (waiting === 0) return false;
  if (waiting >= whenWaiting) return true;
  return whenWait < Infinity && longestSince(floor, crowd) + whenWait <= floor.now;
}
