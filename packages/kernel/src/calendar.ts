import { AtOnce } from './at-once.js';
import { EventList, type EventHandle } from './event-list.js';
import { count, type RunEnd, type RunLimits, requireLimits } from './run-limits.js';
import { SimulationError, textOf } from './simulation-error.js';

declare const kindBrand: unique symbol;

/** A kind of event of one calendar, given out by {@link Calendar.on}. */
export type EventKind = number & { readonly [kindBrand]: 'EventKind' };

/** What happens at an event. `entity` is the integer it was scheduled with. */
export type EventHandler = (entity: number) => void;

/** One event as the trace shows it, before it happens. */
export interface TraceRecord {
  readonly time: number;
  /** Name of the kind. */
  readonly event: string;
  readonly entity: number;
  /** True for what happens at once, because of the event before it. */
  readonly atOnce: boolean;
  /** The process that goes on here, or that gives a command; in a network the customer, or the source. */
  readonly who?: string;
  /**
   * What came of its wait, as 'granted'; of a command: the resource or store it is about; in a network the
   * station.
   */
  readonly what?: string | undefined;
}

/**
 * Clock and calendar of a simulation: the first face of the kernel, and what the other two
 * (processes and networks) stand on. Kinds of events and entities are integers, handlers are
 * functions, nothing is allocated while it runs.
 *
 * **Order.** Events happen by time; at one time by rank, smaller first; at one rank in the order in
 * which they were scheduled. What is put {@link Calendar.atOnce} happens right after the present
 * event, first in, first out, before any other event of the instant.
 */
export class Calendar {
  readonly #list: EventList = new EventList();
  readonly #atOnce: AtOnce = new AtOnce();
  readonly #handlers: EventHandler[] = [];
  readonly #names: string[] = [];
  /** A number with a point from the beginning, so that V8 keeps it as such. */
  #now = NaN;
  #departed = 0;
  #stopped = false;
  #running = false;
  #current = -1;
  #entity = 0;

  /**
   * Called before each event and at each command of a process, for lessons and debugging; undefined
   * (the default) costs nothing.
   */
  trace: ((record: TraceRecord) => void) | undefined = undefined;
  /** What the trace shows of an event besides; set by what runs processes. */
  about: ((kind: number, entity: number) => Partial<TraceRecord> | false) | undefined = undefined;

  /** Whether there may be a run after one that failed. */
  readonly #canGoOn: boolean;

  /**
   * @param start time of the clock at the beginning; default 0
   * @param canGoOn false where nobody can call `run` again after an error, which then says so
   */
  constructor(start: number = 0, canGoOn: boolean = true) {
    this.#canGoOn = canGoOn;
    if (!Number.isFinite(start)) throw new RangeError(`A clock cannot start at ${start}.`);
    this.#now = start;
  }

  /** Time of the clock, in the caller's unit. */
  get now(): number {
    return this.#now;
  }

  /** Number of pending events, what is to happen at once included. */
  get pending(): number {
    return this.#list.size + this.#atOnce.size;
  }

  /** Number of customers gone so far (see {@link Calendar.depart}). */
  get departed(): number {
    return this.#departed;
  }

  /** Time of the next event; `Infinity` when nothing is pending. */
  get nextTime(): number {
    return this.#atOnce.size > 0 ? this.#now : this.#list.nextTime();
  }

