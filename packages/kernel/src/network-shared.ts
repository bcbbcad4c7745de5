import type { Calendar, EventKind } from './calendar.js';
import { type EventHandle, EventList } from './event-list.js';
import type { Station } from './network-station.js';
import { RANK } from './ranks.js';

/**
 * Servers that are divided evenly among all present, at most one server each. A clock of its own
 * measures the service that everybody present has been given; a customer is done when it shows what
 * it showed at their joining plus their work.
 */
export class SharedServers {
  readonly #calendar: Calendar;
  readonly #kind: EventKind;
  readonly #station: Station;
  /** Customers by the reading at which they are done. */
  readonly #list: EventList = new EventList();
  #reading = 0;
  #since = 0;
  #present = 0;
  #due: EventHandle | undefined;

  constructor(calendar: Calendar, kind: EventKind, station: Station) {
    this.#calendar = calendar;
    this.#kind = kind;
    this.#station = station;
  }

  join(row: number, work: number, now: number): void {
    this.#advance(now);
    this.#present++;
    this.#list.push(this.#reading + work, 0, 0, row);
    this.#schedule();
  }

  /** The customer who is done now. */
  take(now: number): number {
    this.#since = now;
    this.#reading = this.#list.nextTime();
    this.#list.take();
    this.#present--;
    this.#due = undefined;
    // `busy` is then counted down by the end of service, as at any other station
    this.#schedule(1);
    return this.#list.entity;
  }

  get #rate(): number {
    return Math.min(1, this.#station.servers / this.#present);
  }

  #advance(now: number): void {
    // empty servers begin anew, as those of processes do, so that long runs lose no digits
    this.#reading = this.#present === 0 ? 0 : this.#reading + (now - this.#since) * this.#rate;
    this.#since = now;
  }

  #schedule(leaving = 0): void {
    if (this.#due !== undefined) this.#calendar.cancel(this.#due);
    this.#due = undefined;
    this.#station.busy = Math.min(this.#present, this.#station.servers) + leaving;
    if (this.#present === 0 || this.#station.servers === 0) return;
    const left = Math.max(0, this.#list.nextTime() - this.#reading) / this.#rate;
    this.#due = this.#calendar.schedule(left, this.#kind, this.#station.index, RANK.completion);
  }
}
