import { coarseDraw, draw, quantile, TimeHeap } from '@hallsim/kernel';
import { balkChance } from './balking.js';
import { firstToCall } from './calling.js';
import { Counters } from './counters.js';
import type { Demand } from './demand.js';
import { KioskBank } from './kiosk-bank.js';
import { Lines } from './line.js';
import type { HallModel } from './model.js';
import { PURPOSE } from './purpose.js';
import { KIOSKS, type RosterChange } from './roster.js';
import { levelAt } from './step-function.js';
import {
  CHANNEL,
  clearVisitLog,
  emptyVisitLog,
  OUTCOME,
  REASON,
  type VisitLog,
} from './visit-log.js';

/**
 * Who waits where and who serves whom while a day runs, and what each event does. The clock is the
 * caller's: it sets `now` and says what happens. Deterministic: all chance is in the demand's addresses.
 *
 * Hot path: numbers and typed arrays; names live in the model and the summary.
 */
export class Floor {
  /** The moment it is, minutes since midnight. */
  now = 0;
  /** Whether the hall has closed. */
  closed = false;
  readonly #model: HallModel;
  readonly #groups: readonly Counters[];
  /** Group of each counter of the hall. */
  readonly #groupOf: Int32Array;
  readonly #lines: Lines;
  /** Moments at which counters, kiosks and patience end. */
  readonly counterEnds: TimeHeap = new TimeHeap();
  readonly kioskEnds: TimeHeap = new TimeHeap();
  readonly patienceEnds: TimeHeap = new TimeHeap();
  /** Customer at each counter of the hall. */
  readonly #customerAt: Int32Array;
  /** Line a customer waits in; -1 = in none. */
  #lineOf = new Int32Array(0);
  readonly #kiosks = new KioskBank();
  #waiting = 0;
  #demand!: Demand;
  #log!: VisitLog;

