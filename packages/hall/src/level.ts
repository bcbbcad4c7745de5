import { CLERK } from './clerk-state.js';
import { breakOff, offerHandedOver } from './hand-over.js';
import type { Floor } from './floor.js';
import { NOBODY } from './crew.js';
import { callAt } from './counter-calls.js';
import { tellIdle } from './idle-counters.js';
import { changeOver } from './jockeying.js';
import { callNext } from './service.js';
import { noteState } from './states.js';
import { isUnusable, stopUsing } from './unusable.js';

/**
 * Counters of a group open or close: those of its roster, and those beyond it, may start from now on. Those
 * that open call at once.
 * @param breaksOff whether those that close do with their customers what `rules.atShiftEnd` says, or finish them
 */
export function setLevel(floor: Floor, group: number, breaksOff: boolean): void {
  const counters = floor.counters[group]!;
  const open = counters.level + counters.extra;
  if (floor.counterLines !== null) {
    changeOneByOne(floor, group, open, breaksOff);
    return;
  }
  const opens = open > counters.open;
  counters.openUpTo(open, floor.now);
  if (breaksOff && counters.busy > open) breakOffExcess(floor, group);
  tellIdle(floor, group);
  while (opens && counters.hasFree && callNext(floor, group));
}

/** Where each counter has a line it matters which are open: those with the lowest numbers. */
function changeOneByOne(floor: Floor, group: number, open: number, breaksOff: boolean): void {
  const { customerAt, now } = floor;
  const counters = floor.counters[group]!;
  const isOpen = floor.counterLines!.open;
  const { offset, open: before } = counters;
  counters.expect(open, now);
  for (let unit = offset + open; unit < offset + before; unit++) {
    isOpen[unit] = 0;
    if (customerAt[unit] === NOBODY) leave(floor, unit);
    else counters.open--;
  }
  for (let unit = offset + before; unit < offset + open; unit++) {
    isOpen[unit] = 1;
    if (customerAt[unit] === NOBODY) enter(floor, unit);
    else counters.open++;
  }
  if (breaksOff) breakOffClosed(floor, group);
  tellIdle(floor, group);
  for (let unit = offset + before; unit < offset + open; unit++) {
    if (counters.isFree(unit - offset)) callAt(floor, unit);
  }
  for (let unit = offset + before; unit < offset + open; unit++) changeOver(floor, unit);
}

function leave(floor: Floor, unit: number): void {
  const counters = floor.counters[floor.groupOf[unit]!]!;
  if (isUnusable(floor, unit)) counters.restore(unit - counters.offset, floor.now);
  else if (floor.model.countersTell) noteState(floor, unit, CLERK.off);
  counters.leave(unit - counters.offset);
}

function enter(floor: Floor, unit: number): void {
  const counters = floor.counters[floor.groupOf[unit]!]!;
  counters.enter(unit - counters.offset, floor.now);
  if (isUnusable(floor, unit)) counters.withhold(unit - counters.offset);
}

/**
 * More counters are busy than may be open: the highest numbers break off, where the rule of the hall
 * does not let them finish. A closure in between is no end of a shift.
 */
function breakOffExcess(floor: Floor, group: number): void {
  const { model, now } = floor;
  const counters = floor.counters[group]!;
  if (letsFinish(floor)) return;
  for (let counter = model.groups[group]!.count - 1; counter >= 0; counter--) {
    if (counters.busy <= counters.open) break;
    if (!breakOff(floor, counters.offset + counter)) continue;
    counters.release(counter, now);
    noteState(floor, counters.offset + counter, CLERK.off);
    if (isUnusable(floor, counters.offset + counter)) stopUsing(floor, counters.offset + counter);
  }
  offerHandedOver(floor);
}

/** Counters that have closed break off, the highest number first. */
function breakOffClosed(floor: Floor, group: number): void {
  if (letsFinish(floor)) return;
  const { offset } = floor.counters[group]!;
  for (let counter = floor.model.groups[group]!.count - 1; counter >= 0; counter--) {
    const unit = offset + counter;
    if (floor.counterLines!.open[unit] === 1 || !breakOff(floor, unit)) continue;
    floor.counters[group]!.retire(floor.now);
    noteState(floor, unit, CLERK.off);
    if (isUnusable(floor, unit)) stopUsing(floor, unit);
  }
  offerHandedOver(floor);
}

/** Whether counters that close finish their customers; a closure in between is no end of a shift. */
function letsFinish({ model, now }: Floor): boolean {
  return (
    model.work.atShiftEnd === 'finish-customer' || model.closures.some(({ from }) => from === now)
  );
}