  /** Adds a kind of event. `name` appears in errors and in the trace. */
  on(name: string, handler: EventHandler): EventKind {
    if (typeof name !== 'string' || typeof handler !== 'function') {
      throw new TypeError(
        'on: give a kind of event a name and a handler, on("arrival", (entity) => …).',
      );
    }
    this.#names.push(name);
    return (this.#handlers.push(handler) - 1) as EventKind;
  }

  /**
   * Schedules an event after `delay`.
   *
   * @param delay at least 0 and finite, in the unit of the clock
   * @param entity an integer of 32 bits for the handler; default 0
   * @param rank an integer of 32 bits, smaller goes first among events of one time; default 0
   * @throws RangeError that names the event and the value
   */
  schedule(delay: number, kind: EventKind, entity: number = 0, rank: number = 0): EventHandle {
    const time = this.#now + delay;
    if (!(delay >= 0 && time < Infinity && typeof delay === 'number')) {
      this.#refuse('delay', delay, kind, entity, rank);
    }
    return this.scheduleAt(time, kind, entity, rank);
  }

  /** Schedules an event at `time`, now or later; else as {@link Calendar.schedule}. */
  scheduleAt(time: number, kind: EventKind, entity: number = 0, rank: number = 0): EventHandle {
    return this.#list.handleOf(this.#insert(time, kind, entity, rank));
  }

  /** As {@link Calendar.scheduleAt} for an event that nobody will cancel: gives no handle, costs less. */
  post(time: number, kind: EventKind, entity: number = 0, rank: number = 0): void {
    this.#insert(time, kind, entity, rank);
  }

  /** As {@link Calendar.post} without its checks, for engines that made them; gives the event's slot. */
  insert(time: number, rank: number, kind: EventKind, entity: number): number {
    return this.#list.insert(time, rank, kind, entity);
  }

  /** The handle of the event that has just been inserted into a slot. */
  handleOf(slot: number): EventHandle {
    return this.#list.handleOf(slot);
  }

  /**
   * Lets an event happen right after the present one; it cannot be cancelled. Between runs: as the
   * first thing of the next one.
   */
  atOnce(kind: EventKind, entity: number = 0): void {
    if (this.#handlers[kind] === undefined) this.#refuseKind(kind);
    if ((entity | 0) !== entity) this.#refuseInteger(kind, entity);
    this.#atOnce.push(kind, entity);
  }

  /** Cancels an event; false, and nothing happens, when it has happened or was cancelled already. */
  cancel(handle: EventHandle): boolean {
    return this.#list.cancel(handle);
  }

  /** True while the event of `handle` is to come. */
  isPending(handle: EventHandle): boolean {
    return this.#list.isPending(handle);
  }

  /** Counts customers who are gone, for `run({ customers })`. Networks do it by themselves. */
  depart(customers: number = 1): void {
    if (!(Number.isInteger(customers) && customers >= 0)) {
      throw new RangeError(`depart: ${customers} customers cannot go; give a whole number.`);
    }
    this.#departed += customers;
  }

  /** Ends the present run after the present event; `run` goes on from there. */
  stop(): void {
    this.#stopped = true;
  }

  /** Lets the next event happen; false when nothing is pending. */
  step(): boolean {
    return this.run({ events: 1 }) === 'events';
  }

  /**
   * Lets events happen in order until a limit is reached. Can be called again to go on: any
   * division into runs gives the same history.
   *
   * @throws RangeError for a limit that makes no sense; {@link SimulationError} for what a handler throws
   */
  run(limits: RunLimits = {}): RunEnd {
    requireLimits(limits);
    const until = this.#horizon(limits.until);
    const events = count('events', limits.events);
    const goal = this.#departed + count('customers', limits.customers);
    if (this.#running) {
      throw new SimulationError('run() was called while the simulation runs; call stop() there.', {
        time: this.#now,
        where: this.#where(),
      });
    }
    this.#running = true;
    this.#stopped = false;
    try {
      return this.#loop(until, events, goal, limits.signal);
    } catch (error) {
      if (error instanceof SimulationError) throw error;
      const message = textOf(error);
      throw new SimulationError(
        message,
        { time: this.#now, where: this.#where() },
        { cause: error, canGoOn: this.#canGoOn },
      );
    } finally {
      this.#running = false;
      this.#current = -1;
    }
  }

  #loop(until: number, events: number, goal: number, signal: RunLimits['signal']): RunEnd {
    const list = this.#list;
    const atOnce = this.#atOnce;
    const handlers = this.#handlers;
    // what is to happen at once and was left over by the run before is due now
    const nothingYet = this.#now >= until;
    for (let done = 0; ; ) {
      if (this.#departed >= goal) return 'customers';
      if (done >= events) return 'events';
      if (this.#stopped) return 'stopped';
      if ((done & 1023) === 0 && signal?.aborted === true) return 'aborted';
      if (nothingYet) return 'until';
      done++;
      let kind: number;
      let entity: number;
      const now = atOnce.size > 0;
      if (now) {
        atOnce.take();
        kind = atOnce.kind;
        entity = atOnce.entity;
      } else {
        const time = list.nextTime();
        if (time >= until) {
          if (until === Infinity) return 'empty';
          this.#now = until;
          return 'until';
        }
        list.take();
        this.#now = time;
        kind = list.kind;
        entity = list.entity;
      }
      this.#current = kind;
      this.#entity = entity;
      if (this.trace !== undefined) this.#show(kind, entity, now);
      handlers[kind]!(entity);
    }
  }

  #show(kind: number, entity: number, atOnce: boolean): void {
    this.trace!({
      time: this.#now,
      event: this.#names[kind]!,
      entity,
      atOnce,
      ...this.about?.(kind, entity),
    });
  }

  #insert(time: number, kind: EventKind, entity: number, rank: number): number {
    if (
      !(
        time >= this.#now &&
        time < Infinity &&
        typeof time === 'number' &&
        this.#handlers[kind] !== undefined &&
        (entity | 0) === entity &&
        (rank | 0) === rank
      )
    ) {
      this.#refuse('time', time, kind, entity, rank);
    }
    return this.#list.insert(time, rank, kind, entity);
  }

  #horizon(until: number | undefined): number {
    if (until === undefined) return Infinity;
    if (typeof until === 'number' && until >= this.#now) return until;
    throw new RangeError(
      `run: until is ${until}; give a number, not before the clock, which stands at ${this.#now}.`,
    );
  }

  #where(): string {
    if (this.#current < 0) return 'between events';
    return `event "${this.#names[this.#current]}" of entity ${this.#entity}`;
  }

  /** Says what is wrong with an event that cannot be scheduled. */
  #refuse(
    what: 'delay' | 'time',
    value: number,
    kind: EventKind,
    entity: number,
    rank: number,
  ): never {
    if (this.#handlers[kind] === undefined) this.#refuseKind(kind);
    if ((entity | 0) !== entity || (rank | 0) !== rank) this.#refuseInteger(kind, entity, rank);
    const name = this.#names[kind];
    throw new RangeError(
      what === 'delay'
        ? `The delay of event "${name}" is ${value} at ${this.#now}; it must be a finite number of at least 0.`
        : `The time of event "${name}" is ${value}, but the clock stands at ${this.#now}; events lie now or later, at a finite time.`,
    );
  }

  #refuseInteger(kind: EventKind, entity: number, rank: number = 0): never {
    throw new RangeError(
      `Event "${this.#names[kind]}" has entity ${entity} and rank ${rank}; both must be integers of 32 bits.`,
    );
  }

  #refuseKind(kind: number): never {
    throw new RangeError(
      `There is no event kind ${kind}; add one with on(name, handler), which returns its kind.`,
    );
  }
}
