import type { Floor } from './floor.js';
import { levelAt } from './step-function.js';

/** The group whose free counter takes a newcomer, of those that may serve them; -1 when none has one. */
export function freeGroup(floor: Floor, groups: Int32Array): number {
  if (floor.model.freeCounter === 'longest-idle') return longestIdleGroup(floor, groups);
  for (let i = 0; i < groups.length; i++) {
    if (floor.counters[groups[i]!]!.hasFree) return groups[i]!;
  }
  return -1;
}

/** The same for somebody whose counter closes: one that does not close at that very moment too. */
export function groupThatStays(floor: Floor, groups: Int32Array): number {
  return freeGroup(
    floor,
    groups.filter((group) => staysFree(floor, group)),
  );
}

/** The first group that helps, with a free counter that does not close at that very moment too; -1 for none. */
export function helperThatStays(floor: Floor, helpers: Int32Array): number {
  return helpers.find((group) => staysFree(floor, group)) ?? -1;
}

/** Whether a group has a free unit whose shift goes on, and whose roster, when it has changed, keeps it open. */
function staysFree({ counterLines, counters, model, now }: Floor, group: number): boolean {
  const { clerks, open } = model.groups[group]!;
  const own = counters[group]!;
  if (!own.hasFree) return false;
  if (clerks !== null) return now < clerks.shift.to;
  const level = levelAt(open, now) + own.extra;
  if (counterLines === null) return own.busy < level;
  for (let counter = 0; counter < level; counter++) if (own.isFree(counter)) return true;
  return false;
}

/** The group of the counter that has been free longest; of several the first in the file. */
function longestIdleGroup({ counters }: Floor, groups: Int32Array): number {
  let longest = -1;
  let since = Infinity;
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i]!;
    const own = counters[group]!;
    if (!own.hasFree) continue;
    const idleSince = own.longestIdleSince;
    if (longest < 0 || idleSince < since) {
      longest = group;
      since = idleSince;
    }
  }
  return longest;
}
