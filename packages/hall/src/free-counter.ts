import type { Floor } from './floor.js';

/** The group whose free counter takes a newcomer, of those that may serve them; -1 when none has one. */
export function freeGroup(floor: Floor, groups: Int32Array): number {
  if (floor.model.freeCounter === 'longest-idle') return longestIdleGroup(floor, groups);
  for (let i = 0; i < groups.length; i++) {
    if (floor.counters[groups[i]!]!.hasFree) return groups[i]!;
  }
  return -1;
}

/** The group of the counter that has been free longest; of several the first in the file. */
function longestIdleGroup({ counters }: Floor, groups: Int32Array): number {
  let longest = -1;
  let since = Infinity;
  for (const group of groups) {
    const own = counters[group]!;
    if (!own.hasFree) continue;
    const idleSince = own.idleSince(own.longestIdle);
    if (longest < 0 || idleSince < since) {
      longest = group;
      since = idleSince;
    }
  }
  return longest;
}
