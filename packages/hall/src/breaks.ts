import type { Floor } from './floor.js';

/** The break a clerk with nobody to serve may begin now, by its position in the group; -1 = none. */
export function breakDue(floor: Floor, unit: number): number {
  const { crew, model, now, closed } = floor;
  const group = floor.groupOf[unit]!;
  const { breaks, room } = model.groups[group]!.clerks!;
  if (closed) return -1;
  for (let b = 0; b < breaks.length; b++) {
    const { from, until, oneAtATime, keepOpen } = breaks[b]!;
    if (now < from || now > until || crew.rested[unit * crew.breaks + b] === 1) continue;
    if (oneAtATime && anyRests(floor, group, b)) continue;
    // the room last: it looks at every clerk, and seldom a break is due
    if (working(floor, group) > keepOpen) return roomLetsGo(floor, room) ? b : -1;
  }
  return -1;
}

/** Whether one more of all clerks of a room may rest. */
function roomLetsGo({ crew, groupOf, model }: Floor, room: number): boolean {
  const rule = model.roomBreaks[room]!;
  if (rule === null) return true;
  let working = 0;
  let resting = 0;
  for (let unit = 0; unit < groupOf.length; unit++) {
    if (model.groups[groupOf[unit]!]!.clerks?.room !== room || crew.onDuty[unit] === 0) continue;
    if (crew.pause[unit]! < 0) working++;
    else resting++;
  }
  return working > rule.keepOpen && !(rule.oneAtATime && resting > 0);
}

/** Whether a clerk of the group is on a break. */
function anyRests({ counters, crew, model }: Floor, group: number, b: number): boolean {
  const first = counters[group]!.offset;
  const end = first + model.groups[group]!.count;
  for (let unit = first; unit < end; unit++) if (crew.pause[unit] === b) return true;
  return false;
}

/** Clerks of the group on duty who do not rest. */
function working({ counters, crew, model }: Floor, group: number): number {
  const first = counters[group]!.offset;
  const end = first + model.groups[group]!.count;
  let found = 0;
  for (let unit = first; unit < end; unit++) {
    if (crew.onDuty[unit] === 1 && crew.pause[unit]! < 0) found++;
  }
  return found;
}

/** A break of full length begins. */
export function startBreak(floor: Floor, unit: number, b: number): void {
  const { crew, model, upkeep } = floor;
  const turn = upkeep.breakEnd(unit);
  crew.pause[unit] = b;
  crew.rested[unit * crew.breaks + b] = 1;
  upkeep.ends.at[turn] = floor.now + model.groups[floor.groupOf[unit]!]!.clerks!.breaks[b]!.length;
  upkeep.ends.add(turn);
}

/** A clerk who rests goes home instead of back to work. */
export function callOffBreak({ crew, upkeep }: Floor, unit: number): void {
  if (crew.pause[unit]! < 0) return;
  crew.pause[unit] = -1;
  upkeep.ends.callOff(upkeep.breakEnd(unit));
}
