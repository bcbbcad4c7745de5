import { arriveAtCounter, callForward } from './call-forward.js';
import { firstToCall } from './calling.js';
import type { Floor } from './floor.js';
import { calledByRule } from './own-calling.js';
import { takeOver } from './take-over.js';
import { serve } from './serving.js';
import { leaveLine } from './waiting.js';

/** A free unit of the group takes a customer; which one, `Counters` knows. */
export function startService(floor: Floor, row: number, group: number): void {
  const { log, model } = floor;
  const counters = floor.counters[group]!;
  const counter = counters.take(floor.now);
  const desk = counters.offset + counter;
  log.group[row] = group;
  log.counter[row] = counter;
  floor.customerAt[desk] = row;
  if (model.work.calling !== null) callForward(floor, desk);
  else if (model.work.atShiftEnd === 'hand-over') arriveAtCounter(floor, desk);
  else serve(floor, desk);
}

/** A free unit of the group takes whom it calls; false when nobody waits for it. */
export function callNext(floor: Floor, group: number): boolean {
  if (floor.handedOver.length > 0) {
    const first = takeOver(floor, group);
    if (first >= 0) {
      startService(floor, first, group);
      return true;
    }
  }
  const { asking } = floor;
  const row =
    asking !== null && (asking.has('discipline') || asking.has('calling'))
      ? calledByRule(floor, asking, group)
      : firstToCall(floor, floor.model.groups[group]!.lines);
  if (row < 0) return false;
  leaveLine(floor, row);
  startService(floor, row, group);
  return true;
}
