import { CLERK } from './clerk-state.js';
import type { Floor } from './floor.js';
import { noteState } from './states.js';

/**
 * Tells which of a group's counters without names are idle: those that would be the next to take somebody, as many
 * as may. In common lines nothing else says which of them are open. The others with nobody are off, and after closing all.
 */
export function tellIdle(floor: Floor, group: number): void {
  const { closed, crew, model } = floor;
  if (!model.countersTell || model.groups[group]!.clerks !== null) return;
  const counters = floor.counters[group]!;
  let left = closed ? 0 : counters.free;
  for (let next = counters.freeAfter(-1); next >= 0; next = counters.freeAfter(next)) {
    const unit = counters.offset + next;
    const state = left-- > 0 ? CLERK.idle : CLERK.off;
    if (crew.state[unit] !== state) noteState(floor, unit, state);
  }
}

/** A counter without a name is done with a customer, and has called nobody. */
export function tellDone(floor: Floor, unit: number): void {
  const { closed, crew, groupOf } = floor;
  const counters = floor.counters[groupOf[unit]!]!;
  let next = -1;
  for (let left = closed ? 0 : counters.free; left > 0; left--) {
    next = counters.freeAfter(next);
    // one that has been off may have its turn before it
    if (crew.state[counters.offset + next] !== CLERK.idle)
      noteState(floor, counters.offset + next, CLERK.idle);
  }
  if (crew.state[unit] !== CLERK.idle) noteState(floor, unit, CLERK.off);
}
