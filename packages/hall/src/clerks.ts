import { isAbsent } from './absence.js';
import { breakDue, callOffBreak, startBreak } from './breaks.js';
import { CLERK, isOnFloor } from './clerk-state.js';
import { NOBODY } from './crew.js';
import type { Floor } from './floor.js';
import { breakOff, offerHandedOver } from './hand-over.js';
import { callAt, dissolveLine } from './counter-calls.js';
import { changeOver } from './jockeying.js';
import { noteRoster, noteState } from './states.js';
import { isUnusable, takesAnotherDesk, useAgain } from './unusable.js';

/** A clerk's shift begins, unless the clerk does not come today. */
export function beginShift(floor: Floor, unit: number): void {
  const { crew, counters, demand, groupOf, model } = floor;
  const group = groupOf[unit]!;
  const { id, clerks } = model.groups[group]!;
  if (isAbsent(demand, id, unit - counters[group]!.offset, clerks!.absent)) {
    noteState(floor, unit, CLERK.absent);
    return;
  }
  crew.setDuty(unit, true);
}

/** A clerk who has come goes to work. */
export function beginWork(floor: Floor, unit: number): void {
  const { crew } = floor;
  // whoever came before at this moment may have let this one rest
  if (crew.onDuty[unit] === 0 || crew.pause[unit]! >= 0) return;
  goOn(floor, unit);
  sendRoomOnBreaks(floor, unit);
}

/** A clerk's shift ends: home, after the customer, or as `rules.atShiftEnd` says. */
export function endShift(floor: Floor, unit: number): void {
  const { crew, counters, customerAt, groupOf } = floor;
  if (crew.onDuty[unit] === 0) return;
  const rested = crew.pause[unit]! >= 0;
  crew.setDuty(unit, false);
  callOffBreak(floor, unit);
  if (customerAt[unit] === NOBODY) {
    stopWork(floor, unit, CLERK.off);
    if (rested) sendRoomOnBreaks(floor, unit);
    return;
  }
  counters[groupOf[unit]!]!.open--;
  if (!floor.closed && breakOff(floor, unit)) {
    finishCustomer(floor, unit);
    offerHandedOver(floor);
  } else {
    noteRoster(floor, unit);
  }
}

/** A clerk is done with a customer. */
export function finishCustomer(floor: Floor, unit: number): void {
  const { crew, counters, groupOf, now } = floor;
  const group = counters[groupOf[unit]!]!;
  if (crew.onDuty[unit] === 1) {
    group.release(unit - group.offset, now);
    goOn(floor, unit);
  } else {
    group.busy--;
    noteState(floor, unit, CLERK.off);
    giveUpCounter(floor, unit);
  }
}

/** A clerk on duty with nobody to serve goes on a break, or to a counter and calls the next. */
export function goOn(floor: Floor, unit: number): void {
  const pause = breakDue(floor, unit);
  const comes = floor.crew.seated[unit] === 0;
  if (pause >= 0) {
    beginBreak(floor, unit, pause);
  } else if (!floor.crew.doorsOpen) {
    stopWork(floor, unit, CLERK.off);
  } else if (takesCounter(floor, unit)) {
    // after closing a clerk with nothing to do is off, unless somebody comes back from a kiosk
    noteState(floor, unit, floor.closed ? CLERK.off : CLERK.idle);
    callAt(floor, unit);
    if (comes && floor.counterLines !== null) changeOver(floor, unit);
  } else {
    noteState(floor, unit, CLERK.noCounter);
  }
}

function beginBreak(floor: Floor, unit: number, pause: number): void {
  startBreak(floor, unit, pause);
  stopWork(floor, unit, CLERK.break);
}

/** A clerk's break is over: back to work, and others of the group may go. */
export function endBreak(floor: Floor, unit: number): void {
  floor.crew.pause[unit] = -1;
  goOn(floor, unit);
  if (!sendRoomOnBreaks(floor, unit)) sendOnBreaks(floor, floor.groupOf[unit]!);
}

/** A clerk has come or does not rest any more, so others of the room may go; false where breaks keep to no rule of the room. */
function sendRoomOnBreaks(floor: Floor, unit: number): boolean {
  const { groupOf, model, now } = floor;
  const { room } = model.groups[groupOf[unit]!]!.clerks!;
  if (model.roomBreaks[room] === null) return false;
  model.groups.forEach(({ clerks }, group) => {
    if (clerks?.room === room && clerks.shift.to > now) sendOnBreaks(floor, group);
  });
  return true;
}

