import { Breakdowns } from './breakdowns.js';
import { type Claim, GRANTED, HELD, type Host, NOWHERE, QUEUED, SERVED } from './claim.js';
import type { EventKind } from './calendar.js';
import { follow } from './capacity-schedule.js';
import { Chain, type Line } from './line.js';
import { lineOf } from './line-order.js';
import type { Preemption, ProcessHandle, Token } from './process.js';
import { type ProcessRunner, TOKEN } from './process-runner.js';
import type {
  CapacityRule,
  ClaimOptions,
  RequestOptions,
  Resource,
  ResourceObserver,
  ResourceOptions,
  ServeOptions,
} from './resource.js';
import type { Stream } from './stream.js';
import { type Task, WOKEN } from './task.js';

/** Servers with a line: the inside of every {@link Resource}. */
export class Desk implements Resource, Host {
  readonly name: string;
  busy = 0;
  readonly #runner: ProcessRunner;
  readonly #line: Line;
  readonly #limit: number;
  readonly #preempts: boolean;
  /** Those in service, in the order in which they started. */
  readonly #served: Chain = new Chain();
  readonly #servers: Breakdowns | undefined;
  readonly #serve: EventKind;
  #capacity: number;
  #broken = 0;
  #observer: ResourceObserver | undefined = undefined;

