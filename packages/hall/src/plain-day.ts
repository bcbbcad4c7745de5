import { word } from '@hallsim/kernel/chance';
import type { Demand } from './demand.js';
import type { HallModel } from './model.js';
import { PlainCounters } from './plain-counters.js';
import { PlainCrowd } from './plain-crowd.js';
import { PlainDoor } from './plain-door.js';
import { PURPOSE } from './purpose.js';
import type { SpreadTable } from './spread-table.js';
import { Turns } from './turns.js';
import { readyVisitLog, type VisitLog } from './visit-log.js';

const COUNTER_TIME = 2 * PURPOSE.counterTime;
const PATIENCE = 2 * PURPOSE.patience;

/**
 * Days of one plain hall, one after the other, told stage by stage: the door and the kiosks, the counters, and what people saw of each
 * other. To the last bit what the clock of a hall with rules (`clock.ts`) makes of it, in half the time.
 */
export class PlainDay {
  readonly #model: HallModel;
  readonly #times: readonly SpreadTable[];
  readonly #patience: readonly (SpreadTable | null)[];
  readonly #turns = new Turns();
  readonly #door: PlainDoor;
  readonly #counters: PlainCounters;
  readonly #crowd: PlainCrowd;

  constructor(model: HallModel) {
    this.#model = model;
    this.#times = model.services.map(({ time }) => time);
    this.#patience = model.customers.map(({ patience }) => patience);
    this.#door = new PlainDoor(model);
    this.#counters = new PlainCounters(model);
    this.#crowd = new PlainCrowd(model);
  }

  /**
   * Runs one day to its end: until everybody has left.
   * @param reuse a log of an earlier day that nobody reads any more
   */
  run(demand: Demand, reuse: VisitLog | undefined): VisitLog {
    const rows = demand.length;
    const room = demand.arrivedAt.length;
    const log = readyVisitLog(rows, room, this.#model, reuse);
    const turns = this.#turns;
    turns.clear(rows, room);
    this.#door.run(demand, log, turns);
    this.#draw(demand, log);
    this.#counters.run(turns, log);
    this.#crowd.run(demand, turns, this.#counters, log);
    return log;
  }

  /** What everybody brings to the counters: in one pass, which takes half of what it takes amid everything else. */
  #draw({ arrivedAt, customer, keyHigh, keyLow, service }: Demand, log: VisitLog): void {
    const { customers, kiosks, lineOf, lines } = this.#model;
    const { joined, waitFrom } = log;
    const { at: turnAt, length, line, place, row: rows, time, until } = this.#turns;
    const times = this.#times;
    const patience = this.#patience;
    const keepsPlace = kiosks !== null && kiosks.keepsPlace;
    for (let turn = 0; turn < length; turn++) {
      const row = rows[turn]!;
      const low = keyLow[row]!;
      const high = keyHigh[row]!;
      const wants = service[row]!;
      const as = customer[row]!;
      const now = turnAt[turn]!;
      const from = keepsPlace ? arrivedAt[row]! : now;
      const own = lineOf[wants * customers.length + as]!;
      const spread = patience[as]!;
      joined[row] = now;
      waitFrom[row] = from;
      place[turn] = from;
      line[turn] = from < now && own >= 0 ? own + lines.length : own;
      time[turn] = +times[wants]!.at(word(low, high, COUNTER_TIME));
      until[turn] = spread === null ? Infinity : now + +spread.at(word(low, high, PATIENCE));
    }
  }
}