/** Clerks of a group with nobody to serve begin breaks as far as they may, the lowest number first. */
export function sendOnBreaks(floor: Floor, group: number): void {
  const { crew, customerAt, model } = floor;
  const first = floor.counters[group]!.offset;
  for (let unit = first; unit < first + model.groups[group]!.count; unit++) {
    if (crew.onDuty[unit] === 0 || crew.pause[unit]! >= 0) continue;
    if (customerAt[unit] !== NOBODY) continue;
    const pause = breakDue(floor, unit);
    if (pause >= 0) beginBreak(floor, unit, pause);
  }
}

/** A clerk with nobody to serve leaves the counter, if at one. */
function stopWork(floor: Floor, unit: number, state: number): void {
  const { crew, counters, groupOf } = floor;
  noteState(floor, unit, state);
  if (crew.seated[unit] === 0) return;
  const group = counters[groupOf[unit]!]!;
  if (isUnusable(floor, unit)) group.restore(unit - group.offset, floor.now);
  group.leave(unit - group.offset);
  giveUpCounter(floor, unit);
  dissolveLine(floor, unit);
}

/** Sits down at a counter of the room; false when all that work are taken. */
function takesCounter(floor: Floor, unit: number): boolean {
  const { crew, counters, groupOf, model, now, outages } = floor;
  if (crew.seated[unit] === 1) return true;
  const group = groupOf[unit]!;
  const { room } = model.groups[group]!.clerks!;
  if (crew.taken[room]! >= model.rooms[room]!) return false;
  const desk = outages === null ? null : outages.freeDesk(room);
  if (desk !== null && desk < 0) return false;
  if (desk !== null) outages!.sit(unit, desk);
  crew.taken[room]!++;
  crew.seated[unit] = 1;
  counters[group]!.enter(unit - counters[group]!.offset, now);
  return true;
}

function giveUpCounter(floor: Floor, unit: number): void {
  const { crew, groupOf, model, outages } = floor;
  const { room } = model.groups[groupOf[unit]!]!.clerks!;
  crew.seated[unit] = 0;
  crew.taken[room]!--;
  outages?.standUp(unit);
  offerDesk(floor, room);
}

/** A counter of the room is free, if it works: the first clerk in the file takes it who is there without one, or at one that has broken down, but for those who go home this very moment. */
export function offerDesk(floor: Floor, room: number): void {
  const { crew, groupOf, model, now, outages } = floor;
  const desk = outages === null ? null : outages.freeDesk(room);
  if (desk !== null && desk < 0) return;
  for (let other = 0; other < groupOf.length; other++) {
    const stands = crew.state[other] === CLERK.noCounter;
    if (!stands && !isUnusable(floor, other)) continue;
    const { clerks } = model.groups[groupOf[other]!]!;
    if (clerks?.room !== room || clerks.shift.to <= now) continue;
    if (stands) goOn(floor, other);
    else if (takesAnotherDesk(floor, other)) useAgain(floor, other);
    return;
  }
}

/** The doors close for some time, and nobody calls any more, or open again for everybody on duty who does not rest. */
export function turnDoors(floor: Floor, open: boolean): void {
  const { crew, customerAt } = floor;
  crew.setDoors(open);
  eachClerk(floor, (unit) => {
    if (customerAt[unit] !== NOBODY) noteRoster(floor, unit);
    else if (crew.onDuty[unit] === 1 && crew.pause[unit]! < 0) goOn(floor, unit);
  });
}

/** The hall closes for the day: who sits at a counter may be needed until it is empty, the others go home. */
export function closeForClerks(floor: Floor): void {
  const { crew, customerAt } = floor;
  eachClerk(floor, (unit) => {
    if (crew.onDuty[unit] === 0) return;
    if (customerAt[unit] !== NOBODY) noteRoster(floor, unit);
    else if (isOnFloor(crew.state[unit]!)) noteState(floor, unit, CLERK.off);
    else endShift(floor, unit);
  });
}

function eachClerk({ groupOf, model }: Floor, visit: (unit: number) => void): void {
  for (let unit = 0; unit < groupOf.length; unit++) {
    if (model.groups[groupOf[unit]!]!.clerks !== null) visit(unit);
  }
}
