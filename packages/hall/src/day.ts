import { Asking } from './asking.js';
import { closeHall } from './closing.js';
import type { Demand } from './demand.js';
import { Floor } from './floor.js';
import { openKiosks } from './kiosks.js';
import type { HallModel } from './model.js';
import { arrive, leaveKiosk } from './reception.js';
import { KIOSKS, type RosterChange, rosterOf } from './roster.js';
import { changeRoster, endService } from './service.js';
import type { VisitLog } from './visit-log.js';
import { losePatience } from './waiting.js';

/** At one instant, in this order; within a kind by entity number. Tested as sentences in day.test.ts. */
const ROSTER_CHANGE = 0;
const COUNTER_END = 1;
const KIOSK_END = 2;
const PATIENCE_END = 3;
const ARRIVAL = 4;
const CLOSING = 5;
const NOTHING = 6;

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
      if (next < length && arrivedAt[next]! < now) {
        now = arrivedAt[next]!;
        kind = ARRIVAL;
      }
      if (closing < now) {
        now = closing;
        kind = CLOSING;
      }
      if (deadlines.soonest <= now) losePatience(floor, now, kind > PATIENCE_END);
      floor.now = now;
      switch (kind) {
        case ROSTER_CHANGE: {
          const { group, open } = roster[change++]!;
          nextChange = roster[change]?.time ?? Infinity;
          if (group === KIOSKS) openKiosks(floor, open);
          else changeRoster(floor, group, open);
          break;
        }
        case COUNTER_END:
          endService(floor);
          break;
        case KIOSK_END:
          leaveKiosk(floor);
          break;
        case ARRIVAL:
          arrive(floor, next++);
          break;
        case CLOSING:
          closing = Infinity;
          closeHall(floor);
          break;
        default:
          return floor.end();
      }
    }
  }
}

/**
 * One day: who waited where, who was served by whom, who left. A pure function of the model and the demand.
 */
export function runDay(model: HallModel, demand: Demand): VisitLog {
  return new DayRunner(model).run(demand);
}
