import type { Floor } from './floor.js';
import { growStateLog } from './state-log.js';

/** A clerk, or a counter, begins something else: what, is a position in `CLERK_STATES`. */
export function noteState(floor: Floor, unit: number, state: number): void {
  const { crew, log, now } = floor;
  const { states } = log;
  crew.state[unit] = state;
  let entry = crew.entry[unit]!;
  // what lasted no time is not told
  if (entry < 0 || states.from[entry]! < now) {
    if (states.length === states.unit.length) growStateLog(states);
    entry = states.length++;
    crew.entry[unit] = entry;
  }
  states.unit[entry] = unit;
  states.state[entry] = state;
  states.rostered[entry] = crew.rostered[unit]!;
  states.from[entry] = now;
}

/** The roster changes under what a unit does. */
export function noteRoster(floor: Floor, unit: number): void {
  noteState(floor, unit, floor.crew.state[unit]!);
}
