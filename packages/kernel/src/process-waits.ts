import type { Calendar, EventKind } from './calendar.js';
import { Claims } from './claims.js';
import { Holds } from './holds.js';
import type { Outcome } from './process.js';
import { SimulationError } from './simulation-error.js';
import { Slots } from './slots.js';
import { RUNNING, type Task, WAITING, WOKEN } from './task.js';

const NOBODY = -1;

/** Processes that wait: what they wait for, what wakes them, and what takes them away from it. */
export abstract class ProcessWaits {
  readonly calendar: Calendar;
  readonly claims: Claims;
  protected readonly tasks: Slots<Task> = new Slots();
  protected readonly holds: Holds;
  protected readonly wakeKind: EventKind;
  /** Place of the process whose code runs, or none: the collector of garbage keeps no account of numbers. */
  #running: number = NOBODY;

  constructor(calendar: Calendar) {
    this.calendar = calendar;
    this.wakeKind = calendar.on('process', (index) => this.woken(this.tasks.at(index)));
    this.holds = new Holds(calendar, (index) => this.resume(this.tasks.at(index)));
    this.claims = new Claims(calendar);
    calendar.about = (kind, entity) => {
      if (kind !== this.wakeKind && kind !== this.holds.kind) return false;
      const { name, outcome, thrown } = this.tasks.at(entity);
      return { who: name, what: thrown === undefined ? outcome : 'interrupted' };
    };
  }

  /** The process whose code runs. */
  get current(): Task | undefined {
    return this.#running === NOBODY ? undefined : this.tasks.at(this.#running);
  }

  protected set current(task: Task | undefined) {
    this.#running = task === undefined ? NOBODY : task.index;
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
      this.calendar.atOnce(this.wakeKind, task.index);
    }
  }

  /** Makes a process that was woken, but did not go on yet, wait again. */
  unwake(task: Task): void {
    task.phase = WAITING;
  }

  /** True if the process sits in a plain hold. */
  isHolding(task: Task): boolean {
    return task.phase === WAITING && task.claim === undefined && this.holds.isPending(task.index);
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
    return this.holds.stop(task.index);
  }

  /** What a process is told when it did something wrong. */
  error(message: string, cause?: unknown): SimulationError {
    return new SimulationError(
      message,
      { time: this.calendar.now, where: this.current?.name ?? 'outside any process' },
      cause === undefined ? {} : { cause },
    );
  }

  /** A wake of a process has come. */
  protected abstract woken(task: Task): void;

  /** Lets a process, which is told its outcome, run to its next wait. */
  protected abstract resume(task: Task): void;
}
