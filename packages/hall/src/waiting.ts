import type { Floor } from './floor.js';
import { bringCompany, comfort, takeCompanyAlong } from './space.js';

/** A customer joins a counter line and begins to lose patience; from when the place counts, `waitFrom` says. */
export function joinLine(floor: Floor, row: number, line: number): void {
  const { brought, deadlines, demand } = floor;
  if (floor.model.discipline === 'shortest-job') floor.ranks[row] = serviceTime(floor, row);
  if (floor.counterLines !== null) {
    floor.counterLines.since[row] = floor.log.waitFrom[row]!;
    floor.counterLines.join(line);
  }
  const patienceFactor = comfort(floor, row);
  floor.lines.join(line, row);
  floor.lineOf[row] = line;
  if (floor.numbers !== null) floor.numbers.give(line, row);
  floor.waiting++;
  bringCompany(floor, row);
  noteWaiting(floor);
  const given = demand.patience === null ? NaN : demand.patience[row]!;
  if (given === given) {
    deadlines.at[row] = floor.now + given;
    if (given < Infinity) deadlines.add(row);
  } else if (brought.patience[row]! < Infinity) {
    deadlines.at[row] = floor.now + brought.patience[row]! * patienceFactor;
    deadlines.add(row);
  }
}

/** A customer leaves the line, to a counter or away. */
export function leaveLine(floor: Floor, row: number): void {
  floor.counterLines?.leave(floor.lineOf[row]!);
  floor.lines.leave(floor.lineOf[row]!, row);
  floor.lineOf[row] = -1;
  floor.deadlines.remove(row);
  // Those who have waited since the warm-up are noted when the first of them leaves.
  noteWaiting(floor);
  floor.waiting--;
  takeCompanyAlong(floor, row);
}

/** A customer leaves the line, but not the number in it. */
export function leaveNumber(floor: Floor, row: number): void {
  floor.lines.keepNumber(floor.lineOf[row]!);
  floor.deadlines.remove(row);
  noteWaiting(floor);
  floor.waiting--;
  takeCompanyAlong(floor, row);
}

/** A newcomer who turns round at the sight of the numbers has taken one; it stands in the line without its owner. */
export function leaveNumberOnly(floor: Floor, row: number, line: number): void {
  const { lines, log, now, numbers } = floor;
  log.waitFrom[row] = now;
  if (floor.model.discipline === 'shortest-job') floor.ranks[row] = serviceTime(floor, row);
  numbers!.give(line, row);
  lines.join(line, row);
  lines.keepNumber(line);
  floor.lineOf[row] = line;
}

/** A newcomer whom a free counter takes has a number too, and it is the one called last. */
export function takeNumberAtOnce({ numbers }: Floor, row: number, line: number): void {
  if (numbers === null) return;
  numbers.give(line, row);
  numbers.call(line, row);
}

/** What a customer's business takes at a clerk of plain speed, minutes. */
function serviceTime({ brought, demand }: Floor, row: number): number {
  const given = demand.counterTime === null ? NaN : demand.counterTime[row]!;
  if (given === given) return given;
  return brought.counterTime[row]!;
}

function noteWaiting({ now, waiting, log, model }: Floor): void {
  if (waiting <= log.mostWaiting || now < model.measuredFrom) return;
  log.mostWaiting = waiting;
}
