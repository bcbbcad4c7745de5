import type { Calendar, EventKind } from './calendar.js';
import { Claim, type Host, NOWHERE } from './claim.js';
import type { EventHandle } from './event-list.js';
import { Interrupted, type Outcome, type Process, type Token } from './process.js';
import { RANK } from './ranks.js';
import { SimulationError } from './simulation-error.js';
import { Slots } from './slots.js';
import { Source } from './source.js';
import { CANCELLED, ENDED, FAILED, RUNNING, Task, WAITING, WOKEN } from './task.js';
import { lineOf, said } from './wrong-yield.js';

/** What all generators inherit: looking `next` up in each kind of them would cost more. */
const GENERATOR = Object.getPrototypeOf(
  Object.getPrototypeOf((function* (): Process {})()),
) as Process;
const IS_OVER: (this: Process, generator: object) => boolean = Object.prototype.isPrototypeOf;
const NEXT: (this: Process, outcome: Outcome) => unknown = GENERATOR.next;

/** The one value that commands return. */
export const TOKEN = 7 as Token;

/**
 * Lets processes go on and wait. A command (hold, request, …) arranges what will wake the process
 * and returns the token; the yield of the token then only lets go of the processor. So there is
 * nothing to allocate and nothing to look up between a command and its end.
 */
export class ProcessRunner {
  readonly calendar: Calendar;
  /** The process whose code runs. */
  current: Task | undefined = undefined;
  readonly #tasks: Slots<Task> = new Slots();
  readonly #claims: Slots<Claim> = new Slots();
  /** Claims that are over, chained by `after`. */
  #freeClaim: Claim | undefined = undefined;
  readonly #wake: EventKind;
  readonly #held: EventKind;
  readonly #patience: EventKind;
  readonly #completion: EventKind;
  /** Of the hold of each process: its event and its time. */
  #holds: Float64Array = new Float64Array(64);
  #ends: Float64Array = new Float64Array(64);
  /** True between a command and its yield. */
  #arranged = false;
  /** True if the next command of the current process shall tell where it stands. */
  #probing = false;
  #probe: unknown = undefined;
  #orders = 0;

