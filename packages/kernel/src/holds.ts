import type { Calendar, EventKind } from './calendar.js';
import type { EventHandle } from './event-list.js';

/** The hold of each process, by its place in the table of processes: its event and its end. */
export class Holds {
  readonly #calendar: Calendar;
  readonly #kind: EventKind;
  #events: Float64Array = new Float64Array(64);
  #ends: Float64Array = new Float64Array(64);

  /** @param ended called with the place of a process whose hold is over */
  constructor(calendar: Calendar, ended: (place: number) => void) {
    this.#calendar = calendar;
    this.#kind = calendar.on('hold', ended);
  }

  start(place: number, time: number, rank: number): void {
    if (place >= this.#ends.length) this.#grow(place);
    this.#events[place] = this.#calendar.schedule(time, this.#kind, place, rank);
    this.#ends[place] = this.#calendar.now + time;
  }

  isPending(place: number): boolean {
    return this.#calendar.isPending((this.#events[place] ?? 0) as EventHandle);
  }

  /** Cancels a hold; returns the time that was left, 0 if there was none. */
  stop(place: number): number {
    const pending = this.#calendar.cancel((this.#events[place] ?? 0) as EventHandle);
    return pending ? this.#ends[place]! - this.#calendar.now : 0;
  }

  #grow(place: number): void {
    const [events, ends] = [this.#events, this.#ends];
    this.#events = new Float64Array(2 * place);
    this.#ends = new Float64Array(2 * place);
    this.#events.set(events);
    this.#ends.set(ends);
  }
}
