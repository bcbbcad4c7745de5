import { CLERK } from './clerk-state.js';
import type { Floor } from './floor.js';
import { noteState } from './states.js';

/**
 * Tells which of a group's counters without names are idle: those that would be the next to take somebody, as many
 * as may. In common lines nothing else says which of them are open. The others with nobody are off, and after closing all.
 */
export function tellIdle(floor: Floor, group: number): void {
  const { crew, model } = floor;
  const { clerks, count } = model.groups[group]!;
  if (!model.countersTell || clerks !== null) return;
  const counters = floor.counters[group]!;
  for (let counter = 0; counter < count; counter++) {
    if (!counters.isFree(counter)) continue;
    const unit = counters.offset + counter;
    const state = mayTake(floor, group, counter) ? CLERK.idle : CLERK.off;
    if (crew.state[unit] !== state) noteState(floor, unit, state);
  }
}

/** A counter without a name is done with a customer. */
export function tellDone(floor: Floor, unit: number): void {
  const group = floor.groupOf[unit]!;
  const stays = mayTake(floor, group, unit - floor.counters[group]!.offset);
  noteState(floor, unit, stays ? CLERK.idle : CLERK.off);
  // it was beyond the roster, and one that has been off may take its place
  if (!stays) tellIdle(floor, group);
}

function mayTake({ closed, counters }: Floor, group: number, counter: number): boolean {
  const own = counters[group]!;
  return !closed && own.hasFree && own.isFree(counter) && own.turnOf(counter) < own.free;
}
