import type { Demand } from './demand.js';
import { Floor } from './floor.js';
import type { HallModel } from './model.js';
import { type RosterChange, rosterOf } from './roster.js';
import type { VisitLog } from './visit-log.js';

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
  readonly #model: HallModel;
  readonly #roster: readonly RosterChange[];
  readonly #floor: Floor;

  constructor(model: HallModel) {
    this.#model = model;
    this.#roster = rosterOf(model);
    this.#floor = new Floor(model);
  }

  /**
   * Runs one day to its end: until everybody has left.
   * @param reuse a log of an earlier day that nobody reads any more
   */
  run(demand: Demand, reuse?: VisitLog): VisitLog {
    const floor = this.#floor;
    const { counterEnds, kioskEnds, patienceEnds } = floor;
    floor.begin(demand, reuse);
    const { closes } = this.#model;
    const roster = this.#roster;
    const arrivedAt = demand.arrivedAt;
    const customers = demand.length;
    let change = 0;
    let next = 0;
    for (;;) {
      floor.dropStalePatience();
      let now = Infinity;
      let kind = NOTHING;
      if (change < roster.length) {
        now = roster[change]!.time;
        kind = ROSTER_CHANGE;
      }
      if (counterEnds.time < now) {
        now = counterEnds.time;
        kind = COUNTER_END;
      }
      if (kioskEnds.time < now) {
        now = kioskEnds.time;
        kind = KIOSK_END;
      }
      if (patienceEnds.time < now) {
        now = patienceEnds.time;
        kind = PATIENCE_END;
      }
      if (next < customers && arrivedAt[next]! < now) {
        now = arrivedAt[next]!;
        kind = ARRIVAL;
      }
      if (!floor.closed && closes < now) {
        now = closes;
        kind = CLOSING;
      }
      floor.now = now;
      switch (kind) {
        case ROSTER_CHANGE:
          floor.changeRoster(roster[change++]!);
          break;
        case COUNTER_END:
          floor.endService(counterEnds.entity);
          break;
        case KIOSK_END:
          floor.endKiosk(kioskEnds.entity);
          break;
        case PATIENCE_END:
          floor.abandon(patienceEnds.entity);
          break;
        case ARRIVAL:
          floor.arrive(next++);
          break;
        case CLOSING:
          floor.close();
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
