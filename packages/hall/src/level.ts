import { CLERK } from './clerk-state.js';
import { breakOff, offerHandedOver } from './hand-over.js';
import type { Floor } from './floor.js';
import { NOBODY } from './crew.js';
import { callAt } from './counter-calls.js';
import { changeOver } from './jockeying.js';
import { callNext } from './service.js';
import { noteState } from './states.js';

/** So many counters of a group may start from now on; those that open call at once. */
export function changeRoster(floor: Floor, group: number, open: number): void {
  const counters = floor.counters[group]!;
  if (floor.counterLines !== null) {
    changeOneByOne(floor, group, open);
    return;
  }
  counters.roster(open, floor.now);
  if (counters.busy > open) breakOffExcess(floor, group);
  while (counters.hasFree && callNext(floor, group));
}

/** Where each counter has a line it matters which are open: those with the lowest numbers. */
function changeOneByOne(floor: Floor, group: number, open: number): void {
  const { customerAt, now } = floor;
  const counters = floor.counters[group]!;
  const isOpen = floor.counterLines!.open;
  const { offset, open: before } = counters;
  counters.expect(open, now);
  for (let unit = offset + open; unit < offset + before; unit++) {
    isOpen[unit] = 0;
    if (customerAt[unit] === NOBODY) counters.leave(unit - offset);
    else counters.open--;
  }
  for (let unit = offset + before; unit < offset + open; unit++) {
    isOpen[unit] = 1;
    if (customerAt[unit] === NOBODY) counters.enter(unit - offset, now);
    else counters.open++;
  }
  breakOffClosed(floor, group);
  for (let unit = offset + before; unit < offset + open; unit++) {
    if (counters.isFree(unit - offset)) callAt(floor, unit);
  }
  for (let unit = offset + before; unit < offset + open; unit++) changeOver(floor, unit);
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
    noteState(floor, counters.offset + counter, CLERK.idle);
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
    noteState(floor, unit, CLERK.idle);
  }
  offerHandedOver(floor);
}

/** Whether counters that close finish their customers; a closure in between is no end of a shift. */
function letsFinish({ model, now }: Floor): boolean {
  return (
    model.work.atShiftEnd === 'finish-customer' || model.closures.some(({ from }) => from === now)
  );
}
