import { CLERK } from './clerk-state.js';
import type { Floor } from './floor.js';
import { noteState } from './states.js';

/** The counter of a busy unit breaks down: what the unit does stops. */
export function pause(floor: Floor, unit: number): void {
  const { counterEnds, crew, now } = floor;
  const outages = floor.outages!;
  counterEnds.callOff(unit);
  outages.doing[unit] = crew.state[unit]!;
  outages.left[unit] = counterEnds.at[unit]! - now;
  noteState(floor, unit, CLERK.interrupted);
}

/** The counter works again, and so does the unit. */
export function resume(floor: Floor, unit: number): void {
  const { counterEnds, customerAt, log, now } = floor;
  const { doing, left } = floor.outages!;
  const end = now + left[unit]!;
  counterEnds.at[unit] = end;
  counterEnds.add(unit);
  if (doing[unit] === CLERK.serving) log.end[customerAt[unit]!] = end;
  noteState(floor, unit, doing[unit]!);
}

/** What a busy unit does, or has to leave until its counter works again. */
export function doingOf({ crew, outages }: Floor, unit: number): number {
  return outages?.isDown(unit) ? outages.doing[unit]! : crew.state[unit]!;
}

/** Minutes that are left of it. */
export function leftOf({ counterEnds, now, outages }: Floor, unit: number): number {
  return outages?.isDown(unit) ? outages.left[unit]! : counterEnds.at[unit]! - now;
}
