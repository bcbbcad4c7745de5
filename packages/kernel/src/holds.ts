import type { Calendar, EventKind } from './calendar.js';
import { type EventHandle, grown } from './event-list.js';

/** The hold of each process, by its place in the table of processes. */
export class Holds {
  readonly kind: EventKind;
  readonly #calendar: Calendar;
  /** Event and end of each. */
  #holds: Float64Array = new Float64Array(128);

  /** @param ended called with the place of a process whose hold is over */
  constructor(calendar: Calendar, ended: (place: number) => void) {
    this.#calendar = calendar;
    this.kind = calendar.on('hold', ended);
  }

  /** @param time when it ends: finite, now or later */
  start(place: number, time: number, rank: number): void {
    const at = 2 * place;
    if (at >= this.#holds.length) this.#holds = grown(this.#holds, new Float64Array(2 * at));
    const slot = this.#calendar.insert(time, rank, this.kind, place);
    const holds = this.#holds;
    holds[at] = this.#calendar.handleOf(slot);
    holds[at + 1] = time;
  }

  isPending(place: number): boolean {
    return this.#calendar.isPending((this.#holds[2 * place] ?? 0) as EventHandle);
  }

  /** Cancels a hold; returns the time that was left, 0 if there was none. */
  stop(place: number): number {
    const pending = this.#calendar.cancel((this.#holds[2 * place] ?? 0) as EventHandle);
    return pending ? this.#holds[2 * place + 1]! - this.#calendar.now : 0;
  }
}
