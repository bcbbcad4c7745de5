import { generatorOf, isGeneratorFunction, NEXT, type Start } from './generators.js';
import { ProcessWaits } from './process-waits.js';
import { Interrupted, type Process, type Token } from './process.js';
import { RANK } from './ranks.js';
import { SimulationError, textOf } from './simulation-error.js';
import { checkOptions, finite, integer } from './refuse.js';
import { limitOf } from './resource-checks.js';
import { Source } from './source.js';
import {
  CANCELLED,
  type Claim,
  ENDED,
  FAILED,
  type Host,
  RUNNING,
  Task,
  WAITING,
  WOKEN,
} from './task.js';
import { Turn } from './turn.js';
import { Probe, said } from './wrong-yield.js';

/** What all who wait may say. */
export const PATIENCE: readonly string[] = ['patience'];

/** Most steps of a process in a row; minutes of them would end by no limit of a run. */
const MOST_STEPS = 1e7;

/** What commands return, but for requests: these have numbers beyond it, so that they can be told apart. */
export const TOKEN = 536870912 as Token;
/** No command waits for its yield; only requests do that a condition is still to take in. */
const NONE = 0;
const LOOSE = 1;

function checkClaim(
  name: string,
  options: { readonly patience?: number },
  keys: readonly string[],
): void {
  checkOptions(name, options, keys);
  limitOf(name, 'patience', options.patience ?? 0);
}

/**
 * Lets processes go on and wait. A command (hold, request, …) arranges what will wake the process
 * and returns the token; the yield of the token then only lets go of the processor. So there is
 * nothing to allocate and nothing to look up between a command and its end.
 */
export class ProcessRunner extends ProcessWaits {
  /** What a command returned that was not yielded yet; negative where others are loose. */
  #arranged: number = NONE;
  /** Requests that were called before and are in no condition yet. */
  #loose: Turn[] | undefined = undefined;
  readonly #probe: Probe = new Probe();
  /** The function started last, if it makes generators, and its name: to look at it costs as much as a start. */
  #started: (() => Process<unknown>) | undefined = undefined;
  #name: string = '';

  start(process: Start, label: string): Task {
    if (this.#probe.armed) this.#probe.stop();
    if (typeof process !== 'function') return this.#begin(generatorOf(process), label);
    const generator = process === this.#started ? process() : this.#meet(process);
    return this.#begin(generator, label === '' ? this.#name : label);
  }

  /** Looks at a function that is not the one started last. */
  #meet(process: () => Process<unknown>): Process<unknown> {
    const generator = generatorOf(process);
    this.#started = isGeneratorFunction(process) ? process : undefined;
    this.#name = process.name;
    return generator;
  }

