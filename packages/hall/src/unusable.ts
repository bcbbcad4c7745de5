import { CLERK } from './clerk-state.js';
import { callAt } from './counter-calls.js';
import { NOBODY } from './crew.js';
import type { Floor } from './floor.js';
import { tellIdle } from './idle-counters.js';
import { changeOver } from './jockeying.js';
import { callNext } from './service.js';
import { noteState } from './states.js';

/** Whether the counter of a unit has broken down while nobody was served there. */
export function isUnusable({ customerAt, outages }: Floor, unit: number): boolean {
  return outages !== null && customerAt[unit] === NOBODY && outages.isDown(unit);
}

/** The counter of a unit with nobody to serve has broken down, and the unit can take nobody. */
export function stopUsing(floor: Floor, unit: number): void {
  const counters = floor.counters[floor.groupOf[unit]!]!;
  if (mayBeCalled(floor, unit)) counters.withhold(unit - counters.offset);
  noteState(floor, unit, CLERK.down);
  tellIdle(floor, floor.groupOf[unit]!);
}

/** The unit can take somebody again, and calls. */
export function useAgain(floor: Floor, unit: number): void {
  const { closed, counterLines, groupOf, now } = floor;
  const group = groupOf[unit]!;
  const counters = floor.counters[group]!;
  if (!mayBeCalled(floor, unit)) {
    noteState(floor, unit, isSetUp(floor, unit) ? CLERK.settingUp : CLERK.off);
    return;
  }
  counters.restore(unit - counters.offset, now);
  // after closing whoever has nothing to do is off
  noteState(floor, unit, closed ? CLERK.off : CLERK.idle);
  tellIdle(floor, group);
  if (counterLines === null) {
    while (counters.hasFree && callNext(floor, group));
  } else {
    callAt(floor, unit);
    changeOver(floor, unit);
  }
}

/** Whether a unit with nobody could be called to work if its counter worked: it is not being made ready, nor is it one that is not open. */
function mayBeCalled(floor: Floor, unit: number): boolean {
  const { counterLines, groupOf, model } = floor;
  if (model.groups[groupOf[unit]!]!.clerks !== null) return true;
  return counterLines === null ? !isSetUp(floor, unit) : counterLines.open[unit] === 1;
}

/** A clerk moves to a counter of the room that works; false when none is free, or the counters are not those of a room. */
export function takesAnotherDesk({ groupOf, model, outages }: Floor, unit: number): boolean {
  const { clerks } = model.groups[groupOf[unit]!]!;
  const desk = clerks === null ? null : outages!.freeDesk(clerks.room);
  if (desk === null || desk < 0) return false;
  outages!.standUp(unit);
  outages!.sit(unit, desk);
  return true;
}

/** Whether a unit is being made ready. */
export function isSetUp({ extras, groupOf }: Floor, unit: number): boolean {
  return extras[groupOf[unit]!]!.settingUp.some((one) => one.unit === unit);
}
