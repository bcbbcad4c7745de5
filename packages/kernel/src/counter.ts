import { Breakdowns } from './breakdowns.js';
import type { EventKind } from './calendar.js';
import { Chain, type Line } from './line.js';
import { lineOf } from './line-order.js';
import type { Preemption } from './process.js';
import type { ProcessRunner } from './process-runner.js';
import { finiteOf, refuseOf, wholeOf } from './resource-checks.js';
import type { ResourceObserver, ResourceOptions } from './resource.js';
import type { Stream } from './stream.js';
import { type Claim, GRANTED, HELD, NOWHERE, QUEUED, SERVED, type Task, WOKEN } from './task.js';

/** Units, who has them, and who waits for them: what moves inside a {@link Resource}. */
export class Counter {
  readonly name: string;
  /** Units in use. */
  busy = 0;
  protected readonly runner: ProcessRunner;
  protected readonly queue: Line;
  /** Those in service, in the order in which they started. */
  protected readonly served: Chain = new Chain();
  protected readonly servers: Breakdowns | undefined;
  protected observer: ResourceObserver | undefined = undefined;
  protected units: number;
  #broken = 0;
  readonly #serve: EventKind;

  constructor(
    runner: ProcessRunner,
    name: string,
    options: ResourceOptions,
    stream: (name: string) => Stream,
  ) {
    const { calendar } = runner;
    const { schedule, breakdowns, capacity = schedule === undefined ? 1 : 0 } = options;
    this.runner = runner;
    this.name = name;
    this.queue = lineOf(name, calendar, options, stream);
    this.units = wholeOf(name, 'capacity', capacity, 0);
    this.#serve = calendar.on(`line of ${name}`, () => this.serveLine());
    if (breakdowns !== undefined && schedule !== undefined) {
      refuseOf(name, 'schedule', schedule, 'leave it out where servers break down');
    }
    this.servers = breakdowns && new Breakdowns(this, capacity, calendar, breakdowns, stream);
  }

  get free(): number {
    return this.units - this.#broken - this.busy;
  }

  /** Grants free units to those who are next. */
  serveLine(): void {
    const line = this.queue;
    while (line.size > 0 && this.free > 0) {
      const claim = line.next();
      if (!this.fits(claim)) return;
      this.begin(claim);
      line.remove(claim);
      this.grant(claim);
    }
  }

  /** As {@link Desk.serveLine}, where the model's own code must not be called: a little later. */
  protected serveSoon(): void {
    if (this.queue.size > 0) this.runner.calendar.atOnce(this.#serve);
  }

  /**
   * Takes the units of somebody in service away. A process that does not know yet that its turn
   * has come just waits on.
   */
  evict(claim: Claim, how: Claim['onPreempt']): void {
    const runner = this.runner;
    const task = claim.task!;
    const { now } = runner.calendar;
    const unaware = task.phase === WOKEN && task.claim === claim;
    let back = unaware || how === 'resume' || (claim.use === SERVED && how === 'restart');
    if (claim.use === SERVED) {
      if (back) claim.left = how === 'resume' ? claim.ends - now : NaN;
      else runner.wake(task, 'preempted');
    } else {
      this.drop(task, claim);
      if (unaware) {
        runner.unwake(task);
      } else if (back && task.claim === claim) {
        claim.left = claim.ends - now;
      } else if (back && runner.isHolding(task)) {
        claim.left = runner.detach(task);
        task.claim = claim;
      } else {
        back = false;
        const lost: Preemption = {
          resource: this.name,
          units: claim.units,
          since: claim.since,
        };
        runner.interrupt(task, lost);
      }
    }
    runner.claims.stopClock(claim);
    this.giveBack(claim);
    if (back) {
      claim.stage = QUEUED;
      this.queue.putBack(claim);
    } else {
      runner.claims.free(claim);
    }
    if (unaware) runner.claims.startPatience(claim, claim.ends - now);
    this.note();
  }

  /** Whom a server with a number serves. */
  servedBy(server: number): Claim | undefined {
    for (const claim of this.served) if (claim.server === server) return claim;
    return undefined;
  }

  /** So many more units are broken. */
  breakDown(units: number): void {
    this.#broken += units;
    if (units < 0) this.serveLine();
  }

  protected fits(claim: Claim): boolean {
    return this.units - this.#broken - this.busy - claim.units >= claim.spare;
  }

  /** Finds the time of a service that is about to begin; the model's own code may throw here. */
  protected begin(claim: Claim): void {
    if (claim.use === HELD || claim.left === claim.left) return;
    const { draw } = claim;
    claim.left =
      draw === undefined ? claim.service : finiteOf(this.name, 'time of a service', draw());
  }

  protected grant(claim: Claim): void {
    const runner = this.runner;
    const task = claim.task!;
    if (claim.event !== 0) runner.claims.stopClock(claim);
    claim.stage = GRANTED;
    this.busy += claim.units;
    this.served.add(claim);
    const { now } = runner.calendar;
    if (this.observer !== undefined) {
      if (claim.since !== claim.since) this.observer.waits?.add(now - claim.joined);
      this.note();
    }
    claim.since = now;
    if (this.servers !== undefined) claim.server = this.servers.take();
    if (claim.use === HELD) {
      claim.sibling = task.holding;
      task.holding = claim;
      if (claim.left !== claim.left) {
        runner.wake(task, 'granted');
        if (task.phase === WOKEN) task.claim = claim;
        return;
      }
    }
    task.claim = claim;
    runner.claims.startService(claim, claim.left);
  }

  protected giveBack(claim: Claim): void {
    this.served.remove(claim);
    this.busy -= claim.units;
    claim.stage = NOWHERE;
    if (this.observer !== undefined) this.note();
    if (this.servers !== undefined) this.servers.give(claim.server);
  }

  /** Takes a claim off the list of those a process holds. */
  protected drop(task: Task, claim: Claim): void {
    if (task.holding === claim) task.holding = claim.sibling;
    else {
      let other = task.holding!;
      while (other.sibling !== claim) other = other.sibling!;
      other.sibling = claim.sibling;
    }
    claim.sibling = undefined;
  }

  /** Takes units from those of larger priority numbers, if that is enough. */
  protected makeRoom(claim: Claim): boolean {
    let free = this.free - claim.spare;
    for (const other of this.served) {
      if (other.priority > claim.priority && other.task !== claim.task) free += other.units;
    }
    if (free < claim.units) return false;
    while (!this.fits(claim)) {
      const worst = this.worst(claim.priority)!;
      this.evict(worst, worst.onPreempt);
    }
    return true;
  }

  /** Of those beyond a priority: the one of the largest number, of these the last to start. */
  protected worst(beyond: number): Claim | undefined {
    let worst: Claim | undefined;
    let largest = beyond;
    for (let claim = this.served.tail; claim !== undefined; claim = claim.before) {
      if (claim.priority > largest && claim.task !== this.runner.current) {
        largest = claim.priority;
        worst = claim;
      }
    }
    return worst;
  }

  protected note(): void {
    if (this.observer === undefined) return;
    const { now } = this.runner.calendar;
    this.observer.busy?.set(now, this.busy);
    this.observer.waiting?.set(now, this.queue.size);
  }
}
