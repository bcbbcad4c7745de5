import type { Calendar, EventKind } from './calendar.js';
import type { EventHandle } from './event-list.js';
import { finite } from './refuse.js';
import { RANK } from './ranks.js';
import type { Slots } from './slots.js';
import { type Runner, Source, type Waiter } from './source.js';

/** Events of timeouts in a calendar. */
export interface Timers {
  readonly calendar: Calendar;
  readonly kind: EventKind;
  readonly pending: Slots<Timeout>;
}

/** A time from now on; it lies in the calendar only while somebody waits for it. */
export class Timeout extends Source<void> {
  readonly #timers: Timers;
  readonly #due: number;
  #event: EventHandle | undefined = undefined;
  #place = -1;

  constructor(runner: Runner, timers: Timers, delay: number) {
    super(runner);
    finite(delay, 'timeout', 0);
    this.#timers = timers;
    this.#due = timers.calendar.now + delay;
  }

  get happened(): boolean {
    const { now } = this.#timers.calendar;
    return now > this.#due || (now === this.#due && this.#event === undefined);
  }

  get result(): undefined {
    return undefined;
  }

  override join(waiter: Waiter): void {
    super.join(waiter);
    if (this.#event !== undefined) return;
    const { calendar, kind, pending } = this.#timers;
    this.#place = pending.add(this);
    this.#event = calendar.scheduleAt(this.#due, kind, this.#place, RANK.patience);
  }

  override leave(waiter: Waiter): void {
    super.leave(waiter);
    if (this.waiters?.length === 0 && this.#event !== undefined) {
      this.#timers.calendar.cancel(this.#event);
      this.#gone();
    }
  }

  /** The time has come. */
  ring(): void {
    this.#gone();
    this.tell();
  }

  #gone(): void {
    this.#event = undefined;
    this.#timers.pending.remove(this.#place);
  }
}