  constructor(calendar: Calendar) {
    this.calendar = calendar;
    this.#wake = calendar.on('process', (index) => this.#woken(this.#tasks.at(index)));
    this.#held = calendar.on('hold', (index) => this.resume(this.#tasks.at(index), 'elapsed'));
    this.#patience = calendar.on('patience', (index) => {
      const claim = this.#claims.at(index);
      claim.host!.renege(claim);
    });
    this.#completion = calendar.on('completion', (index) => {
      const claim = this.#claims.at(index);
      claim.host!.complete(claim);
    });
  }

  start(process: Process | (() => Process), label: string): Task {
    if (this.#probing) this.#tell();
    const made = typeof process === 'function';
    const generator = made ? process() : process;
    if (!IS_OVER.call(GENERATOR, generator)) {
      throw new TypeError(
        `start(${said(process)}): a process is what a generator function returns, as in start(customer()).`,
      );
    }
    const task = new Task(this, generator, label === '' && made ? process.name : label);
    const index = this.#tasks.add(task);
    task.index = index;
    if (index === this.#holds.length) this.#grow();
    this.calendar.atOnce(this.#wake, index);
    return task;
  }

  /** The current process, for a command that needs one. */
  running(command: string): Task {
    if (this.#probing) this.#tell();
    const task = this.current;
    if (task === undefined) {
      throw new SimulationError(`${command} belongs into a process; nothing was done.`, {
        time: this.calendar.now,
        where: 'outside any process',
      });
    }
    return task;
  }

  /** The current process, which is about to wait. */
  arrange(command: string): Task {
    const task = this.running(command);
    if (this.#arranged) {
      throw this.error(`${command} was called, but the command before it was never yielded.`);
    }
    this.#arranged = true;
    task.phase = WAITING;
    return task;
  }

  /** Arranges the end of a hold. The process that holds units is taken to complete a service. */
  hold(delay: number, rank: number | undefined): Token {
    if (!(delay >= 0 && delay < Infinity)) {
      throw new RangeError(`hold(${delay}): a time must be a finite number of at least 0.`);
    }
    const task = this.arrange('hold');
    this.#schedule(
      task,
      delay,
      rank ?? (task.holding === undefined ? RANK.arrival : RANK.completion),
    );
    return TOKEN;
  }

  /** A claim of the current process. */
  claim(command: string, host: Host, patience: number | undefined): Claim {
    if (patience !== undefined && !(patience >= 0)) {
      throw new RangeError(
        `${command} of "${host.name}": the patience is ${patience}; it must be a number of at least 0.`,
      );
    }
    const task = this.arrange(command);
    let claim = this.#freeClaim;
    if (claim === undefined) {
      claim = new Claim();
      claim.index = this.#claims.add(claim);
    } else {
      this.#freeClaim = claim.after;
      claim.after = undefined;
    }
    claim.task = task;
    claim.host = host;
    claim.order = this.#orders++;
    claim.joined = this.calendar.now;
    claim.since = NaN;
    claim.left = NaN;
    claim.event = 0;
    claim.stage = NOWHERE;
    task.claim = claim;
    return claim;
  }

  /** Gives a claim away that is over. */
  free(claim: Claim): void {
    claim.task = undefined;
    claim.host = undefined;
    claim.draw = undefined;
    claim.after = this.#freeClaim;
    this.#freeClaim = claim;
  }

  /** Lets a waiting claim renege after a time. */
  startPatience(claim: Claim, patience: number = Infinity): void {
    claim.ends = this.calendar.now + patience;
    if (patience === Infinity) return;
    claim.event = this.calendar.schedule(patience, this.#patience, claim.index, RANK.patience);
  }

  startService(claim: Claim, time: number): void {
    claim.event = this.calendar.schedule(time, this.#completion, claim.index, RANK.completion);
    claim.ends = this.calendar.now + time;
  }

  /** Cancels the end of patience or of service. */
  stopClock(claim: Claim): void {
    if (claim.event === 0) return;
    this.calendar.cancel(claim.event as EventHandle);
    claim.event = 0;
  }

  /** Lets a process go on: within its own command at its yield, else at once after this event. */
  wake(task: Task, outcome: Outcome): void {
    task.outcome = outcome;
    task.claim = undefined;
    if (task === this.current) {
      task.phase = RUNNING;
    } else {
      task.phase = WOKEN;
      task.wakes++;
      this.calendar.atOnce(this.#wake, task.index);
    }
  }

  /** Makes a process that was woken, but did not go on yet, wait again. */
  unwake(task: Task): void {
    task.phase = WAITING;
  }

  /** True if the process sits in a plain hold. */
  isHolding(task: Task): boolean {
    return (
      task.phase === WAITING &&
      task.claim === undefined &&
      this.calendar.isPending(this.#holds[task.index]! as EventHandle)
    );
  }

  /** Takes a process out of its hold, or out of what else it waits for; returns the time left. */
  detach(task: Task): number {
    const { claim, source } = task;
    if (claim !== undefined) {
      task.claim = undefined;
      return claim.host!.withdraw(claim);
    }
    if (source !== undefined) {
      task.source = undefined;
      source.leave(task);
      return 0;
    }
    const held = this.calendar.cancel(this.#holds[task.index]! as EventHandle);
    return held ? this.#ends[task.index]! - this.calendar.now : 0;
  }

  interrupt(task: Task, cause: unknown): boolean {
    if (task.phase >= ENDED) return false;
    if (task === this.current) {
      throw this.error('a process cannot interrupt itself; it may throw instead.');
    }
    if (task.phase === WAITING) this.#throwInto(task, cause);
    else (task.interrupts ??= []).push(cause);
    return true;
  }

  cancel(task: Task): boolean {
    if (task.phase >= ENDED) return false;
    if (task.phase === RUNNING || this.#arranged) {
      throw this.error(
        this.#arranged
          ? 'cancel was called between a command and its yield.'
          : 'a process cannot cancel itself; it may return instead.',
      );
    }
    if (task.phase === WAITING) this.detach(task);
    const outer = this.current;
    this.current = task;
    task.phase = RUNNING;
    try {
      if (task.generator!.return().done !== true) {
        throw this.error('a cancelled process cannot wait: no yield in its finally block.');
      }
      this.#over(task, CANCELLED);
    } catch (error) {
      this.#fail(task, error);
    } finally {
      this.current = outer;
    }
    return true;
  }

  /** Lets a process run to its next wait. */
  resume(task: Task, outcome: Outcome): void {
    task.outcome = outcome;
    task.claim = undefined;
    task.phase = RUNNING;
    this.current = task;
    const generator = task.generator!;
    try {
      do {
        const { thrown } = task;
        let step: IteratorResult<unknown, void>;
        if (thrown === undefined)
          step = NEXT.call(generator, task.outcome) as IteratorResult<unknown, void>;
        else {
          task.thrown = undefined;
          step = generator.throw(thrown);
        }
        if (step.done === true) {
          this.#end(task);
          return;
        }
        if (step.value === TOKEN && this.#arranged) this.#arranged = false;
        else this.#await(task, step.value);
      } while (task.phase === RUNNING);
      if (task.interrupts !== undefined) this.#nextInterrupt(task, task.interrupts);
    } catch (error) {
      this.#fail(task, error);
    } finally {
      this.current = undefined;
    }
  }

  /** What a process is told when it did something wrong. */
  error(message: string, cause?: unknown): SimulationError {
    return new SimulationError(
      message,
      { time: this.calendar.now, where: this.current?.name ?? 'outside any process' },
      cause === undefined ? {} : { cause },
    );
  }

  #woken(task: Task): void {
    task.wakes--;
    if (task.phase === WOKEN) this.resume(task, task.outcome);
    else if (task.phase >= ENDED && task.wakes === 0) this.#tasks.remove(task.index);
  }

  #await(task: Task, value: unknown): void {
    if (this.#arranged) throw this.error(`a command was called, but ${said(value)} was yielded.`);
    if (!(value instanceof Source)) {
      const [place, cause] = this.#placeOf(task);
      throw this.error(
        `it yielded ${value === TOKEN ? 'a command for the second time' : said(value)}, ${place}; a process yields what hold, request and the like return, or a signal, timeout or started process.`,
        cause,
      );
    }
    if (value.runner !== this) throw this.error('it waits for a thing of another simulation.');
    if (value === task) throw this.error('it waits for its own end.');
    if (value.happened) {
      task.outcome = 'happened';
      task.value = value.result;
    } else {
      task.phase = WAITING;
      task.source = value;
      value.join(task);
    }
  }

  /**
   * Where a process stands that yielded something wrong. No stack shows a generator that waits, so
   * it is let go on until it calls the simulation again, or throws, and that place is told.
   */
  #placeOf(task: Task): [place: string, cause: unknown] {
    this.#probing = true;
    this.#probe = undefined;
    try {
      task.generator!.next('happened');
    } catch (error) {
      this.#probe ??= error;
    }
    this.#probing = false;
    const line = lineOf(this.#probe);
    return [
      line === undefined
        ? 'and nothing that is called after it can tell the line'
        : `just before ${line}`,
      this.#probe,
    ];
  }

  #tell(): never {
    this.#probing = false;
    this.#probe = new Error('The process comes by here right after its wrong yield.');
    throw this.#probe;
  }

  #throwInto(task: Task, cause: unknown): void {
    task.thrown = new Interrupted(cause, this.detach(task));
    this.wake(task, 'happened');
  }

  #nextInterrupt(task: Task, causes: unknown[]): void {
    if (task.phase !== WAITING) return;
    if (causes.length === 1) task.interrupts = undefined;
    this.current = undefined;
    this.#throwInto(task, causes.shift());
  }

  #end(task: Task): void {
    if (this.#arranged)
      throw this.error('it ended with a command that was called but not yielded.');
    const claim = task.holding;
    if (claim !== undefined) {
      throw this.error(
        `it ended while it held ${claim.units} of "${claim.host!.name}", which is released now; release() belongs before the end.`,
      );
    }
    this.#over(task, ENDED);
  }

  #fail(task: Task, error: unknown): never {
    try {
      // a process that stands at a wrong yield shall have its finally blocks run too
      task.generator?.return();
    } catch {
      // one error is enough
    }
    if (task.phase < ENDED) this.#over(task, FAILED);
    if (error instanceof SimulationError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw this.error(error instanceof Interrupted ? `nobody caught: ${message}` : message, error);
  }

  #over(task: Task, phase: number): void {
    if (this.#arranged) {
      this.#arranged = false;
      if (task.phase === WAITING) this.detach(task);
    }
    while (task.holding !== undefined) task.holding.host!.takeBack(task.holding);
    task.phase = phase;
    task.generator = undefined;
    task.value = undefined;
    task.interrupts = undefined;
    if (task.wakes === 0) this.#tasks.remove(task.index);
    if (task.waiters !== undefined) task.tell();
  }

  #schedule(task: Task, delay: number, rank: number): void {
    const { index } = task;
    this.#holds[index] = this.calendar.schedule(delay, this.#held, index, rank);
    this.#ends[index] = this.calendar.now + delay;
  }

  #grow(): void {
    const holds = this.#holds;
    const ends = this.#ends;
    this.#holds = new Float64Array(2 * holds.length);
    this.#ends = new Float64Array(2 * ends.length);
    this.#holds.set(holds);
    this.#ends.set(ends);
  }
}
