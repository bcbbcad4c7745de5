import { coarseDraw } from '@hallsim/kernel/chance';
import { balkChance } from './balking.js';
import { lookAtLine } from './elastic.js';
import { type Floor, leave } from './floor.js';
import { askHelpers } from './help-calls.js';
import { helperAtOnce } from './helping.js';
import { freeGroup } from './free-counter.js';
import { endKiosk, joinKiosks, succeeds, usesKiosk, wantsKiosk } from './kiosks.js';
import { PURPOSE } from './purpose.js';
import { startService } from './service.js';
import { hasRoom } from './space.js';
import { aheadIn, placeFor } from './standing.js';
import { CHANNEL, OUTCOME, REASON } from './visit-log.js';
import { joinLine, leaveNumberOnly, takeNumberAtOnce } from './waiting.js';

/** Somebody is at the door: refused, to the kiosks, or to the counters. */
export function arrive(floor: Floor, row: number): void {
  const { model } = floor;
  if (floor.now >= model.lastTicket) {
    leave(floor, row, OUTCOME.unserved, REASON.lastTicket);
    return;
  }
  const line = lineFor(floor, row);
  if (usesKiosk(floor, row, line)) {
    joinKiosks(floor, row);
    return;
  }
  if (line < 0 && model.space !== null && wantsKiosk(floor, row, line)) {
    leave(floor, row, OUTCOME.balked, REASON.hallFull);
    return;
  }
  const since = heldTicketSince(floor, row);
  floor.log.waitFrom[row] = since ?? floor.now;
  turnToCounters(floor, row, line, since === null);
}

/** A try at a kiosk ends: the customer goes home, or on to the counters. */
export function leaveKiosk(floor: Floor): void {
  const row = endKiosk(floor);
  if (succeeds(floor, row)) {
    floor.log.channel[row] = CHANNEL.kiosk;
    leave(floor, row, OUTCOME.served, REASON.none);
  } else {
    failAtKiosk(floor, row);
  }
}

/** A try at a kiosk has failed, or was broken off: on to the counters. */
export function failAtKiosk(floor: Floor, row: number): void {
  const { keepsPlace } = floor.model.kiosks!;
  floor.log.waitFrom[row] = keepsPlace
    ? (heldTicketSince(floor, row) ?? floor.demand.arrivedAt[row]!)
    : floor.now;
  turnToCounters(floor, row, lineFor(floor, row), false);
}

/** From when somebody who holds a ticket from before has waited; `null` for everybody else. */
function heldTicketSince({ demand }: Floor, row: number): number | null {
  if (demand.since === null) return null;
  const since = demand.since[row]!;
  return since === since ? since : null;
}

function lineFor({ model, demand }: Floor, row: number): number {
  return model.lineOf[demand.service[row]! * model.customers.length + demand.customer[row]!]!;
}

/** A customer, whose place counts from `waitFrom`, turns to the counters: served at once by a free one, else balks or waits. */
function turnToCounters(floor: Floor, row: number, line: number, mayBalk: boolean): void {
  const { log, model } = floor;
  if (line < 0) {
    turnAway(floor, row, OUTCOME.unserved, REASON.noCounter);
    return;
  }
  const { elastic, groups, helpers, onlookers, rivals } = model.lines[line]!;
  if (floor.closed) {
    const turnedAway = model.waitingAtClose === 'turn-away';
    if (turnedAway || !anyOpen(floor, groups)) {
      turnAway(floor, row, OUTCOME.unserved, turnedAway ? REASON.closing : REASON.noCounter);
      return;
    }
  }
  let group = freeGroup(floor, groups);
  if (group < 0 && helpers.length > 0) group = helperAtOnce(floor, helpers);
  if (group >= 0) {
    log.joined[row] = floor.now;
    log.ahead[row] = 0;
    takeNumberAtOnce(floor, row, line);
    startService(floor, row, group);
    return;
  }
  if (mayBalk && !hasRoom(floor, row)) {
    turnAway(floor, row, OUTCOME.balked, REASON.hallFull);
    return;
  }
  const place = floor.counterLines === null ? line : placeFor(floor, line);
  const ahead = floor.counterLines === null ? sizeOf(floor, rivals) : aheadIn(floor, place);
  if (mayBalk && balks(floor, row, place, ahead)) {
    turnAway(floor, row, OUTCOME.balked, REASON.line);
    if (model.customers[floor.demand.customer[row]!]!.balks!.by === 'numbers') {
      leaveNumberOnly(floor, row, line);
    }
    return;
  }
  log.joined[row] = floor.now;
  log.ahead[row] = ahead;
  joinLine(floor, row, place);
  if (elastic.length > 0) lookAtLine(floor, row, elastic);
  if (onlookers.length > 0) askHelpers(floor, row, line);
}

function sizeOf({ lines }: Floor, among: Int32Array): number {
  let size = 0;
  for (let i = 0; i < among.length; i++) size += lines.size(among[i]!);
  return size;
}

/** A customer leaves who has joined no counter line. */
function turnAway(floor: Floor, row: number, outcome: number, reason: number): void {
  floor.log.waitFrom[row] = NaN;
  leave(floor, row, outcome, reason);
}

/** Whether any counter of the groups is open. */
export function anyOpen({ counters }: Floor, groups: Int32Array): boolean {
  for (let i = 0; i < groups.length; i++) if (counters[groups[i]!]!.open > 0) return true;
  return false;
}

function balks(floor: Floor, row: number, line: number, ahead: number): boolean {
  const { demand, model } = floor;
  const rule = model.customers[demand.customer[row]!]!.balks;
  if (rule === null) return false;
  const guess = rule.by === 'guess' ? guessedWait(floor, line, ahead) : 0;
  const numbers = rule.by === 'numbers' ? floor.numbers!.ahead(line) : 0;
  const chance = balkChance(rule, floor.waiting, numbers, guess);
  return coarseDraw(demand.keyLow[row]!, demand.keyHigh[row]!, PURPOSE.balk) < chance;
}

/** The wait somebody guesses who sees so many ahead, minutes. With no counter open people guess as if one were about to open. */
function guessedWait(floor: Floor, line: number, ahead: number): number {
  const { counterLines, counters, groupOf, lineModels, model } = floor;
  const unit = counterLines?.unitOf(line) ?? groupOf.length;
  if (unit < groupOf.length) return ahead * model.groups[groupOf[unit]!]!.meanService;
  const { groups, meanService } = lineModels[line]!;
  let open = 0;
  for (let i = 0; i < groups.length; i++) open += counters[groups[i]!]!.open;
  return (ahead * meanService) / Math.max(1, open);
}
