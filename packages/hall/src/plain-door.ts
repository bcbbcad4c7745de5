import type { Demand } from './demand.js';
import { KioskWishes } from './kiosk-wishes.js';
import type { HallModel } from './model.js';
import { PlainKiosks } from './plain-kiosks.js';
import type { Turns } from './turns.js';
import { OUTCOME, REASON, type VisitLog } from './visit-log.js';

/** The door of a plain hall: who is refused, who goes to the kiosks, and who turns to the counters when. */
export class PlainDoor {
  readonly #model: HallModel;
  readonly #wishes: KioskWishes | null;
  readonly #kiosks: PlainKiosks | null;
  /** Who goes to the counters at once, in the order of arrival. */
  #direct = new Int32Array(0);
  #directs = 0;

  constructor(model: HallModel) {
    const { kiosks } = model;
    const used = kiosks !== null && kiosks.count > 0;
    this.#model = model;
    this.#wishes = used ? new KioskWishes(model) : null;
    this.#kiosks = used ? new PlainKiosks(model, kiosks) : null;
  }

  run(demand: Demand, log: VisitLog, turns: Turns): void {
    const room = demand.arrivedAt.length;
    if (this.#direct.length <= demand.length) this.#direct = new Int32Array(room + 1);
    this.#kiosks?.clear(demand.length, room);
    const rows = this.#refuse(demand, log);
    if (this.#wishes === null) this.#allToCounters(rows);
    else this.#part(demand, rows, this.#wishes, this.#kiosks!);
    this.#kiosks?.run(demand, log);
    this.#bringTogether(demand, turns);
  }

  /** Nobody gets a ticket any more after the last one; returns how many have come before. */
  #refuse({ arrivedAt, length }: Demand, { left, outcome, reason }: VisitLog): number {
    let rows = length;
    while (rows > 0 && arrivedAt[rows - 1]! >= this.#model.lastTicket) {
      rows--;
      left[rows] = arrivedAt[rows]!;
      outcome[rows] = OUTCOME.unserved;
      reason[rows] = REASON.lastTicket;
    }
    return rows;
  }

  #allToCounters(rows: number): void {
    const direct = this.#direct;
    for (let row = 0; row < rows; row++) direct[row] = row;
    this.#directs = rows;
  }

  /** No branch: nobody can guess who wants a kiosk. */
  #part(demand: Demand, rows: number, wishes: KioskWishes, kiosks: PlainKiosks): void {
    wishes.read(demand);
    const direct = this.#direct;
    const { goers } = kiosks;
    let going = 0;
    let directs = 0;
    for (let row = 0; row < rows; row++) {
      const goes = wishes.goes(row);
      goers[going] = row;
      direct[directs] = row;
      going = (going + goes) | 0;
      directs = (directs + 1 - goes) | 0;
    }
    kiosks.going = going;
    this.#directs = directs;
  }

  /**
   * Those who come from the door and those who come from the kiosks, by time. Of two at one moment those go first who have come to
   * the hall before it, in the order of their ends, and then by arrival those who have just come: whoever turns round at the kiosks, or
   * fails there in no time, goes with them.
   */
  #bringTogether({ arrivedAt }: Demand, turns: Turns): void {
    const { row: rows, at: times } = turns;
    const direct = this.#direct;
    const kiosks = this.#kiosks;
    const onwards = kiosks === null ? 0 : kiosks.onwards;
    let turned = 0;
    let next = 0;
    let onwardAt = onwards > 0 ? kiosks!.onwardAt[0]! : Infinity;
    for (let i = 0; i < this.#directs; i++) {
      const row = direct[i]!;
      const at = arrivedAt[row]!;
      while (onwardAt <= at) {
        const other = kiosks!.onward[next]!;
        if (onwardAt === at && other > row) break;
        rows[turned] = other;
        times[turned++] = onwardAt;
        onwardAt = ++next < onwards ? kiosks!.onwardAt[next]! : Infinity;
      }
      rows[turned] = row;
      times[turned++] = at;
    }
    for (; next < onwards; next++) {
      rows[turned] = kiosks!.onward[next]!;
      times[turned++] = kiosks!.onwardAt[next]!;
    }
    turns.length = turned;
  }
}
