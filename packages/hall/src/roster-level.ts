import { makeRoom } from './extra-counters.js';
import type { Floor } from './floor.js';
import { setLevel } from './level.js';

/** The roster opens so many counters of a group from now on. */
export function changeRoster(floor: Floor, group: number, open: number): void {
  floor.counters[group]!.level = open;
  makeRoom(floor, group);
  setLevel(floor, group, true);
}
