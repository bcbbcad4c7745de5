import type { Calendar, EventKind } from './calendar.js';
import type { EventHandle } from './event-list.js';
import { PriorityLine } from './line.js';
import type { ProcessHandle, Token } from './process.js';
import type { LevelObserver } from './observer.js';
import { Place } from './place.js';
import { type ProcessRunner, TOKEN } from './process-runner.js';
import { finiteOf, limitOf } from './resource-checks.js';
import { RANK } from './ranks.js';
import { type Claim, type Host, SERVED } from './task.js';

export interface SharingOptions {
  /** Work done in a unit of time by all together. Default 1. */
  readonly capacity?: number;
  /** Most of it that one customer can use. Default 1: `capacity` servers that help each other. */
  readonly each?: number;
  /** How many may be in it; others are rejected. Default: no limit. */
  readonly limit?: number;
}

/** A server that works for everybody present at once, in equal shares: there is no line. */
export interface ProcessorSharing {
  readonly name: string;
  /** How many are being served. */
  readonly present: number;
  /** Those who are served, first who will be done first; allocates. */
  processes(): ProcessHandle[];
  /**
   * Is served until so much work is done: `yield cpu.serve(3)`. Alone and with the defaults this
   * takes 3 units of time. Outcomes: 'served', 'rejected'.
   */
  serve(work: number): Token;
  /** Changes the work done in a unit of time, now; 0 is legal. */
  setCapacity(capacity: number): void;
  /** Watches from now on, beside who watches already. */
  observe(observer: SharingObserver): void;
}

/** What watches a server that is shared. */
export interface SharingObserver {
  /** Told of the number of those being served. */
  readonly present?: LevelObserver;
}

/**
 * The inside of every {@link ProcessorSharing}. A clock runs that shows the work each customer
 * present has got so far (virtual time); who comes at clock v with work w is done at v + w.
 */
export class SharedServer extends Place implements ProcessorSharing, Host {
  readonly #calendar: Calendar;
  readonly #kind: EventKind;
  /** By the reading of the work clock at which they are done. */
  readonly #served: PriorityLine = new PriorityLine();
  readonly #each: number;
  readonly #limit: number;
  #capacity: number;
  #clock = 0;
  /** When the work clock was read last. */
  #read: number;
  #event: EventHandle | undefined = undefined;

  constructor(runner: ProcessRunner, name: string, options: SharingOptions) {
    super(runner, 'sharing', name, options, ['capacity', 'each', 'limit'], ['present']);
    this.#calendar = runner.calendar;
    this.#read = runner.calendar.now;
    this.#kind = runner.calendar.on(`completion at ${name}`, () => this.#complete());
    this.#capacity = finiteOf(name, 'capacity', options.capacity ?? 1);
    this.#each = finiteOf(name, 'each', options.each ?? 1);
    this.#limit = limitOf(name, 'limit', options.limit ?? Infinity);
  }

  get present(): number {
    return this.#served.size;
  }

  processes(): ProcessHandle[] {
    return Array.from(this.#served, (claim) => claim.task!);
  }

  serve(work: number): Token {
    finiteOf(this.name, 'work', work);
    const claim = this.runner.claim('serve', this);
    claim.use = SERVED;
    if (this.#served.size >= this.#limit) {
      this.runner.wake(claim.task!, 'rejected');
      this.runner.claims.free(claim);
      return TOKEN;
    }
    this.#advance();
    claim.priority = this.#clock + work;
    this.#served.add(claim);
    this.#plan();
    return TOKEN;
  }

  setCapacity(capacity: number): void {
    finiteOf(this.name, 'capacity', capacity);
    this.#advance();
    this.#capacity = capacity;
    this.#plan();
  }

  withdraw(claim: Claim): number {
    this.#advance();
    const left = Math.max(0, claim.priority - this.#clock);
    this.#remove(claim);
    this.#plan();
    return left;
  }

  /** Work that each customer gets in a unit of time. */
  #rate(): number {
    return Math.min(this.#each, this.#capacity / this.#served.size);
  }

  #advance(): void {
    const { now } = this.#calendar;
    // an empty server starts its clock anew, so that long runs lose no digits
    this.#clock = this.#served.size === 0 ? 0 : this.#clock + (now - this.#read) * this.#rate();
    this.#read = now;
  }

  #plan(): void {
    this.note();
    if (this.#event !== undefined) this.#calendar.cancel(this.#event);
    this.#event = undefined;
    if (this.#served.size === 0 || this.#rate() === 0) return;
    const left = Math.max(0, this.#served.next().priority - this.#clock) / this.#rate();
    this.#event = this.#calendar.schedule(left, this.#kind, 0, RANK.completion);
  }

  /** The first is done, and with it all who are done at the same reading. */
  #complete(): void {
    const first = this.#served.next();
    const reading = first.priority;
    this.#clock = reading;
    this.#read = this.#calendar.now;
    for (let claim = first; this.#served.size > 0; ) {
      claim = this.#served.next();
      if (claim.priority > reading) break;
      this.runner.wake(claim.task!, 'served');
      this.#remove(claim);
    }
    this.#event = undefined;
    this.#plan();
  }

  #remove(claim: Claim): void {
    this.#served.remove(claim);
    this.runner.claims.free(claim);
  }
}
