import { firstToCall } from './calling.js';
import type { Floor } from './floor.js';
import { groupThatStays } from './free-counter.js';
import { smallestRank } from './own-calling.js';
import { callNext, startAt, startService } from './service.js';
import { isOpen, moveTo, placeFor } from './standing.js';
import { takeOver } from './take-over.js';
import { leaveLine } from './waiting.js';

/** A free unit takes whom it calls, if anybody waits for it. */
export function callAt(floor: Floor, unit: number): void {
  const group = floor.groupOf[unit]!;
  const counters = floor.counters[group]!;
  if (floor.counterLines === null) {
    const called = callNext(floor, group);
    // somebody may have waited long enough for help this very moment, with more counters free
    const helps = called && floor.model.groups[group]!.helps !== null;
    while (helps && counters.hasFree && callNext(floor, group));
    return;
  }
  while (floor.handedOver.length > 0) {
    const row = takeOver(floor, floor.model.groups[group]!.lines);
    if (row < 0) break;
    // the lowest number that is free takes over, which may be another
    startService(floor, row, group);
    if (!counters.isFree(unit - counters.offset)) return;
  }
  const first = firstAt(floor, unit);
  if (first < 0) return;
  leaveLine(floor, first);
  startAt(floor, first, unit);
}

/** Whom a unit calls out of its own line and from among those who stand at no counter. */
function firstAt(floor: Floor, unit: number): number {
  const { asking, groupOf } = floor;
  const { callsFrom, own, people, units } = floor.counterLines!;
  // as a rule nobody stands at no counter
  const lists = people[units] === 0 ? own[unit]! : callsFrom[unit]!;
  const byRule = asking !== null && asking.has('discipline');
  return byRule ? smallestRank(floor, asking, groupOf[unit]!, lists) : firstToCall(floor, lists);
}

/** A unit is not open any more: its line goes, from the front, where a newcomer would go. */
export function dissolveLine(floor: Floor, unit: number): void {
  const { counterLines, lineOf, model } = floor;
  if (counterLines === null) return;
  for (let row = frontOf(floor, unit); row >= 0; row = frontOf(floor, unit)) {
    const kind = counterLines.kindOf(lineOf[row]!);
    const free = groupThatStays(floor, model.lines[kind]!.groups);
    if (free < 0) {
      moveTo(floor, row, placeFor(floor, kind));
      continue;
    }
    leaveLine(floor, row);
    startService(floor, row, free);
  }
}

/** The roster has changed: the lines of all units that are not open any more go elsewhere. */
export function moveLines(floor: Floor): void {
  for (let unit = 0; unit < floor.groupOf.length; unit++) {
    if (!isOpen(floor, unit)) dissolveLine(floor, unit);
  }
}

/** Who has come into the line of a unit first; -1 when nobody stands there. */
function frontOf({ counterLines, groupOf, lines, model }: Floor, unit: number): number {
  const { since } = counterLines!;
  // elsewhere the first of a list has come first
  const lookAtAll = model.discipline === 'shortest-job';
  let front = -1;
  for (const kind of model.groups[groupOf[unit]!]!.lines) {
    const first = lines.first(counterLines!.list(unit, kind));
    for (let row = first; row >= 0; row = lookAtAll ? lines.after(row) : -1) {
      const earlier = front < 0 ? -Infinity : since[row]! - since[front]!;
      if (earlier < 0 || (earlier === 0 && row < front)) front = row;
    }
  }
  return front;
}
