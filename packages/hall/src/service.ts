import { arriveAtCounter, callForward } from './call-forward.js';
import { firstToCall } from './calling.js';
import type { Floor } from './floor.js';
import { firstToHelp, lookAgain } from './helping.js';
import { callInVain, hasGone, strikeNumber } from './kept-tickets.js';
import { calledByRule } from './own-calling.js';
import { takeOver } from './take-over.js';
import { isBegun, serve } from './serving.js';
import { leaveLine } from './waiting.js';

/** A free unit of the group takes a customer; which one, `Counters` knows. */
export function startService(floor: Floor, row: number, group: number): void {
  const counters = floor.counters[group]!;
  begin(floor, row, group, counters.take(floor.now));
}

/** This very unit, which is free, takes a customer. */
export function startAt(floor: Floor, row: number, unit: number): void {
  const group = floor.groupOf[unit]!;
  const counters = floor.counters[group]!;
  counters.occupy(unit - counters.offset, floor.now);
  begin(floor, row, group, unit - counters.offset);
}

function begin(floor: Floor, row: number, group: number, counter: number): void {
  const { log, model } = floor;
  const desk = floor.counters[group]!.offset + counter;
  // a service in the middle was another's until this unit goes on with it
  if (!isBegun(floor, row)) {
    log.group[row] = group;
    log.counter[row] = counter;
  }
  floor.customerAt[desk] = row;
  if (model.work.calling !== null) callForward(floor, desk);
  else if (model.work.atShiftEnd === 'hand-over') arriveAtCounter(floor, desk);
  else serve(floor, desk);
}

/** A free unit of the group takes whom it calls; false when nobody waits for it. */
export function callNext(floor: Floor, group: number): boolean {
  const { asking, model } = floor;
  const { lines, helps } = model.groups[group]!;
  if (takesOver(floor, group, lines)) return true;
  const byRule = asking !== null && (asking.has('discipline') || asking.has('calling'));
  for (;;) {
    let row = byRule ? calledByRule(floor, asking, group) : firstToCall(floor, lines);
    if (row < 0 && helps !== null) {
      if (takesOver(floor, group, helps.lines)) return true;
      row = firstToHelp(floor, helps);
    }
    if (row < 0) {
      if (helps !== null) lookAgain(floor, group);
      return false;
    }
    if (floor.numbers !== null) floor.numbers.call(floor.lineOf[row]!, row);
    if (hasGone(floor, row)) {
      strikeNumber(floor, row);
      if (model.absentTime === 0) continue;
      callInVain(floor, group);
      return true;
    }
    leaveLine(floor, row);
    startService(floor, row, group);
    return true;
  }
}

/** A free unit of the group goes on with somebody who was handed over and would wait in one of these lines; false when there is nobody. */
function takesOver(floor: Floor, group: number, lines: Int32Array): boolean {
  if (floor.handedOver.length === 0) return false;
  const row = takeOver(floor, lines);
  if (row < 0) return false;
  startService(floor, row, group);
  return true;
}
