import type { Outcome, Process, ProcessHandle, ProcessState } from './process.js';
import type { Waiting } from './resource.js';
import { type Runner, Source, type Waiter } from './source.js';

/** Waits for something that has not happened. */
export const WAITING = 0;
/** Its wake is among what happens at once. */
export const WOKEN = 1;
export const RUNNING = 2;
/** From here on it is over. */
export const ENDED = 3;
export const FAILED = 4;
export const CANCELLED = 5;

/** What a process asks of its runner. */
export interface TaskRunner extends Runner {
  wake(task: Task, outcome: Outcome): void;
  interrupt(task: Task, cause: unknown): boolean;
  cancel(task: Task): boolean;
}

/**
 * A process as its runner sees it. Its fields are only declared, and set in the constructor: there is
 * one of these for every customer, and initialisers of fields would cost a call each time.
 */
export class Task extends Source<void> implements ProcessHandle, Waiter {
  declare readonly runner: TaskRunner;
  declare generator: Process<unknown> | undefined;
  declare readonly label: string;
  /** Place in the table of processes, by which the calendar knows it. */
  declare index: number;
  declare phase: number;
  /** Wakes that lie among what happens at once; the place is not given away before they came. */
  declare wakes: number;
  declare outcome: Outcome;
  /** What the awaited thing brought, or what it waits to put into a store. */
  declare value: unknown;
  /** To be thrown at the next wake. */
  declare thrown: unknown;
  /** Causes of interrupts that came while a wake was under way. */
  declare interrupts: unknown[] | undefined;
  /** The claim whose turn or service it waits for. */
  declare claim: Claim | undefined;
  /** The thing it waits to happen. */
  declare source: Source | undefined;
  /** Its requests that wait together with other things. */
  declare turns: Settled[] | undefined;
  /** The latest of its claims under which it holds units. */
  declare holding: Claim | undefined;

  constructor(runner: TaskRunner, generator: Process<unknown>, label: string) {
    super(runner);
    this.generator = generator;
    this.label = label;
    this.index = -1;
    this.phase = WOKEN;
    this.wakes = 1;
    this.outcome = 'started' as Outcome;
    this.value = undefined;
    this.thrown = undefined;
    this.interrupts = undefined;
    this.claim = undefined;
    this.source = undefined;
    this.turns = undefined;
    this.holding = undefined;
  }

  get name(): string {
    const number = `process ${this.index}`;
    return this.label === '' ? number : `${this.label} (${number})`;
  }

  get state(): ProcessState {
    const { phase } = this;
    if (phase < ENDED) return 'active';
    return phase === ENDED ? 'ended' : phase === FAILED ? 'failed' : 'cancelled';
  }

  get happened(): boolean {
    return this.phase >= ENDED;
  }

  get result(): undefined {
    return undefined;
  }

  told(source: Source): void {
    this.value = source.result;
    this.source = undefined;
    this.runner.wake(this, source.ending);
  }

  interrupt(cause?: unknown): boolean {
    return this.runner.interrupt(this, cause);
  }

  cancel(): boolean {
    return this.runner.cancel(this);
  }
}

/** Who gives out what is claimed: a resource, a store. */
export interface Host {
  readonly name: string;
  /** Takes a claim out, waiting or served; returns what was left of its service, else 0. */
  withdraw(claim: Claim): number;
  /** Ends a claim whose patience is over. */
  renege(claim: Claim): void;
  /** The service or the resumed hold of a claim is complete. */
  complete(claim: Claim): void;
  /** Takes back what a process that is over held. */
  takeBack(claim: Claim): void;
}

/** A request that its process waits for together with other things. */
export interface Settled {
  readonly claim: Claim | undefined;
  settle(outcome: Outcome): void;
  letGo(): void;
}

/** How a claim is used: by a process on its own, or served by the resource and then over. */
export const HELD = 0;
export const SERVED = 1;

/** Where it stands: in no list (yet), in a line, or with units granted. */
export const NOWHERE = 0;
export const QUEUED = 1;
export const GRANTED = 2;

/**
 * One request, from the moment it is made until what was granted is given back. Claims are used
 * again and again, so that nothing is allocated for a request.
 */
export class Claim implements Waiting {
  /** Place in the table of claims, by which the calendar knows it. */
  index: number = -1;
  host: Host | undefined = undefined;
  task: Task | undefined = undefined;
  use: number = HELD;
  stage: number = NOWHERE;
  units: number = 1;
  /** So many units must stay free after the grant. */
  spare: number = 0;
  priority: number = NaN;
  /** Order of requests. */
  order: number = 0;
  joined: number = NaN;
  since: number = NaN;
  /** Full time of the service. */
  service: number = NaN;
  /** What draws the time of the service whenever it begins from the start. */
  draw: (() => number) | undefined = undefined;
  /** Which things of a store will do. */
  filter: ((item: unknown) => boolean) | undefined = undefined;
  /** Time still to be served once units are granted; NaN if the process minds its own time. */
  left: number = NaN;
  ends: number = NaN;
  /** Event of the end of patience while waiting, of the end of service later. */
  event: number = NaN;
  onPreempt: 'interrupt' | 'resume' | 'restart' | 'lose' = 'interrupt';
  /** Number of the server, where servers have numbers. */
  server: number = -1;
  /** What its process waits for together with other things, if it does. */
  turn: Settled | undefined = undefined;
  /** Neighbours in a line or among those served. */
  before: Claim | undefined = undefined;
  after: Claim | undefined = undefined;
  /** Next claim of the same process. */
  sibling: Claim | undefined = undefined;
  /** Place in a line that is an array. */
  place: number = -1;

  get process(): ProcessHandle {
    return this.task!;
  }
}
