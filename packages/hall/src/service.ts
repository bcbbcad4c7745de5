import { word } from '@hallsim/kernel';
import { firstToCall } from './calling.js';
import { type Floor, leave } from './floor.js';
import { calledByRule } from './own-calling.js';
import { PURPOSE } from './purpose.js';
import { CHANNEL, OUTCOME, REASON } from './visit-log.js';
import { leaveLine } from './waiting.js';

/** A free counter of the group takes a customer; which one, `Counters` knows. */
export function startService(floor: Floor, row: number, group: number): void {
  const { counterEnds, demand, log, model, now } = floor;
  const counters = floor.counters[group]!;
  const counter = counters.take(now);
  const desk = counters.offset + counter;
  const chance = word(demand.keyLow[row]!, demand.keyHigh[row]!, 2 * PURPOSE.counterTime);
  const given = demand.counterTime === null ? NaN : demand.counterTime[row]!;
  let time = given === given ? given : model.services[demand.service[row]!]!.time.at(chance);
  if (floor.asking?.has('serviceTime')) time = floor.asking.serviceTime(time, row, group);
  const end = now + time / model.groups[group]!.speed;
  log.start[row] = now;
  log.end[row] = end;
  log.group[row] = group;
  log.counter[row] = counter;
  floor.customerAt[desk] = row;
  counterEnds.at[desk] = end;
  counterEnds.add(desk);
}

/** A counter has finished its customer and calls the next. */
export function endService(floor: Floor): void {
  const desk = floor.counterEnds.first;
  const group = floor.groupOf[desk]!;
  const counters = floor.counters[group]!;
  const row = floor.customerAt[desk]!;
  floor.counterEnds.pass();
  counters.release(desk - counters.offset, floor.now);
  floor.log.channel[row] = CHANNEL.counter;
  leave(floor, row, OUTCOME.served, REASON.none);
  if (counters.hasFree) callNext(floor, group);
}

/** A free counter of the group takes whom it calls; false when nobody waits for it. */
export function callNext(floor: Floor, group: number): boolean {
  const { asking } = floor;
  const row =
    asking !== null && (asking.has('discipline') || asking.has('calling'))
      ? calledByRule(floor, asking, group)
      : firstToCall(floor.model, floor.lines, group);
  if (row < 0) return false;
  leaveLine(floor, row);
  startService(floor, row, group);
  return true;
}

/** So many counters of a group may start from now on; those that open call at once. */
export function changeRoster(floor: Floor, group: number, open: number): void {
  const counters = floor.counters[group]!;
  counters.roster(open, floor.now);
  while (counters.hasFree && callNext(floor, group));
}
