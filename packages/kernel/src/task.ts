import type { Claim } from './claim.js';
import type { Interrupted, Outcome, Process, ProcessHandle, ProcessState } from './process.js';
import type { ProcessRunner } from './process-runner.js';
import { Source, type Waiter } from './source.js';

/** Waits for something that has not happened. */
export const WAITING = 0;
/** Its wake is among what happens at once. */
export const WOKEN = 1;
export const RUNNING = 2;
/** From here on it is over. */
export const ENDED = 3;
export const FAILED = 4;
export const CANCELLED = 5;

/**
 * A process as its runner sees it. Its fields are only declared, and set in the constructor: there is
 * one of these for every customer, and initialisers of fields would cost a call each time.
 */
export class Task extends Source<void> implements ProcessHandle, Waiter {
  declare generator: Process | undefined;
  declare readonly label: string;
  /** Place in the table of processes, by which the calendar knows it. */
  declare index: number;
  declare phase: number;
  /** Wakes that lie among what happens at once; the place is not given away before they came. */
  declare wakes: number;
  declare outcome: Outcome;
  /** What the awaited thing brought. */
  declare value: unknown;
  /** To be thrown at the next wake. */
  declare thrown: Interrupted | undefined;
  /** Causes of interrupts that came while a wake was under way. */
  declare interrupts: unknown[] | undefined;
  /** The claim whose turn or service it waits for. */
  declare claim: Claim | undefined;
  /** The thing it waits to happen. */
  declare source: Source | undefined;
  /** The latest of its claims under which it holds units. */
  declare holding: Claim | undefined;

  constructor(runner: ProcessRunner, generator: Process, label: string) {
    super(runner);
    this.generator = generator;
    this.label = label;
    this.index = -1;
    this.phase = WOKEN;
    this.wakes = 1;
    this.outcome = 'happened';
    this.value = undefined;
    this.thrown = undefined;
    this.interrupts = undefined;
    this.claim = undefined;
    this.source = undefined;
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
    this.runner.wake(this, 'happened');
  }

  interrupt(cause?: unknown): boolean {
    return this.runner.interrupt(this, cause);
  }

  cancel(): boolean {
    return this.runner.cancel(this);
  }
}
