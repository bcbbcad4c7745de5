import type { ArrivalCursor } from './arrival-cursor.js';
import type { Calendar, EventKind } from './calendar.js';
import type { SourcePlan } from './network-plan.js';
import type { NetworkRunPlan } from './network-visit.js';
import { RANK } from './ranks.js';

/** Arrival times are read this many at a time. */
const BLOCK = 512;

/** What happens at the doors, for the network behind them. */
export interface Behind {
  /** A customer of a source comes in: their number there, and whether the tallies count them. */
  enter(source: number, number: number, counted: boolean): void;
  /** The warm-up, counted in customers, is over; the next one counts. */
  warm(): void;
  /** The last customer wanted has come in. */
  close(): void;
}

/** Who comes in from outside, when, and how many until the doors close. */
export class Doors {
  readonly #calendar: Calendar;
  readonly #sources: readonly SourcePlan[];
  readonly #warmUp: number;
  readonly #last: number;
  readonly #arrivals: readonly Arriving[];
  readonly #behind: Behind;
  /** An arrival; its entity is the source. */
  readonly arrive: EventKind;
  #entered = 0;

  /** @param cursors one per source, null for a population */
  constructor(
    calendar: Calendar,
    sources: readonly SourcePlan[],
    run: NetworkRunPlan,
    cursors: readonly (ArrivalCursor | null)[],
    behind: Behind,
  ) {
    this.#calendar = calendar;
    this.#sources = sources;
    this.#warmUp = run.warmUpCustomers;
    this.#last = run.warmUpCustomers + run.customers;
    this.#arrivals = cursors.map((cursor) => new Arriving(cursor));
    this.#behind = behind;
    this.arrive = calendar.on('arrival', (source) => this.#arrival(source));
  }

  /** Lets the populations in, and the first customers come. */
  open(): void {
    this.#sources.forEach(({ population }, source) => {
      for (let n = 0; n < population; n++) this.#enter(source);
      this.#scheduleArrival(source);
    });
  }

  #arrival(source: number): void {
    // all that is left after the last customer wanted is to serve them
    if (this.#entered >= this.#last) return;
    if (this.#warmUp > 0 && this.#entered === this.#warmUp) this.#behind.warm();
    this.#enter(source);
    if (this.#entered < this.#last) this.#scheduleArrival(source);
    else this.#behind.close();
  }

  #enter(source: number): void {
    const counted = this.#entered++ >= this.#warmUp;
    this.#behind.enter(source, this.#arrivals[source]!.number++, counted);
  }

  #scheduleArrival(source: number): void {
    const time = this.#arrivals[source]!.next();
    if (time < Infinity) {
      this.#calendar.post(time, this.arrive, source, RANK.arrival + source);
    }
  }
}

/** The arrivals of one source, read in blocks, and the number of its next customer. */
class Arriving {
  number = 0;
  readonly #cursor: ArrivalCursor | null;
  readonly #times: Float64Array;
  #at = 0;
  #size = 0;

  constructor(cursor: ArrivalCursor | null) {
    this.#cursor = cursor;
    this.#times = new Float64Array(cursor === null ? 0 : BLOCK);
  }

  /** Time of the next arrival; `Infinity` when no more will come. */
  next(): number {
    if (this.#at === this.#size) {
      this.#size = this.#cursor?.fill(this.#times, BLOCK) ?? 0;
      this.#at = 0;
      if (this.#size === 0) return Infinity;
    }
    return this.#times[this.#at++]!;
  }
}
