import { CLERK } from './clerk-state.js';
import type { Floor } from './floor.js';
import { isBegun, serve, serveRest } from './serving.js';
import { noteState } from './states.js';

/** A unit calls its customer, who gets up after some time; from the call on it is busy. */
export function callForward(floor: Floor, desk: number): void {
  const { brought, counterEnds, log, model, now } = floor;
  const { call } = model.work.calling!;
  const row = floor.customerAt[desk]!;
  // who is handed over has been called before, and has not been in line since
  if (Number.isNaN(log.called[row]!)) log.called[row] = now;
  if (call === null) {
    walk(floor, desk);
    return;
  }
  counterEnds.at[desk] = now + brought.call[row]!;
  counterEnds.add(desk);
  noteState(floor, desk, CLERK.calling);
}

/** The customer has got up and walks to the counter. */
export function walk(floor: Floor, desk: number): void {
  const { brought, counterEnds, model, now } = floor;
  if (model.work.calling!.walk === null) {
    arriveAtCounter(floor, desk);
    return;
  }
  counterEnds.at[desk] = now + brought.walk[floor.customerAt[desk]!]!;
  counterEnds.add(desk);
  noteState(floor, desk, CLERK.walking);
}

/** The customer stands at the counter. */
export function arriveAtCounter(floor: Floor, desk: number): void {
  if (isBegun(floor, floor.customerAt[desk]!)) serveRest(floor, desk);
  else serve(floor, desk);
}
