import type { Calendar, EventKind } from './calendar.js';
import type { EventHandle } from './event-list.js';
import { RANK } from './ranks.js';
import type { BreakdownOptions } from './resource.js';
import { checkOptions, refuse } from './refuse.js';
import { oneOf } from './resource-checks.js';
import type { Stream } from './stream.js';
import type { Claim } from './task.js';
import { requireVariate } from './variate.js';

/** The resource whose servers break down. */
interface Owner {
  readonly name: string;
  servedBy(server: number): Claim | undefined;
  evict(claim: Claim, how: Claim['onPreempt']): void;
  breakDown(units: number): void;
}

const RULES = ['resume', 'restart', 'lose', 'finish'];

const IDLE = 0;
const BUSY = 1;
const BROKEN = 2;
/** Busy, and broken as soon as this customer is gone. */
const DYING = 3;

/** Servers with numbers: which of them serves whom, and when each breaks down and is repaired. */
export class Breakdowns {
  readonly #owner: Owner;
  readonly #calendar: Calendar;
  readonly #options: BreakdownOptions;
  readonly #streams: Stream[] = [];
  readonly #states: number[] = [];
  /** Time left to the next breakdown, as of when the server last began to age or stopped. */
  readonly #left: number[] = [];
  /** When the server began to age. */
  readonly #since: number[] = [];
  readonly #events: (EventHandle | undefined)[] = [];
  readonly #failure: EventKind;
  readonly #repair: EventKind;

  constructor(
    owner: Owner,
    servers: number,
    calendar: Calendar,
    options: BreakdownOptions,
    stream: (name: string) => Stream,
  ) {
    const where = `breakdowns of ${owner.name}`;
    checkOptions(where, options, ['up', 'repair', 'whenIdle', 'rule']);
    requireVariate(`${where}.up`, options.up);
    requireVariate(`${where}.repair`, options.repair);
    oneOf(where, 'rule', options.rule, RULES);
    // without any time between two breakdowns the clock might stand still for ever
    if (!(options.up.mean > 0)) refuse(`${where}.up`, options.up.mean, 'give a mean above 0');
    this.#owner = owner;
    this.#calendar = calendar;
    this.#options = options;
    this.#failure = calendar.on(`breakdown at ${owner.name}`, (server) => this.#fail(server));
    this.#repair = calendar.on(`repair at ${owner.name}`, (server) => this.#repaired(server));
    for (let server = 0; server < servers; server++) {
      this.#streams.push(stream(`${where} ${server}`));
      this.#renew(server);
    }
  }

  /** The first server that is idle begins to work. */
  take(): number {
    const server = this.#states.indexOf(IDLE);
    this.#states[server] = BUSY;
    if (this.#options.whenIdle !== true) this.#age(server);
    return server;
  }

  /** A server has finished, or its customer was taken from it. */
  give(server: number): void {
    const state = this.#states[server];
    if (state === DYING) this.#breakDown(server);
    if (state !== BUSY) return;
    this.#states[server] = IDLE;
    const event = this.#events[server];
    if (this.#options.whenIdle === true || event === undefined) return;
    this.#calendar.cancel(event);
    this.#left[server]! -= this.#calendar.now - this.#since[server]!;
  }

  #renew(server: number): void {
    this.#states[server] = IDLE;
    this.#left[server] = this.#streams[server]!.draw(this.#options.up);
    if (this.#options.whenIdle === true) this.#age(server);
  }

  #age(server: number): void {
    this.#since[server] = this.#calendar.now;
    const left = Math.max(0, this.#left[server]!);
    this.#events[server] = this.#calendar.schedule(left, this.#failure, server, RANK.breakdown);
  }

  #fail(server: number): void {
    const rule = this.#options.rule ?? 'resume';
    const customer = this.#owner.servedBy(server);
    if (customer === undefined) {
      this.#breakDown(server);
    } else if (rule === 'finish') {
      this.#states[server] = DYING;
    } else {
      this.#breakDown(server);
      this.#owner.evict(customer, rule);
    }
  }

  #breakDown(server: number): void {
    this.#states[server] = BROKEN;
    this.#owner.breakDown(1);
    const time = this.#streams[server]!.draw(this.#options.repair);
    this.#calendar.schedule(time, this.#repair, server, RANK.breakdown);
  }

  #repaired(server: number): void {
    this.#renew(server);
    this.#owner.breakDown(-1);
  }
}
