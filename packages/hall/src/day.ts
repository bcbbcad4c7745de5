import { Asking } from './asking.js';
import { beginShift, beginWork, endBreak, endShift, sendOnBreaks, turnDoors } from './clerks.js';
import { closeHall } from './closing.js';
import { moveLines } from './counter-calls.js';
import type { Demand } from './demand.js';
import { finish } from './finishing.js';
import { Floor } from './floor.js';
import { helpInTime } from './help-calls.js';
import { openKiosks } from './kiosks.js';
import type { HallModel } from './model.js';
import { arrive, leaveKiosk } from './reception.js';
import { ROSTER, type RosterChange, rosterOf } from './roster.js';
import { changeRoster } from './level.js';
import type { VisitLog } from './visit-log.js';
import { losePatience } from './patience.js';

/** At one instant, in this order; within a kind by entity number. Tested as sentences in day.test.ts. */
const ROSTER_CHANGE = 0;
const COUNTER_END = 1;
const KIOSK_END = 2;
const UPKEEP = 3;
const PATIENCE_END = 4;
const ARRIVAL = 5;
const CLOSING = 6;
const HELP = 7;
const NOTHING = 8;

/**
 * Days of one hall, one after the other. Deterministic: all chance is in the demand's addresses. Holds
 * working columns, so it runs one day at a time.
 */
export class DayRunner {
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
  run(demand: Demand, reuse?: VisitLog): VisitLog {
    const floor = this.#floor;
    const roster = this.#roster;
    floor.begin(demand, reuse);
    const { counterEnds, deadlines } = floor;
    const kioskEnds = floor.kiosks.ends;
    const upkeepEnds = floor.upkeep.ends;
    const { helpTimes } = floor;
    const { closes } = floor.model;
    const { arrivedAt, length } = demand;
    let change = 0;
    let nextChange = roster[0]?.time ?? Infinity;
    let closing = closes;
    let next = 0;
    for (;;) {
      let now = nextChange;
      let kind = now < Infinity ? ROSTER_CHANGE : NOTHING;
      const desk = counterEnds.first;
      if (desk >= 0 && counterEnds.at[desk]! < now) {
        now = counterEnds.at[desk]!;
        kind = COUNTER_END;
      }
      const kiosk = kioskEnds.first;
      if (kiosk >= 0 && kioskEnds.at[kiosk]! < now) {
        now = kioskEnds.at[kiosk]!;
        kind = KIOSK_END;
      }
      const turn = upkeepEnds.first;
      if (turn >= 0 && upkeepEnds.at[turn]! < now) {
        now = upkeepEnds.at[turn]!;
        kind = UPKEEP;
      }
      if (next < length && arrivedAt[next]! < now) {
        now = arrivedAt[next]!;
        kind = ARRIVAL;
      }
      if (closing < now) {
        now = closing;
        kind = CLOSING;
      }
      const helper = helpTimes.first;
      if (helper >= 0 && helpTimes.at[helper]! < now) {
        now = helpTimes.at[helper]!;
        kind = HELP;
      }
      if (deadlines.soonest <= now) losePatience(floor, now, kind > PATIENCE_END);
      floor.now = now;
      switch (kind) {
        case ROSTER_CHANGE:
          follow(floor, roster[change++]!);
          nextChange = roster[change]?.time ?? Infinity;
          break;
        case COUNTER_END:
          finish(floor);
          break;
        case KIOSK_END:
          leaveKiosk(floor);
          break;
        case UPKEEP:
          keepUp(floor);
          break;
        case ARRIVAL:
          arrive(floor, next++);
          break;
        case CLOSING:
          closing = Infinity;
          closeHall(floor);
          break;
        case HELP:
          helpInTime(floor);
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

/** A break ends, or may begin. */
function keepUp(floor: Floor): void {
  const { upkeep } = floor;
  const turn = upkeep.ends.first;
  upkeep.ends.pass();
  if (upkeep.returning(turn) >= 0) endBreak(floor, upkeep.returning(turn));
  else sendOnBreaks(floor, upkeep.resting(turn));
}

/**
 * One day: who waited where, who was served by whom, who left. A pure function of the model and the demand.
 */
export function runDay(model: HallModel, demand: Demand): VisitLog {
  return new DayRunner(model).run(demand);
}