  constructor(model: HallModel) {
    this.#model = model;
    let offset = 0;
    this.#groups = model.groups.map((group) => {
      const counters = new Counters(group, offset, model.measuredFrom);
      offset += group.count;
      return counters;
    });
    this.#groupOf = new Int32Array(offset);
    model.groups.forEach((group, g) => {
      const first = this.#groups[g]!.offset;
      this.#groupOf.fill(g, first, first + group.count);
    });
    this.#customerAt = new Int32Array(offset);
    this.#lines = new Lines(model.lines.length);
  }

  /** Empties the hall for a day of these customers. */
  begin(demand: Demand, reuse: VisitLog | undefined): void {
    const rows = demand.length;
    this.#demand = demand;
    this.#log =
      reuse && reuse.left.length >= rows
        ? reuse
        : emptyVisitLog(demand.arrivedAt.length, this.#groups.length);
    clearVisitLog(this.#log, rows);
    this.#lines.clear(rows);
    this.#kiosks.clear(rows);
    if (this.#lineOf.length < rows) this.#lineOf = new Int32Array(demand.arrivedAt.length);
    this.#lineOf.fill(-1, 0, rows);
    for (const counters of this.#groups) counters.clear();
    this.counterEnds.clear();
    this.kioskEnds.clear();
    this.patienceEnds.clear();
    this.#waiting = 0;
    this.closed = false;
  }

  /** So many counters of a group may start from now on; those that open call at once. */
  changeRoster({ group, open }: RosterChange): void {
    if (group === KIOSKS) {
      this.#kiosks.open = open;
      this.#callToKiosks();
      return;
    }
    const counters = this.#groups[group]!;
    counters.roster(open, this.now);
    while (counters.hasFree && this.#callNext(group));
  }

  /** Somebody is at the door: refused, to the kiosks, or to the counters. */
  arrive(row: number): void {
    const model = this.#model;
    const demand = this.#demand;
    if (this.now >= model.lastTicket) {
      this.#leave(row, OUTCOME.unserved, REASON.lastTicket);
      return;
    }
    const service = demand.service[row]!;
    const customer = demand.customer[row]!;
    const line = model.lineOf[service * model.customers.length + customer]!;
    if (this.#usesKiosk(row, service, customer, line)) {
      this.#kiosks.join(row);
      this.#callToKiosks();
    } else {
      this.#toCounter(row, line, this.now, true);
    }
  }

  #usesKiosk(row: number, service: number, customer: number, line: number): boolean {
    const { kiosks, services, customers } = this.#model;
    const can = services[service]!.kiosk;
    if (kiosks === null || can === null || kiosks.count === 0) return false;
    const low = this.#demand.keyLow[row]!;
    const high = this.#demand.keyHigh[row]!;
    if (coarseDraw(low, high, PURPOSE.kioskEligible) >= can.eligible) return false;
    // Without a counter to turn to, everybody whose case a kiosk can handle goes there and waits.
    if (line < 0) return true;
    return (
      coarseDraw(low, high, PURPOSE.kioskWilling) <
        levelAt(customers[customer]!.willing, this.now) &&
      (this.#kiosks.hasFree || this.#kiosks.waiting < kiosks.lineUpTo)
    );
  }

  #callToKiosks(): void {
    while (this.#kiosks.hasFree && this.#kiosks.waiting > 0) {
      this.#startKiosk(this.#kiosks.leaveFirst());
    }
  }

  #startKiosk(row: number): void {
    const demand = this.#demand;
    const time = this.#model.services[demand.service[row]!]!.kiosk!.time;
    const u = draw(demand.keyLow[row]!, demand.keyHigh[row]!, PURPOSE.kioskTime);
    this.#kiosks.busy++;
    this.#log.kioskStart[row] = this.now;
    this.kioskEnds.push(this.now + quantile(time, u), row);
  }

  /** A try at a kiosk ends: the customer goes home, or on to the counters. */
  endKiosk(row: number): void {
    const demand = this.#demand;
    this.kioskEnds.pop();
    this.#kiosks.busy--;
    this.#log.kioskEnd[row] = this.now;
    this.#callToKiosks();
    const can = this.#model.services[demand.service[row]!]!.kiosk!;
    const u = coarseDraw(demand.keyLow[row]!, demand.keyHigh[row]!, PURPOSE.kioskSuccess);
    if (u < can.succeeds) {
      this.#log.channel[row] = CHANNEL.kiosk;
      this.#leave(row, OUTCOME.served, REASON.none);
      return;
    }
    const { customers, kiosks, lineOf } = this.#model;
    const line = lineOf[demand.service[row]! * customers.length + demand.customer[row]!]!;
    this.#toCounter(row, line, kiosks!.keepsPlace ? demand.arrivedAt[row]! : this.now, false);
  }

  /** A customer turns to the counters: served at once by a free one, else balks or waits. */
  #toCounter(row: number, line: number, since: number, mayBalk: boolean): void {
    const log = this.#log;
    if (line < 0) {
      this.#leave(row, OUTCOME.unserved, REASON.noCounter);
      return;
    }
    if (this.closed && this.#model.waitingAtClose === 'turn-away') {
      this.#leave(row, OUTCOME.unserved, REASON.closing);
      return;
    }
    if (this.closed && !this.#hasOpen(line)) {
      this.#leave(row, OUTCOME.unserved, REASON.noCounter);
      return;
    }
    const { groups, rivals } = this.#model.lines[line]!;
    log.waitFrom[row] = since;
    for (let i = 0; i < groups.length; i++) {
      if (this.#groups[groups[i]!]!.hasFree) {
        log.joined[row] = this.now;
        log.ahead[row] = 0;
        this.#startService(row, groups[i]!);
        return;
      }
    }
    let ahead = 0;
    for (let i = 0; i < rivals.length; i++) ahead += this.#lines.size(rivals[i]!);
    if (mayBalk && this.#balks(row, line, ahead)) {
      log.waitFrom[row] = NaN;
      this.#leave(row, OUTCOME.balked, REASON.line);
      return;
    }
    log.joined[row] = this.now;
    log.ahead[row] = ahead;
    this.#wait(row, line, since);
  }

  #wait(row: number, line: number, since: number): void {
    const demand = this.#demand;
    const patience = this.#model.customers[demand.customer[row]!]!.patience;
    this.#lines.join(line, row, since);
    this.#lineOf[row] = line;
    this.#waiting++;
    this.#noteWaiting();
    if (patience !== null) {
      const u = draw(demand.keyLow[row]!, demand.keyHigh[row]!, PURPOSE.patience);
      this.patienceEnds.push(this.now + quantile(patience, u), row);
    }
  }

  #balks(row: number, line: number, ahead: number): boolean {
    const demand = this.#demand;
    const rule = this.#model.customers[demand.customer[row]!]!.balks;
    if (rule === null) return false;
    const u = coarseDraw(demand.keyLow[row]!, demand.keyHigh[row]!, PURPOSE.balk);
    return u < balkChance(rule, this.#waiting, () => this.#guess(line, ahead));
  }

  /** The wait somebody guesses who sees so many ahead, minutes. With no counter open people guess as if one were about to open. */
  #guess(line: number, ahead: number): number {
    const { groups, meanService } = this.#model.lines[line]!;
    let open = 0;
    for (let i = 0; i < groups.length; i++) open += this.#groups[groups[i]!]!.open;
    return (ahead * meanService) / Math.max(1, open);
  }

  #startService(row: number, group: number): void {
    const { services, groups } = this.#model;
    const demand = this.#demand;
    const log = this.#log;
    const counters = this.#groups[group]!;
    const counter = counters.take(this.now);
    const u = draw(demand.keyLow[row]!, demand.keyHigh[row]!, PURPOSE.counterTime);
    const end = this.now + quantile(services[demand.service[row]!]!.time, u) / groups[group]!.speed;
    log.start[row] = this.now;
    log.end[row] = end;
    log.group[row] = group;
    log.counter[row] = counter;
    this.#customerAt[counters.offset + counter] = row;
    this.counterEnds.push(end, counters.offset + counter);
  }

  /** A counter has finished its customer and calls the next. */
  endService(counter: number): void {
    const group = this.#groupOf[counter]!;
    const counters = this.#groups[group]!;
    const row = this.#customerAt[counter]!;
    this.counterEnds.pop();
    counters.release(counter - counters.offset, this.now);
    this.#log.channel[row] = CHANNEL.counter;
    this.#leave(row, OUTCOME.served, REASON.none);
    if (counters.hasFree) this.#callNext(group);
  }

  /** A free counter of the group takes whom it calls; false when nobody waits for it. */
  #callNext(group: number): boolean {
    const row = firstToCall(this.#model, this.#lines, group);
    if (row < 0) return false;
    this.#leaveLine(row);
    this.#startService(row, group);
    return true;
  }

  #leaveLine(row: number): void {
    this.#lines.leave(this.#lineOf[row]!, row);
    this.#lineOf[row] = -1;
    // Those who have waited since the warm-up are noted when the first of them leaves.
    this.#noteWaiting();
    this.#waiting--;
  }

  #noteWaiting(): void {
    const log = this.#log;
    if (this.#waiting <= log.mostWaiting || this.now < this.#model.measuredFrom) return;
    log.mostWaiting = this.#waiting;
  }

  /** Somebody's patience is over. */
  abandon(row: number): void {
    this.patienceEnds.pop();
    this.#leaveLine(row);
    this.#leave(row, OUTCOME.abandoned, REASON.patience);
  }

  #leave(row: number, outcome: number, reason: number): void {
    this.#log.left[row] = this.now;
    this.#log.outcome[row] = outcome;
    this.#log.reason[row] = reason;
  }

  /** Patience of those who have been called in the meantime no longer ends. */
  dropStalePatience(): void {
    const ends = this.patienceEnds;
    while (ends.size > 0 && this.#lineOf[ends.entity]! < 0) ends.pop();
  }

  /** Whoever waits for counters of which none is open any more leaves at closing: none will open again. */
  close(): void {
    this.closed = true;
    for (const counters of this.#groups) counters.close(this.now);
    const turnsAway = this.#model.waitingAtClose === 'turn-away';
    for (let line = 0; line < this.#model.lines.length; line++) {
      if (turnsAway) this.#sendHome(line, REASON.closing);
      else if (!this.#hasOpen(line)) this.#sendHome(line, REASON.noCounter);
    }
    while (turnsAway && this.#kiosks.waiting > 0) {
      this.#leave(this.#kiosks.leaveFirst(), OUTCOME.unserved, REASON.closing);
    }
  }

  #hasOpen(line: number): boolean {
    const { groups } = this.#model.lines[line]!;
    for (let i = 0; i < groups.length; i++) if (this.#groups[groups[i]!]!.open > 0) return true;
    return false;
  }

  #sendHome(line: number, reason: number): void {
    for (let row = this.#lines.first(line); row >= 0; row = this.#lines.first(line)) {
      this.#leaveLine(row);
      this.#leave(row, OUTCOME.unserved, reason);
    }
  }

  /** Everybody has left: what happened. */
  end(): VisitLog {
    this.#groups.forEach(({ overtime }, group) => {
      this.#log.overtime[group] = overtime;
    });
    return this.#log;
  }
}
