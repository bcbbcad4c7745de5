import { coarseDraw, word } from '@hallsim/kernel/chance';
import type { Demand } from './demand.js';
import type { HallModel, KioskService, KiosksModel } from './model.js';
import { PURPOSE } from './purpose.js';
import { CHANNEL, OUTCOME, REASON, type VisitLog } from './visit-log.js';

// constants of this file: V8 knows them, those of another file it looks up
const { kioskSuccess } = PURPOSE;
const KIOSK_TIME = 2 * PURPOSE.kioskTime;
const AT_KIOSK = CHANNEL.kiosk;
const SERVED = OUTCOME.served;
const UNSERVED = OUTCOME.unserved;
const CLOSING = REASON.closing;

const NOBODY = -1;

/**
 * The kiosks of a plain hall on one day, from opening until the last try has ended. Nothing that happens there depends
 * on the counters.
 */
export class PlainKiosks {
  /** Who wants to use one, in the order of arrival: filled before `run`. */
  goers: Int32Array = new Int32Array(0);
  going = 0;
  /** Who goes on to the counters, because the line is too long or the try has failed, and when: in that order. */
  onward: Int32Array = new Int32Array(0);
  onwardAt: Float64Array = new Float64Array(0);
  onwards = 0;

  readonly #model: HallModel;
  /** When so many may start, until closing. */
  readonly #changes: Float64Array;
  readonly #levels: Float64Array;
  /** What kiosks do of each service; what they do nothing of, nobody wants there. */
  readonly #services: readonly KioskService[];
  /** When each kiosk ends, who is there (`NOBODY`), and those in use in the order in which they end, of two at one moment the lower number first: `Ends`, written out as at the counters. */
  readonly #endOf: Float64Array;
  readonly #rowAt: Int32Array;
  readonly #ends: Int32Array;
  /** Those who have come to the line, in that order. */
  #line = new Int32Array(0);
  /** Minutes that a try takes, by row. */
  #time = new Float64Array(0);

  constructor(model: HallModel, { count, open }: KiosksModel) {
    this.#model = model;
    this.#endOf = new Float64Array(count);
    this.#rowAt = new Int32Array(count);
    this.#ends = new Int32Array(count);
    this.#changes = open.times.filter((time) => time < model.closes);
    this.#levels = open.values;
    this.#services = model.services.map(({ kiosk }) => kiosk!);
  }

  /** Empties the kiosks, and makes room for `rows` customers, or more. */
  clear(rows: number, room: number): void {
    this.going = 0;
    this.onwards = 0;
    if (this.#time.length >= rows) return;
    // one more than may come: who goes is written down before it is known who does
    this.goers = new Int32Array(room + 1);
    this.onward = new Int32Array(room);
    this.onwardAt = new Float64Array(room);
    this.#line = new Int32Array(room);
    this.#time = new Float64Array(room);
  }

  run(demand: Demand, log: VisitLog): void {
    if (this.going === 0) return;
    this.#draw(demand);
    this.#use(demand, log);
  }

  /** One pass over all of them takes a half of what it takes whenever somebody begins. */
  #draw({ keyHigh, keyLow, service }: Demand): void {
    const goers = this.goers;
    const services = this.#services;
    const time = this.#time;
    for (let i = 0; i < this.going; i++) {
      const row = goers[i]!;
      const chance = word(keyLow[row]!, keyHigh[row]!, KIOSK_TIME);
      time[row] = +services[service[row]!]!.time.at(chance);
    }
  }

  #use({ arrivedAt, customer, keyHigh, keyLow, service }: Demand, log: VisitLog): void {
    const { closes, customers, kiosks, lineOf, waitingAtClose } = this.#model;
    const { lineUpTo } = kiosks!;
    const { channel, kioskEnd, kioskStart, left, outcome, reason } = log;
    const goers = this.goers;
    const time = this.#time;
    const services = this.#services;
    const changes = this.#changes;
    const line = this.#line;
    const endOf = this.#endOf;
    const rowAt = this.#rowAt.fill(NOBODY);
    const ends = this.#ends;
    let open = 0;
    let busy = 0;
    let head = 0;
    let tail = 0;
    let change = 0;
    let changeAt = changes.length > 0 ? changes[0]! : Infinity;
    let next = 0;
    let comesAt = arrivedAt[goers[0]!]!;
    let closeAt = closes;
    let endAt = Infinity;
    for (;;) {
      let now = closeAt;
      if (comesAt < endAt && comesAt < changeAt && comesAt <= closeAt) {
        now = comesAt;
        const row = goers[next++]!;
        comesAt = next < this.going ? arrivedAt[goers[next]!]! : Infinity;
        if (busy >= open && tail - head >= lineUpTo) {
          // where no counter does the service, people take a line of any length
          if (lineOf[service[row]! * customers.length + customer[row]!]! >= 0) {
            this.#goOn(row, now);
            continue;
          }
        }
        line[tail++] = row;
      } else if (changeAt <= endAt && changeAt < closeAt) {
        now = changeAt;
        open = this.#levels[change++]!;
        changeAt = change < changes.length ? changes[change]! : Infinity;
      } else if (endAt <= closeAt && endAt < Infinity) {
        now = endAt;
        const kiosk = ends[0]!;
        busy--;
        for (let i = 0; i < busy; i++) ends[i] = ends[i + 1]!;
        endAt = busy > 0 ? endOf[ends[0]!]! : Infinity;
        const row = rowAt[kiosk]!;
        rowAt[kiosk] = NOBODY;
        kioskEnd[row] = now;
        const { succeeds } = services[service[row]!]!;
        if (succeeds >= 1 || coarseDraw(keyLow[row]!, keyHigh[row]!, kioskSuccess) < succeeds) {
          channel[row] = AT_KIOSK;
          left[row] = now;
          outcome[row] = SERVED;
        } else {
          this.#goOn(row, now);
        }
      } else if (closeAt < Infinity) {
        closeAt = Infinity;
        while (waitingAtClose === 'turn-away' && head < tail) {
          const row = line[head++]!;
          left[row] = now;
          outcome[row] = UNSERVED;
          reason[row] = CLOSING;
        }
        continue;
      } else {
        return;
      }
      while (busy < open && head < tail) {
        const row = line[head++]!;
        let kiosk = 0;
        while (rowAt[kiosk] !== NOBODY) kiosk++;
        rowAt[kiosk] = row;
        kioskStart[row] = now;
        const end = now + time[row]!;
        endOf[kiosk] = end;
        let to = busy++;
        while (to > 0) {
          const other = ends[to - 1]!;
          const otherAt = endOf[other]!;
          if (otherAt < end || (otherAt === end && other < kiosk)) break;
          ends[to] = other;
          to--;
        }
        ends[to] = kiosk;
        if (to === 0) endAt = end;
      }
    }
  }

  #goOn(row: number, now: number): void {
    this.onward[this.onwards] = row;
    this.onwardAt[this.onwards++] = now;
  }
}
