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
      let now = agenda[rosterChange];
      let turn: number = now < Infinity ? rosterChange : nothing;
      if (agenda[counterEnd]! < now) {
        now = agenda[counterEnd]!;
        turn = counterEnd;
      }
      if (agenda[kioskEnd]! < now) {
        now = agenda[kioskEnd]!;
        turn = kioskEnd;
      }
      if (agenda[upkeep]! < now) {
        now = agenda[upkeep]!;
        turn = upkeep;
      }
      if (agenda[arrival] < now) {
        now = agenda[arrival]!;
        turn = arrival;
      }
      if (agenda[closing] < now) {
        now = agenda[closing]!;
        turn = closing;
      }
      if (agenda[look]! < now) {
        now = agenda[look]!;
        turn = look;
      }
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
