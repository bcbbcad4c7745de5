import type { Floor } from './floor.js';
import { noteWait } from './waits-since.js';

/** Whether people may stand at a unit: the counter is open, whether it is busy or not. */
export function isOpen({ counterLines, crew, groupOf, model }: Floor, unit: number): boolean {
  if (model.groups[groupOf[unit]!]!.clerks === null) return counterLines!.open[unit] === 1;
  return crew.doorsOpen && crew.seated[unit] === 1 && crew.onDuty[unit] === 1;
}

/** Whether people come to stand at a unit: nobody does at a counter that has broken down. */
export function attracts(floor: Floor, unit: number): boolean {
  return isOpen(floor, unit) && !floor.outages?.isDown(unit);
}

/** People at a unit: those who wait in its line, and the one it has called or serves. */
export function peopleAt(floor: Floor, unit: number): number {
  const served = floor.customerAt[unit]! >= 0 ? 1 : 0;
  return served + floor.counterLines!.people[unit]!;
}

/**
 * The list in which somebody of a kind stands who has to wait now: at the open counter that works, serves them and has
 * the fewest people, of several the one with the lowest number; at no counter where there is none.
 */
export function placeFor(floor: Floor, kind: number): number {
  const { counterLines, counters, model } = floor;
  let shortest = counterLines!.units;
  let fewest = Infinity;
  const { groups } = model.lines[kind]!;
  const inLine = counterLines!.people;
  for (let i = 0; i < groups.length; i++) {
    const first = counters[groups[i]!]!.offset;
    const end = first + model.groups[groups[i]!]!.count;
    for (let unit = first; unit < end; unit++) {
      if (inLine[unit]! >= fewest || !attracts(floor, unit)) continue;
      const people = peopleAt(floor, unit);
      if (people >= fewest) continue;
      shortest = unit;
      fewest = people;
    }
  }
  return counterLines!.list(shortest, kind);
}

/** People whom a newcomer to a list finds before them: those whom the same counter calls, those at no counter among them. */
export function aheadIn({ counterLines, lines, model }: Floor, list: number): number {
  const unit = counterLines!.unitOf(list);
  let ahead = 0;
  if (unit < counterLines!.units) {
    for (const other of counterLines!.callsFrom[unit]!) ahead += lines.size(other);
    return ahead;
  }
  for (const rival of model.lines[counterLines!.kindOf(list)]!.rivals) {
    ahead += lines.size(counterLines!.list(unit, rival));
  }
  return ahead;
}

/** Somebody who waits goes to the end of another list; patience and the wait so far stay. */
export function moveTo(floor: Floor, row: number, list: number): void {
  const { counterLines, lineOf, lines, log, now } = floor;
  counterLines!.leave(lineOf[row]!);
  lines.leave(lineOf[row]!, row);
  const atNoCounter = counterLines!.unitOf(list) === counterLines!.units;
  counterLines!.since[row] = atNoCounter ? log.waitFrom[row]! : now;
  counterLines!.join(list);
  lines.join(list, row);
  lineOf[row] = list;
  noteWait(floor, row, floor.lineModels[list]!.elastic);
}
