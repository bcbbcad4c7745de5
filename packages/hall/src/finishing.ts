import { coarseDraw } from '@hallsim/kernel/chance';
import { arriveAtCounter, walk } from './call-forward.js';
import { CLERK } from './clerk-state.js';
import { finishCustomer } from './clerks.js';
import { AFTER_CUSTOMER, NOBODY } from './crew.js';
import { decide } from './elastic.js';
import { type Floor, leave } from './floor.js';
import { PURPOSE } from './purpose.js';
import { callAt } from './counter-calls.js';
import { tellDone } from './idle-counters.js';
import { changeOver } from './jockeying.js';
import { serveAgain } from './serving.js';
import { noteState } from './states.js';
import { CHANNEL, OUTCOME, REASON } from './visit-log.js';

const CALLING = CLERK.calling;
const WALKING = CLERK.walking;
const AFTER_WORK = CLERK.afterWork;

/** A unit is done with what it does: calling, walking, serving, or work after it. */
export function finish(floor: Floor): void {
  const { counterEnds, crew } = floor;
  const desk = counterEnds.first;
  counterEnds.pass();
  switch (crew.state[desk]!) {
    case CALLING:
      // a number whose owner has gone
      if (floor.customerAt[desk] === AFTER_CUSTOMER) becomeFree(floor, desk);
      else walk(floor, desk);
      break;
    case WALKING:
      arriveAtCounter(floor, desk);
      break;
    case AFTER_WORK:
      becomeFree(floor, desk);
      break;
    default:
      endService(floor, desk);
  }
}

/** A service ends: the customer goes home, and the counter calls the next, after what is left to do. */
function endService(floor: Floor, desk: number): void {
  const { crew, customerAt, demand, groupOf, log, model } = floor;
  const row = customerAt[desk]!;
  const { clerks } = model.groups[groupOf[desk]!]!;
  if (clerks !== null && clerks.errors > 0 && crew.again[desk] === 0) {
    const chance = coarseDraw(demand.keyLow[row]!, demand.keyHigh[row]!, PURPOSE.error);
    if (chance < clerks.errors) {
      serveAgain(floor, desk);
      return;
    }
  }
  log.channel[row] = CHANNEL.counter;
  leave(floor, row, OUTCOME.served, REASON.none);
  const { afterWork } = model.services[demand.service[row]!]!;
  if (afterWork === null) becomeFree(floor, desk);
  else workOn(floor, desk, row);
  if (floor.counterLines !== null) changeOver(floor, desk);
}

/** The customer has gone, and the clerk writes up what was done, at the own speed. */
function workOn(floor: Floor, desk: number, row: number): void {
  const { brought, counterEnds, customerAt, groupOf, model, now } = floor;
  customerAt[desk] = AFTER_CUSTOMER;
  counterEnds.at[desk] = now + brought.afterWork[row]! / model.groups[groupOf[desk]!]!.speed;
  counterEnds.add(desk);
  noteState(floor, desk, CLERK.afterWork);
}

function becomeFree(floor: Floor, desk: number): void {
  const { crew, customerAt, groupOf, model } = floor;
  const group = groupOf[desk]!;
  crew.again[desk] = 0;
  if (model.groups[group]!.clerks !== null) {
    customerAt[desk] = NOBODY;
    finishCustomer(floor, desk);
    return;
  }
  const { elastic } = model.groups[group]!;
  customerAt[desk] = AFTER_CUSTOMER;
  if (elastic?.every === Infinity) decide(floor, group);
  customerAt[desk] = NOBODY;
  const counters = floor.counters[group]!;
  const closed = floor.counterLines !== null && floor.counterLines.open[desk] === 0;
  if (closed) counters.retire(floor.now);
  else counters.release(desk - counters.offset, floor.now);
  if (!closed && counters.hasFree) callAt(floor, desk);
  if (model.countersTell && customerAt[desk] === NOBODY) tellDone(floor, desk);
}
