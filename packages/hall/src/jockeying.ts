import { coarseDraw } from '@hallsim/kernel/chance';
import type { Floor } from './floor.js';
import { PURPOSE } from './purpose.js';
import { startAt } from './service.js';
import { attracts, isOpen, moveTo, peopleAt } from './standing.js';
import { leaveLine } from './waiting.js';

/**
 * The line of a unit has become shorter, or the unit opens: as long as another line is longer by enough, the last
 * of the longest of them changes over, which makes that line shorter in its turn. Every change brings two lines
 * closer, so this ends.
 */
export function changeOver(floor: Floor, unit: number): void {
  const { counterLines, groupOf, lineOf } = floor;
  if (floor.model.counterLines!.difference === Infinity || !attracts(floor, unit)) return;
  for (let row = whoChanges(floor, unit); row >= 0; row = whoChanges(floor, unit)) {
    const from = counterLines!.unitOf(lineOf[row]!);
    const counters = floor.counters[groupOf[unit]!]!;
    if (counters.isFree(unit - counters.offset)) {
      leaveLine(floor, row);
      startAt(floor, row, unit);
    } else {
      moveTo(floor, row, counterLines!.list(unit, counterLines!.kindOf(lineOf[row]!)));
    }
    changeOver(floor, from);
  }
}

/** Of those who stand last in lines longer by enough, may be served by the unit and are of the kind that changes: the one in the longest line, of several that with the lowest number; -1 for nobody. */
function whoChanges(floor: Floor, unit: number): number {
  const { counterLines, demand, groupOf, lineOf, model } = floor;
  const { difference, chance } = model.counterLines!;
  const group = groupOf[unit]!;
  const { kinds, people: inLine, serves } = counterLines!;
  const neighbours = counterLines!.neighbours[group]!;
  let most = peopleAt(floor, unit) + difference - 1;
  let who = -1;
  for (let i = 0; i < neighbours.length; i++) {
    const other = neighbours[i]!;
    // too few even with one who is served: most lines are, so this goes first
    if (inLine[other]! < most) continue;
    const people = peopleAt(floor, other);
    // so many more than one are at it that somebody waits there
    if (people <= most || !isOpen(floor, other)) continue;
    const row = lastOf(floor, other);
    if (serves[group * kinds + counterLines!.kindOf(lineOf[row]!)] === 0) continue;
    if (coarseDraw(demand.keyLow[row]!, demand.keyHigh[row]!, PURPOSE.jockeying) >= chance)
      continue;
    most = people;
    who = row;
  }
  return who;
}

/** Who has come into the line of a unit last. */
function lastOf({ counterLines, groupOf, lines, model }: Floor, unit: number): number {
  const { since } = counterLines!;
  const kinds = model.groups[groupOf[unit]!]!.lines;
  // elsewhere the last of a list has come last
  const lookAtAll = model.discipline === 'shortest-job';
  let last = -1;
  for (let i = 0; i < kinds.length; i++) {
    const list = counterLines!.list(unit, kinds[i]!);
    let row = lookAtAll ? lines.first(list) : lines.last(list);
    for (; row >= 0; row = lines.after(row)) {
      const later = last < 0 ? Infinity : since[row]! - since[last]!;
      if (later > 0 || (later === 0 && row > last)) last = row;
    }
  }
  return last;
}
