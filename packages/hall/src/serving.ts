import { word } from '@hallsim/kernel/chance';
import { CLERK } from './clerk-state.js';
import type { Floor } from './floor.js';
import { PURPOSE } from './purpose.js';
import { noteState } from './states.js';

const COUNTER_TIME = 2 * PURPOSE.counterTime;

/** The customer at a unit is served from now on: for the time that the customer drew, or the rest of it. */
export function serve(floor: Floor, desk: number): void {
  const { counterEnds, demand, log, model, now } = floor;
  const row = floor.customerAt[desk]!;
  const group = floor.groupOf[desk]!;
  const { speed, clerks } = model.groups[group]!;
  const given = demand.counterTime === null ? NaN : demand.counterTime[row]!;
  let time = given === given ? given : +timeAt(floor, row, group);
  if (floor.asking?.has('serviceTime')) time = +floor.asking.serviceTime(time, row, group);
  const end = now + time / speed;
  log.start[row] = now;
  log.end[row] = end;
  counterEnds.at[desk] = end;
  counterEnds.add(desk);
  if (clerks !== null || model.countersTell) noteState(floor, desk, CLERK.serving);
}

/** What a customer's business takes at a clerk of plain speed of a group. */
function timeAt({ brought, demand, model }: Floor, row: number, group: number): number {
  const { time, times } = model.services[demand.service[row]!]!;
  if (times[group] === time) return brought.counterTime[row]!;
  return +times[group]!.at(word(demand.keyLow[row]!, demand.keyHigh[row]!, COUNTER_TIME));
}

/** Whether a service has been broken off, and there is a rest of it. */
export function isBegun({ rest }: Floor, row: number): boolean {
  return rest.length > 0 && rest[row]! >= 0;
}

/** Somebody takes over where another had to stop. */
export function serveRest(floor: Floor, desk: number): void {
  const { counterEnds, crew, log, model, now, redone, rest } = floor;
  const row = floor.customerAt[desk]!;
  const group = floor.groupOf[desk]!;
  const end = now + rest[row]! / model.groups[group]!.speed;
  log.group[row] = group;
  log.counter[row] = desk - floor.counters[group]!.offset;
  rest[row] = NaN;
  crew.again[desk] = redone.has(row) ? 1 : 0;
  log.end[row] = end;
  counterEnds.at[desk] = end;
  counterEnds.add(desk);
  noteState(floor, desk, CLERK.serving);
}

/** The same clerk does at once over what went wrong, in a second time. */
export function serveAgain(floor: Floor, desk: number): void {
  const { counterEnds, demand, log, model, now } = floor;
  const row = floor.customerAt[desk]!;
  const group = floor.groupOf[desk]!;
  const chance = word(demand.keyLow[row]!, demand.keyHigh[row]!, 2 * PURPOSE.serviceAgain);
  let time = model.services[demand.service[row]!]!.times[group]!.at(chance);
  if (floor.asking?.has('serviceTime')) time = floor.asking.serviceTime(time, row, group);
  const end = now + time / model.groups[group]!.speed;
  floor.crew.again[desk] = 1;
  log.end[row] = end;
  counterEnds.at[desk] = end;
  counterEnds.add(desk);
}