  constructor(
    runner: ProcessRunner,
    name: string,
    options: ResourceOptions,
    stream: (name: string) => Stream,
  ) {
    this.#runner = runner;
    this.name = name;
    this.#line = lineOf(this, runner.calendar, options, stream);
    this.#limit = options.limit ?? Infinity;
    if (!(this.#limit >= 0)) this.refuse('limit', this.#limit, 'at least 0');
    this.#preempts = options.line === 'preemptive';
    this.#capacity = this.whole('capacity', options.capacity ?? (options.schedule ? 0 : 1), 0);
    const { breakdowns } = options;
    if (breakdowns !== undefined && options.schedule !== undefined) {
      this.refuse('breakdowns', 'beside a schedule', 'at a resource of constant capacity');
    }
    this.#serve = runner.calendar.on(`line of ${name}`, () => this.serveLine());
    this.#servers =
      breakdowns && new Breakdowns(this, this.#capacity, runner.calendar, breakdowns, stream);
    if (options.schedule !== undefined) {
      follow(this, runner.calendar, options.schedule, options.rule);
    }
  }

  get capacity(): number {
    return this.#capacity;
  }

  get free(): number {
    return this.#capacity - this.#broken - this.busy;
  }

  get waiting(): number {
    return this.#line.size;
  }

  line(): ProcessHandle[] {
    return Array.from(this.#line, (claim) => claim.task!);
  }

  request(options?: RequestOptions): Token {
    const claim = this.#claim('request', options);
    claim.use = HELD;
    claim.onPreempt = options?.onPreempt ?? 'interrupt';
    return this.#enter(claim, options);
  }

  serve(time: number | (() => number), options?: ServeOptions): Token {
    if (typeof time === 'number') this.#time(time);
    const claim = this.#claim('serve', options);
    claim.use = SERVED;
    claim.onPreempt = options?.onPreempt ?? 'resume';
    if (typeof time === 'number') claim.service = time;
    else claim.draw = time;
    return this.#enter(claim, options);
  }

  release(units?: number): void {
    const task = this.#runner.running('release');
    let claim = task.holding;
    while (claim !== undefined && claim.host !== this) claim = claim.sibling;
    if (claim === undefined) {
      throw this.#runner.error(`it releases "${this.name}", but holds nothing of it.`);
    }
    if (units !== undefined && this.whole('units', units, 1) < claim.units) {
      claim.units -= units;
      this.busy -= units;
      this.#note();
    } else {
      if (units !== undefined && units > claim.units) {
        this.refuse('units', units, `at most the ${claim.units} of the latest request`);
      }
      this.#drop(task, claim);
      this.#giveBack(claim);
      this.#runner.free(claim);
    }
    this.serveLine();
  }

  leave(process: ProcessHandle): boolean {
    const claim = this.#waitingClaim(process);
    if (claim === undefined) return false;
    const task = claim.task!;
    this.withdraw(claim);
    this.#runner.wake(task, 'left');
    return true;
  }

  move(process: ProcessHandle, to: Resource): boolean {
    const claim = this.#waitingClaim(process);
    if (claim === undefined || !(to instanceof Desk)) return false;
    if (to.#line.size >= to.#limit && !(to.#line.size === 0 && to.#fits(claim))) return false;
    this.#line.remove(claim);
    this.#note();
    claim.host = to;
    claim.stage = NOWHERE;
    to.#enter(claim, undefined);
    this.serveLine();
    return true;
  }

  setCapacity(capacity: number, rule: CapacityRule = 'finish'): void {
    this.whole('capacity', capacity, 0);
    if (this.#servers !== undefined) {
      this.refuse('capacity', capacity, 'constant where servers break down');
    }
    this.#capacity = capacity;
    if (rule !== 'finish') {
      while (this.free < 0) {
        const worst = this.#worst(-Infinity);
        if (worst === undefined) break;
        this.evict(worst, rule === 'hand-over' ? 'resume' : worst.onPreempt);
      }
    }
    this.serveLine();
  }

  observe(observer: ResourceObserver): void {
    this.#observer = observer;
    this.#note();
  }

  withdraw(claim: Claim): number {
    const { stage } = claim;
    const running = stage === GRANTED && claim.event !== 0;
    const left = running ? claim.ends - this.#runner.calendar.now : claim.left;
    this.#runner.stopClock(claim);
    if (stage === GRANTED && claim.use === HELD) {
      claim.left = NaN;
      return left;
    }
    if (stage === GRANTED) this.#giveBack(claim);
    else if (stage === QUEUED) this.#line.remove(claim);
    this.#note();
    this.#runner.free(claim);
    this.#serveSoon();
    return left > 0 ? left : 0;
  }

  renege(claim: Claim): void {
    claim.event = 0;
    const task = claim.task!;
    this.#runner.wake(task, 'reneged');
    this.withdraw(claim);
  }

  complete(claim: Claim): void {
    claim.event = 0;
    const task = claim.task!;
    if (claim.use === HELD) {
      claim.left = NaN;
      this.#runner.wake(task, 'elapsed');
      return;
    }
    this.#runner.wake(task, 'served');
    this.#giveBack(claim);
    this.#runner.free(claim);
    this.serveLine();
  }

  takeBack(claim: Claim): void {
    this.#drop(claim.task!, claim);
    this.#giveBack(claim);
    this.#runner.free(claim);
    this.#serveSoon();
  }

  /**
   * Takes the units of somebody in service away. A process that does not know yet that its turn
   * has come just waits on.
   */
  evict(claim: Claim, how: Claim['onPreempt']): void {
    const runner = this.#runner;
    const task = claim.task!;
    const { now } = runner.calendar;
    const unaware = task.phase === WOKEN && task.claim === claim;
    let back = unaware || how === 'resume' || (claim.use === SERVED && how === 'restart');
    if (claim.use === SERVED) {
      if (back) claim.left = how === 'resume' ? claim.ends - now : NaN;
      else runner.wake(task, 'preempted');
    } else {
      this.#drop(task, claim);
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
    runner.stopClock(claim);
    this.#giveBack(claim);
    if (back) {
      claim.stage = QUEUED;
      this.#line.putBack(claim);
    } else {
      runner.free(claim);
    }
    if (unaware) runner.startPatience(claim, claim.ends - now);
    this.#note();
  }

  /** Whom a server with a number serves. */
  servedBy(server: number): Claim | undefined {
    for (const claim of this.#served) if (claim.server === server) return claim;
    return undefined;
  }

  /** So many more units are broken. */
  breakDown(units: number): void {
    this.#broken += units;
    if (units < 0) this.serveLine();
  }

  refuse(what: string, value: unknown, wanted: string): never {
    throw new RangeError(`${what} of "${this.name}" is ${String(value)}; it must be ${wanted}.`);
  }

  /** Grants free units to those who are next. */
  serveLine(): void {
    const line = this.#line;
    while (line.size > 0 && this.free > 0) {
      const claim = line.next();
      if (!this.#fits(claim)) return;
      this.#begin(claim);
      line.remove(claim);
      this.#grant(claim);
    }
  }

  /** As {@link Desk.serveLine}, where the model's own code must not be called: a little later. */
  #serveSoon(): void {
    if (this.#line.size > 0) this.#runner.calendar.atOnce(this.#serve);
  }

  #claim(command: string, options: ClaimOptions | undefined): Claim {
    const runner = this.#runner;
    if (options === undefined) {
      const claim = runner.claim(command, this, undefined);
      claim.units = 1;
      claim.priority = 0;
      claim.spare = 0;
      return claim;
    }
    const { units = 1, priority = 0, spare = 0 } = options;
    this.whole('units', units, 1);
    this.whole('spare', spare, 0);
    if (!(Math.abs(priority) < Infinity)) this.refuse('priority', priority, 'a finite number');
    if (units > 1 && this.#servers !== undefined) {
      this.refuse('units', units, '1 where servers break down');
    }
    const claim = runner.claim(command, this, options.patience);
    claim.units = units;
    claim.priority = priority;
    claim.spare = spare;
    return claim;
  }

  #enter(claim: Claim, options: ClaimOptions | undefined): Token {
    const line = this.#line;
    const preempts = options?.preempt ?? this.#preempts;
    const roomMade = preempts && !this.#fits(claim) && this.#makeRoom(claim);
    if (roomMade || (line.size === 0 && this.#fits(claim))) {
      this.#begin(claim);
      this.#grant(claim);
    } else if (line.size >= this.#limit) {
      this.#runner.wake(claim.task!, 'rejected');
      this.#runner.free(claim);
    } else {
      claim.stage = QUEUED;
      line.add(claim);
      this.#note();
      // whoever is first may ask for more than is free, and whoever comes may go before him
      if (line.size > 1) this.serveLine();
      if (claim.stage === QUEUED && claim.event === 0) {
        this.#runner.startPatience(claim, options?.patience);
      }
    }
    return TOKEN;
  }

  #fits(claim: Claim): boolean {
    return this.#capacity - this.#broken - this.busy - claim.units >= claim.spare;
  }

  /** Finds the time of a service that is about to begin; the model's own code may throw here. */
  #begin(claim: Claim): void {
    if (claim.use === HELD || claim.left === claim.left) return;
    const { draw } = claim;
    claim.left = draw === undefined ? claim.service : this.#time(draw());
  }

  #grant(claim: Claim): void {
    const runner = this.#runner;
    const task = claim.task!;
    if (claim.event !== 0) runner.stopClock(claim);
    claim.stage = GRANTED;
    this.busy += claim.units;
    this.#served.add(claim);
    const { now } = runner.calendar;
    if (this.#observer !== undefined) {
      if (claim.since !== claim.since) this.#observer.waits?.add(now - claim.joined);
      this.#note();
    }
    claim.since = now;
    if (this.#servers !== undefined) claim.server = this.#servers.take();
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
    runner.startService(claim, claim.left);
  }

  #giveBack(claim: Claim): void {
    this.#served.remove(claim);
    this.busy -= claim.units;
    claim.stage = NOWHERE;
    if (this.#observer !== undefined) this.#note();
    if (this.#servers !== undefined) this.#servers.give(claim.server);
  }

  /** Takes a claim off the list of those a process holds. */
  #drop(task: Task, claim: Claim): void {
    if (task.holding === claim) task.holding = claim.sibling;
    else {
      let other = task.holding!;
      while (other.sibling !== claim) other = other.sibling!;
      other.sibling = claim.sibling;
    }
    claim.sibling = undefined;
  }

  /** Takes units from those of larger priority numbers, if that is enough. */
  #makeRoom(claim: Claim): boolean {
    let free = this.free - claim.spare;
    for (const other of this.#served) {
      if (other.priority > claim.priority && other.task !== claim.task) free += other.units;
    }
    if (free < claim.units) return false;
    while (!this.#fits(claim)) {
      const worst = this.#worst(claim.priority)!;
      this.evict(worst, worst.onPreempt);
    }
    return true;
  }

  /** Of those beyond a priority: the one of the largest number, of these the last to start. */
  #worst(beyond: number): Claim | undefined {
    let worst: Claim | undefined;
    let largest = beyond;
    for (let claim = this.#served.tail; claim !== undefined; claim = claim.before) {
      if (claim.priority > largest && claim.task !== this.#runner.current) {
        largest = claim.priority;
        worst = claim;
      }
    }
    return worst;
  }

  #waitingClaim(process: ProcessHandle): Claim | undefined {
    const { claim } = process as Task;
    return claim?.host === this && claim.stage === QUEUED ? claim : undefined;
  }

  #note(): void {
    if (this.#observer === undefined) return;
    const { now } = this.#runner.calendar;
    this.#observer.busy?.set(now, this.busy);
    this.#observer.waiting?.set(now, this.#line.size);
  }

  whole(what: string, value: number, least: number): number {
    if (!(Number.isSafeInteger(value) && value >= least)) {
      this.refuse(what, value, `a whole number of at least ${least}`);
    }
    return value;
  }

  #time(time: number): number {
    if (!(time >= 0 && time < Infinity)) {
      this.refuse('time of a service', time, 'a finite number of at least 0');
    }
    return time;
  }
}
