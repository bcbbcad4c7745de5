import { Breakdowns } from './breakdowns.js';
import type { EventKind } from './calendar.js';
import { Chain, type Line } from './line.js';
import { lineOf } from './line-order.js';
import type { Preemption } from './process.js';
import { Place } from './place.js';
import type { ProcessRunner } from './process-runner.js';
import { finiteOf, refuseOf, wholeOf } from './resource-checks.js';
import type { ResourceOptions } from './resource.js';
import type { Stream } from './stream.js';
import { type Claim, GRANTED, HELD, NOWHERE, QUEUED, SERVED, type Task, WOKEN } from './task.js';

const OPTIONS = ['capacity', 'line', 'rank', 'limit', 'schedule', 'rule', 'breakdowns'];

/** Units, who has them, and who waits for them: what moves inside a {@link Resource}. */
export abstract class Counter extends Place {
  /** Units there are. */
  capacity: number;
  /** Units in use. */
  busy = 0;
  protected readonly queue: Line;
  /** Those in service, in the order in which they started. */
  protected readonly served: Chain = new Chain();
  protected readonly servers: Breakdowns | undefined;
  /** Who lost units since it last asked for some. */
  protected robbed: WeakSet<Task> | undefined = undefined;
  #broken = 0;
  readonly #serve: EventKind;

  constructor(
    runner: ProcessRunner,
    name: string,
    options: ResourceOptions,
    stream: (name: string) => Stream,
  ) {
    super(runner, 'resource', name, options, OPTIONS, ['busy', 'waiting', 'waits']);
    const { calendar } = runner;
    const { schedule, breakdowns, capacity = schedule === undefined ? 1 : 0 } = options;
    this.queue = lineOf(name, calendar, options, stream);
    this.capacity = wholeOf(name, 'capacity', capacity, 0);
    this.#serve = calendar.on(`line of ${name}`, () => this.serveLine());
    if (breakdowns !== undefined && schedule !== undefined) {
      refuseOf(name, 'schedule', schedule, 'leave it out where servers break down');
    }
    this.servers = breakdowns && new Breakdowns(this, capacity, calendar, breakdowns, stream);
  }

  get free(): number {
    return this.capacity - this.#broken - this.busy;
  }

  /** Grants free units to those who are next. */
  serveLine(): void {
    const line = this.queue;
    while (line.size > 0 && this.free > 0) {
      const claim = line.next();
      if (!this.fits(claim)) return;
      if (!this.begin(claim)) continue;
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
        this.rob(task);
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
    return this.free - claim.units >= claim.spare;
  }

  /**
   * Finds the time of a service that is about to begin. What the model's own code throws here is
   * thrown into the process that asked for the service, which is then out of the line.
   *
   * @returns whether the service can begin
   */
  protected begin(claim: Claim): boolean {
    if (claim.use === HELD || claim.left === claim.left) return true;
    const { draw } = claim;
    try {
      claim.left =
        draw === undefined ? claim.service : finiteOf(this.name, 'time of a service', draw());
      return true;
    } catch (error) {
      const task = claim.task!;
      if (task === this.runner.current) throw error;
      this.runner.throwInto(task, () => error);
      return false;
    }
  }

  protected grant(claim: Claim): void {
    const runner = this.runner;
    const task = claim.task!;
    if (claim.event !== 0) runner.claims.stopClock(claim);
    claim.stage = GRANTED;
    this.busy += claim.units;
    this.served.add(claim);
    const { now } = runner.calendar;
    if (this.observers !== undefined) this.#noteGrant(claim, now);
    claim.since = now;
    if (this.servers !== undefined) claim.server = this.servers.take();
    if (claim.use === HELD) {
      claim.sibling = task.holding;
      task.holding = claim;
    }
    // a service has a time, and so has a hold that was broken off
    if (claim.left === claim.left) {
      task.claim = claim;
      runner.claims.startService(claim, claim.left);
    } else if (claim.turn === undefined) {
      runner.wake(task, 'granted');
      if (task.phase === WOKEN) task.claim = claim;
    } else claim.turn.settle('granted');
  }

  protected giveBack(claim: Claim): void {
    this.served.remove(claim);
    this.busy -= claim.units;
    claim.stage = NOWHERE;
    this.note();
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

  #noteGrant(claim: Claim, now: number): void {
    if (claim.since !== claim.since) {
      for (const { waits } of this.observers!) waits?.add(now - claim.joined);
    }
    this.note();
  }

  /** Said in full, as it is told most often. */
  protected override tell(): void {
    const { now } = this.runner.calendar;
    for (const { busy, waiting } of this.observers!) {
      busy?.set(now, this.busy);
      waiting?.set(now, this.queue.size);
    }
  }

  /** Notes that a process need not release what was taken from it. */
  protected rob(task: Task): void {
    (this.robbed ??= new WeakSet()).add(task);
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
}
