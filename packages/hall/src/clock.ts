import { TURN } from './agenda.js';
import { Asking } from './asking.js';
import { expectBreakdowns, turnOutage } from './breakdowns.js';
import { beginShift, beginWork, endBreak, endShift, sendOnBreaks, turnDoors } from './clerks.js';
import { closeHall } from './closing.js';
import { moveLines } from './counter-calls.js';
import type { Demand } from './demand.js';
import { expectLooks, lookInTime } from './elastic.js';
import { closeExtras, openReady } from './extra-counters.js';
import { finish } from './finishing.js';
import { Floor } from './floor.js';
import { helpInTime } from './help-calls.js';
import { openKiosks } from './kiosks.js';
import type { HallModel } from './model.js';
import { arrive, leaveKiosk } from './reception.js';
import { ROSTER, type RosterChange, rosterOf } from './roster.js';
import { changeRoster } from './roster-level.js';
import type { VisitLog } from './visit-log.js';
import { losePatience } from './patience.js';

// a constant of this file costs V8 nothing, one of another file three loads
const { rosterChange, counterEnd, kioskEnd, upkeep, patienceEnd, arrival, closing, look, nothing } =
  TURN;

/** Days of one hall, one after the other, told moment by moment: any hall, whatever its rules are. */
export class Clock {
  readonly #roster: readonly RosterChange[];
  readonly #floor: Floor;

  constructor(model: HallModel) {
    this.#roster = rosterOf(model);
    this.#floor = new Floor(model);
    this.#floor.asking = model.rules && new Asking(this.#floor, model.rules);
  }

  /**
   * Runs one day to its end: until everybody has left.
   * @param reuse a log of an earlier day that nobody reads any more
   */
  run(demand: Demand, reuse: VisitLog | undefined): VisitLog {
    const floor = this.#floor;
    const roster = this.#roster;
    floor.begin(demand, reuse);
    expectBreakdowns(floor);
    expectLooks(floor);
    const { agenda } = floor;
    const { arrivedAt, length } = demand;
    let change = 0;
    let next = 0;
    agenda[rosterChange] = roster[0]?.time ?? Infinity;
    agenda[arrival] = length > 0 ? arrivedAt[0]! : Infinity;
    agenda[closing] = floor.model.closes;
    for (;;) {
      const turn = nextTurn(agenda);
      const now = turn === nothing ? Infinity : agenda[turn]!;
      if (agenda[patienceEnd]! <= now) losePatience(floor, now, turn > patienceEnd);
      floor.now = now;
      switch (turn) {
        case rosterChange:
          follow(floor, roster[change++]!);
          agenda[rosterChange] = roster[change]?.time ?? Infinity;
          break;
        case counterEnd:
          finish(floor);
          break;
        case kioskEnd:
          leaveKiosk(floor);
          break;
        case upkeep:
          keepUp(floor);
          break;
        case arrival:
          arrive(floor, next++);
          agenda[arrival] = next < length ? arrivedAt[next]! : Infinity;
          break;
        case closing:
          agenda[closing] = Infinity;
          closeHall(floor);
          break;
        case look:
          lookAgain(floor);
          break;
        default:
          return floor.end();
      }
    }
  }
}

/**
 * What comes next but for ends of patience, at one moment the lower number; `nothing` when nothing is to come. Nobody can guess which
 * of ends and arrivals is first, so no branch asks it; the others are seldom first.
 */
function nextTurn(agenda: Float64Array): number {
  let turn: number = counterEnd + +(agenda[kioskEnd]! < agenda[counterEnd]!);
  turn ^= (turn ^ arrival) & -+(agenda[arrival]! < agenda[turn]!);
  const soonest = agenda[turn]!;
  if (agenda[upkeep]! < soonest || (agenda[upkeep] === soonest && turn === arrival)) turn = upkeep;
  if (agenda[closing]! < agenda[turn]!) turn = closing;
  if (agenda[look]! < agenda[turn]!) turn = look;
  if (agenda[rosterChange]! <= agenda[turn]!) turn = rosterChange;
  return agenda[turn]! < Infinity ? turn : nothing;
}

function follow(floor: Floor, { kind, subject, open }: RosterChange): void {
  switch (kind) {
    case ROSTER.kiosks:
      openKiosks(floor, open);
      break;
    case ROSTER.counters:
      changeRoster(floor, subject, open);
      break;
    case ROSTER.doorsClose:
      closeExtras(floor);
      turnDoors(floor, false);
      break;
    case ROSTER.shiftEnds:
      endShift(floor, subject);
      break;
    case ROSTER.doorsOpen:
      turnDoors(floor, true);
      break;
    case ROSTER.shiftBegins:
      beginShift(floor, subject);
      break;
    case ROSTER.workBegins:
      beginWork(floor, subject);
      break;
    case ROSTER.linesMove:
      moveLines(floor);
  }
}

/** Something breaks down or has been repaired; a break ends, or may begin. */
function keepUp(floor: Floor): void {
  const { upkeep } = floor;
  const turn = upkeep.ends.first;
  upkeep.ends.pass();
  if (upkeep.isOutage(turn)) turnOutage(floor, turn);
  else if (upkeep.returning(turn) >= 0) endBreak(floor, upkeep.returning(turn));
  else sendOnBreaks(floor, upkeep.resting(turn));
}

/** A counter beyond the roster is ready, may have to open or close; somebody may have waited long enough for help. */
function lookAgain(floor: Floor): void {
  const { looks } = floor;
  const turn = looks.ends.first;
  const group = looks.groupOf(turn);
  looks.ends.pass();
  switch (looks.what(turn)) {
    case 'ready':
      openReady(floor, group);
      break;
    case 'decision':
      lookInTime(floor, group);
      break;
    case 'help':
      helpInTime(floor, group);
  }
}
