import { firstToCall } from './calling.js';
import type { Floor } from './floor.js';
import { longestSince } from './longest-wait.js';
import type { HelpModel } from './model.js';

/** Whom a free counter of the group calls when nobody of its own waits: by the discipline, out of the lines that are long enough to be helped; -1 for nobody. */
export function firstToHelp(
  floor: Floor,
  { lines, together, whenWaiting, whenWait }: HelpModel,
): number {
  if (floor.waiting === 0) return -1;
  let long: number[] | null = null;
  for (let i = 0; i < lines.length; i++) {
    // of a line where nobody waits nobody is called, so the others need not be asked about it
    if (floor.lines.first(lines[i]!) < 0) continue;
    if (isLong(floor, together[i]!, whenWaiting, whenWait)) (long ??= []).push(lines[i]!);
  }
  return long === null ? -1 : firstToCall(floor, new Int32Array(long));
}

/** A group with a free counter that helps such a customer at once, however few wait; -1 for none. */
export function helperAtOnce({ counters, model }: Floor, helpers: Int32Array): number {
  for (const group of helpers) {
    const { whenWaiting, whenWait } = model.groups[group]!.helps!;
    if ((whenWaiting <= 1 || whenWait <= 0) && counters[group]!.hasFree) return group;
  }
  return -1;
}

/** A group with a free counter notes when it has to look again: the first of those it may help will have waited long enough. */
export function lookAgain(floor: Floor, group: number): void {
  const { looks, model, now } = floor;
  const { together, whenWait } = model.groups[group]!.helps!;
  if (whenWait === Infinity) return;
  let soonest = Infinity;
  for (const lines of together) soonest = Math.min(soonest, longestSince(floor, lines) + whenWait);
  const turn = looks.help(group);
  looks.ends.callOff(turn);
  if (soonest === Infinity || soonest <= now) return;
  looks.ends.at[turn] = soonest;
  looks.ends.add(turn);
}

function isLong(floor: Floor, lines: Int32Array, whenWaiting: number, whenWait: number): boolean {
  let waiting = 0;
  for (let i = 0; i < lines.length; i++) waiting += floor.lines.size(lines[i]!);
  return (
    waiting >= whenWaiting || (waiting > 0 && longestSince(floor, lines) + whenWait <= floor.now)
  );
}
