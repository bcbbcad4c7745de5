import { coarseDraw } from '@hallsim/kernel/chance';
import { CLERK } from './clerk-state.js';
import { AFTER_CUSTOMER } from './crew.js';
import type { Floor } from './floor.js';
import { PURPOSE } from './purpose.js';
import { noteState } from './states.js';
import { OUTCOME } from './visit-log.js';

/** Whether a customer who has lost patience leaves in silence, so that the number is called all the same. */
export function leavesInSilence({ demand, model }: Floor, row: number): boolean {
  const { keepsTicket } = model.customers[demand.customer[row]!]!;
  return (
    keepsTicket > 0 &&
    coarseDraw(demand.keyLow[row]!, demand.keyHigh[row]!, PURPOSE.keepsTicket) < keepsTicket
  );
}

/** Whether the owner of a number in a line has gone. */
export function hasGone({ log, model }: Floor, row: number): boolean {
  return model.numbersStay && log.outcome[row]! !== OUTCOME.inside;
}

/** Takes the number of somebody who has gone out of its line. */
export function strikeNumber(floor: Floor, row: number): void {
  floor.lines.strike(floor.lineOf[row]!, row);
  floor.lineOf[row] = -1;
}

/** A free unit of the group calls a number in vain and is busy for that time. */
export function callInVain(floor: Floor, group: number): void {
  const { counterEnds, counters, customerAt, model, now } = floor;
  const unit = counters[group]!.take(now) + counters[group]!.offset;
  customerAt[unit] = AFTER_CUSTOMER;
  counterEnds.at[unit] = now + model.absentTime;
  counterEnds.add(unit);
  noteState(floor, unit, CLERK.calling);
}
