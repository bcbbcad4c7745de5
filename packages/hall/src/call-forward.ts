import { word } from '@hallsim/kernel/chance';
import { CLERK } from './clerk-state.js';
import type { Floor } from './floor.js';
import { PURPOSE } from './purpose.js';
import { isBegun, serve, serveRest } from './serving.js';
import { noteState } from './states.js';

/** A unit calls its customer, who gets up after some time; from the call on it is busy. */
export function callForward(floor: Floor, desk: number): void {
  const { counterEnds, demand, log, model, now } = floor;
  const { call } = model.work.calling!;
  const row = floor.customerAt[desk]!;
  // who is handed over has been called before, and has not been in line since
  if (Number.isNaN(log.called[row]!)) log.called[row] = now;
  if (call === null) {
    walk(floor, desk);
    return;
  }
  const chance = word(demand.keyLow[row]!, demand.keyHigh[row]!, 2 * PURPOSE.call);
  counterEnds.at[desk] = now + call.at(chance);
  counterEnds.add(desk);
  noteState(floor, desk, CLERK.calling);
}

/** The customer has got up and walks to the counter. */
export function walk(floor: Floor, desk: number): void {
  const { counterEnds, demand, model, now } = floor;
  const time = model.work.calling!.walk;
  const row = floor.customerAt[desk]!;
  if (time === null) {
    arriveAtCounter(floor, desk);
    return;
  }
  const chance = word(demand.keyLow[row]!, demand.keyHigh[row]!, 2 * PURPOSE.walk);
  counterEnds.at[desk] = now + time.at(chance);
  counterEnds.add(desk);
  noteState(floor, desk, CLERK.walking);
}

/** The customer stands at the counter. */
export function arriveAtCounter(floor: Floor, desk: number): void {
  if (isBegun(floor, floor.customerAt[desk]!)) serveRest(floor, desk);
  else serve(floor, desk);
}
