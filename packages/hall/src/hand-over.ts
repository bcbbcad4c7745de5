import { CLERK } from './clerk-state.js';
import { NOBODY } from './crew.js';
import { type Floor, leave } from './floor.js';
import { groupThatStays, helperThatStays } from './free-counter.js';
import { doingOf, leftOf } from './paused.js';
import { startService } from './service.js';
import { lineFor } from './take-over.js';
import { OUTCOME, REASON } from './visit-log.js';

/**
 * The shift of a busy unit ends, and the rule does not let it finish: its customer goes first in line to
 * be served the rest by another, or leaves. Work after a customer is finished in any case.
 * @returns whether the unit has nobody any more
 */
export function breakOff(floor: Floor, desk: number): boolean {
  const { counterEnds, crew, customerAt, log, model, now } = floor;
  const { atShiftEnd } = model.work;
  const row = customerAt[desk]!;
  if (atShiftEnd === 'finish-customer' || row < 0) return false;
  const started = doingOf(floor, desk) === CLERK.serving;
  const left = leftOf(floor, desk);
  counterEnds.callOff(desk);
  customerAt[desk] = NOBODY;
  const redone = crew.again[desk] === 1;
  crew.again[desk] = 0;
  if (atShiftEnd === 'hand-over') {
    if (redone) floor.redone.add(row);
    if (started) {
      log.end[row] = now;
      floor.rest[row] = left * model.groups[floor.groupOf[desk]!]!.speed;
    }
    floor.handedOver.push(row);
    return true;
  }
  if (started) log.end[row] = now;
  leave(floor, row, OUTCOME.unserved, REASON.shiftEnd);
  return true;
}

/** Whoever was handed over goes on at once where a unit is free: at a group of theirs, else at one that helps, however few wait. */
export function offerHandedOver(floor: Floor): void {
  const { handedOver, model } = floor;
  for (let i = 0; i < handedOver.length; i++) {
    const row = handedOver[i]!;
    const { groups, helpers } = model.lines[lineFor(floor, row)]!;
    const own = groupThatStays(floor, groups);
    const free = own >= 0 ? own : helperThatStays(floor, helpers);
    if (free < 0) continue;
    handedOver.splice(i--, 1);
    startService(floor, row, free);
  }
}