  #begin(generator: Process<unknown>, label: string): Task {
    const task = new Task(this, generator, label);
    task.index = this.tasks.add(task);
    this.calendar.atOnce(this.wakeKind, task.index);
    return task;
  }

  /** The current process, for a command that needs one. */
  running(command: string, of?: string): Task {
    const task = this.current;
    if (task === undefined || this.#probe.armed || this.calendar.trace !== undefined) {
      this.#look(task, command, of);
    }
    return task!;
  }

  /** Looks at a command that is out of the ordinary, or watched. */
  #look(task: Task | undefined, command: string, of?: string): void {
    if (this.#probe.armed) this.#probe.stop();
    if (task === undefined) {
      throw this.error(`${command} belongs into a process; nothing was done.`);
    }
    this.calendar.trace!({
      time: this.calendar.now,
      event: command,
      entity: task.index,
      atOnce: true,
      who: task.name,
      what: of,
    });
  }

  /** The current process, which is about to wait. */
  arrange(command: string, of?: string): Task {
    const task = this.running(command, of);
    if (this.#arranged !== NONE) this.#setAside(task, command);
    this.#arranged = TOKEN;
    task.phase = WAITING;
    return task;
  }

  /** The claim just made is a request, which may become a part of a condition. */
  asked({ order }: Claim): Token {
    const token = (TOKEN + 1 + (order & 0xfffffff)) as Token;
    this.#arranged = this.#loose === undefined ? token : -Number(token);
    return token;
  }

  /** A request that was called and not yielded, for a condition that takes it in. */
  turn(token: Token): Turn | undefined {
    const task = this.current;
    if (task === undefined || token <= TOKEN) return undefined;
    if (token === Math.abs(this.#arranged)) this.#setAside(task);
    const turn = this.#loose?.find((one) => one.token === token);
    if (turn === undefined) return undefined;
    this.#loose = this.#loose!.filter((one) => one !== turn);
    if (this.#loose.length > 0) return turn;
    this.#loose = undefined;
    this.#arranged = this.#arranged === LOOSE ? NONE : -this.#arranged;
    return turn;
  }

  /** Lets a request wait without its process, which may make another one or a condition. */
  #setAside(task: Task, command: string = 'request'): void {
    const token = Math.abs(this.#arranged);
    if (command !== 'request' || token === TOKEN) {
      throw this.error(`${command} was called, but the command before it was never yielded.`);
    }
    if (token === LOOSE) return;
    const outcome = task.phase === RUNNING ? task.outcome : undefined;
    const claim =
      outcome === undefined ? task.claim : outcome === 'granted' ? task.holding : undefined;
    task.phase = RUNNING;
    task.claim = undefined;
    (this.#loose ??= []).push(new Turn(this, token as Token, claim, outcome));
    this.#arranged = LOOSE;
  }

  /** Arranges the end of a hold. The process that holds units is taken to complete a service. */
  hold(delay: number, rank: number | undefined): Token {
    finite(delay, 'time of hold', 0);
    return this.#hold(this.calendar.now + delay, rank);
  }

  holdUntil(time: number, rank: number | undefined): Token {
    finite(time, 'time of holdUntil', this.calendar.now);
    return this.#hold(time, rank);
  }

  #hold(time: number, rank: number | undefined): Token {
    const task = this.arrange('hold');
    task.outcome = 'elapsed';
    const usual = task.holding === undefined ? RANK.arrival : RANK.completion;
    this.holds.start(task.index, time, rank === undefined ? usual : integer(rank, 'rank of hold'));
    return TOKEN;
  }

  /** A claim of the current process. */
  claim(
    command: string,
    host: Host,
    options?: { readonly patience?: number },
    keys: readonly string[] = PATIENCE,
  ): Claim {
    if (options !== undefined) checkClaim(host.name, options, keys);
    return this.claims.take(this.arrange(command, host.name), host);
  }

  interrupt(task: Task, cause: unknown): boolean {
    if (task.phase >= ENDED) return false;
    if (task === this.current) {
      throw this.error('a process cannot interrupt itself; it may throw instead.');
    }
    if (task.phase === WAITING) this.#interrupt(task, cause);
    else (task.interrupts ??= []).push(cause);
    return true;
  }

  cancel(task: Task): boolean {
    if (task.phase >= ENDED) return false;
    if (task.phase === RUNNING || this.#arranged !== NONE) {
      throw this.error(
        this.#arranged !== NONE
          ? 'cancel was called between a command and its yield.'
          : 'a process cannot cancel itself; it may return instead.',
      );
    }
    if (task.phase === WAITING) this.detach(task);
    const outer = this.current;
    this.current = task;
    task.phase = RUNNING;
    try {
      if (task.generator!.return(undefined).done !== true) {
        throw this.error('a cancelled process cannot wait in its finally block.');
      }
      this.#over(task, CANCELLED);
    } catch (error) {
      this.#fail(task, error);
    } finally {
      this.current = outer;
      this.#retire(task);
    }
    return true;
  }

  /** Lets a process run to its next wait. */
  protected resume(task: Task): void {
    task.claim = undefined;
    task.phase = RUNNING;
    this.current = task;
    try {
      for (let steps = 0; task.phase === RUNNING; steps++) {
        if (steps === MOST_STEPS) throw this.error(`it did not wait for ${MOST_STEPS} steps.`);
        const step =
          task.thrown === undefined ? NEXT.call(task.generator!, task.outcome) : this.#throw(task);
        const arranged = this.#arranged;
        if (step.done === true) this.#end(task);
        else if (step.value === arranged && arranged >= TOKEN) this.#arranged = NONE;
        else this.#await(task, step.value);
      }
      if (task.interrupts !== undefined) this.#nextInterrupt(task, task.interrupts);
    } catch (error) {
      this.#fail(task, error);
    } finally {
      this.current = undefined;
      if (task.phase >= ENDED) this.#retire(task);
    }
  }

  #throw(task: Task): IteratorResult<unknown, unknown> {
    const { thrown } = task;
    task.thrown = undefined;
    return task.generator!.throw(thrown);
  }

  protected woken(task: Task): void {
    task.wakes--;
    if (task.phase === WOKEN) this.resume(task);
    else if (task.phase >= ENDED) this.#retire(task);
  }

  #await(task: Task, value: unknown): void {
    if (this.#arranged !== NONE) {
      const what = value === -this.#arranged ? 'only another one' : said(value);
      throw this.error(`a command was called, but ${what} was yielded.`);
    }
    if (!(value instanceof Source)) {
      const [place, cause] = this.#probe.send(task.generator!);
      throw this.error(
        `it yielded ${Number(value) >= TOKEN ? 'a command for the second time' : said(value)}, ${place}; yield what hold, request and the like return, or a signal, timeout or started process.`,
        cause,
      );
    }
    if (value.runner !== this) throw this.error('it waits for a thing of another simulation.');
    if (value === task) throw this.error('it waits for its own end.');
    if (value.happened) {
      task.outcome = value.ending;
      task.value = value.result;
    } else {
      task.phase = WAITING;
      task.source = value;
      value.join(task);
    }
  }

  /** Takes a process out of what it waits for and lets it go on with an error. */
  throwInto(task: Task, error: (left: number) => unknown): void {
    task.thrown = error(this.detach(task));
    this.wake(task, 'happened');
  }

  #interrupt(task: Task, cause: unknown): void {
    this.throwInto(task, (left) => new Interrupted(cause, left));
  }

  #nextInterrupt(task: Task, causes: unknown[]): void {
    if (task.phase !== WAITING) return;
    if (causes.length === 1) task.interrupts = undefined;
    this.current = undefined;
    this.#interrupt(task, causes.shift());
  }

  #end(task: Task): void {
    if (this.#arranged !== NONE)
      throw this.error('it ended with a command that was called but not yielded.');
    const claim = task.holding;
    if (claim !== undefined) {
      throw this.error(
        `it ended while it held ${claim.units} of "${claim.host!.name}": release() before the end.`,
      );
    }
    if (task.turns === undefined) this.#close(task, ENDED);
    else this.#over(task, ENDED);
  }

  #fail(task: Task, error: unknown): never {
    try {
      // a process that stands at a wrong yield shall have its finally blocks run too
      task.generator?.return(undefined);
    } catch {
      // one error is enough
    }
    // the engines' own words for a yield* of a number, which a command is
    const delegated = error instanceof TypeError && /itera|yield\*/i.test(error.message);
    const hint = this.#arranged !== NONE && delegated ? ' (yield a command, not yield*)' : '';
    if (task.phase < ENDED) this.#over(task, FAILED);
    if (error instanceof SimulationError) throw error;
    const message = textOf(error);
    throw this.error(
      error instanceof Interrupted ? `nobody caught: ${message}` : message + hint,
      error,
    );
  }

  /** Ends a process that may have asked for something, or may hold something. */
  #over(task: Task, phase: number): void {
    if (this.#arranged !== NONE) {
      if (task.phase === WAITING) this.detach(task);
      this.#arranged = NONE;
      this.#loose = undefined;
    }
    if (task.turns !== undefined) for (const turn of [...task.turns]) turn.letGo();
    while (task.holding !== undefined) task.holding.host!.takeBack(task.holding);
    this.#close(task, phase);
  }

  #close(task: Task, phase: number): void {
    task.phase = phase;
    task.generator = undefined;
    task.value = undefined;
    task.interrupts = undefined;
    if (task.waiters !== undefined) task.tell();
  }

  /** Gives the place of a process away that is over, once nothing is under way to it. */
  #retire(task: Task): void {
    if (task.wakes === 0) this.tasks.remove(task.index);
  }
}
