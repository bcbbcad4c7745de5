import { follow } from './capacity-schedule.js';
import { Counter } from './counter.js';
import type { ProcessHandle, Token } from './process.js';
import { type ProcessRunner, TOKEN } from './process-runner.js';
import { finiteOf, limitOf, oneOf, refuseOf, wholeOf } from './resource-checks.js';
import type {
  CapacityRule,
  ClaimOptions,
  RequestOptions,
  Resource,
  ResourceOptions,
  ServeOptions,
} from './resource.js';
import type { Stream } from './stream.js';
import {
  type Claim,
  GRANTED,
  HELD,
  type Host,
  NOWHERE,
  QUEUED,
  SERVED,
  type Task,
} from './task.js';

const OPTIONS = ['patience', 'priority', 'units', 'spare', 'preempt', 'onPreempt'];

const RULES = ['finish', 'hand-over', 'interrupt'];
/** What may become of those whose units are taken away, by command. */
const ON_PREEMPT = { request: ['interrupt', 'resume'], serve: ['resume', 'restart', 'lose'] };

/** Servers with a line: the inside of every {@link Resource}. */
export class Desk extends Counter implements Resource, Host {
  readonly #limit: number;
  readonly #preempts: boolean;

  constructor(
    runner: ProcessRunner,
    name: string,
    options: ResourceOptions,
    stream: (name: string) => Stream,
  ) {
    super(runner, name, options, stream);
    const { line, limit = Infinity, schedule, rule } = options;
    this.#limit = limitOf(name, 'limit', limit);
    oneOf(name, 'rule', rule, RULES);
    if (rule && !schedule) refuseOf(name, 'rule', rule, 'it has no effect without schedule');
    this.#preempts = line === 'preemptive';
    if (schedule !== undefined) follow(this, runner.calendar, schedule, rule);
  }

  get waiting(): number {
    return this.queue.size;
  }

  line(): ProcessHandle[] {
    return Array.from(this.queue, (claim) => claim.task!);
  }

  request(options?: RequestOptions): Token {
    const claim = this.#claim('request', options);
    claim.use = HELD;
    this.robbed?.delete(claim.task!);
    claim.onPreempt = options?.onPreempt ?? 'interrupt';
    const token = this.runner.asked(claim);
    this.#enter(claim, options);
    return token;
  }

  serve(time: number | (() => number), options?: ServeOptions): Token {
    if (typeof time !== 'function') finiteOf(this.name, 'time of a service', time);
    const claim = this.#claim('serve', options);
    claim.use = SERVED;
    claim.onPreempt = options?.onPreempt ?? 'resume';
    if (typeof time === 'function') claim.draw = time;
    else claim.service = time;
    return this.#enter(claim, options);
  }

  release(units?: number): void {
    const task = this.runner.running('release', this.name);
    let claim = task.holding;
    if (claim === undefined || claim.host !== this) claim = this.#heldBy(task);
    if (claim === undefined) return;
    if (units === undefined || !this.#releaseSome(claim, units)) {
      this.drop(task, claim);
      this.giveBack(claim);
      this.runner.claims.free(claim);
    }
    this.serveLine();
  }

  /** The latest claim under which a process holds units of this; undefined if they were taken from it. */
  #heldBy(task: Task): Claim | undefined {
    let claim = task.holding;
    while (claim !== undefined && claim.host !== this) claim = claim.sibling;
    if (claim === undefined && this.robbed?.has(task) !== true) {
      throw this.runner.error(`it releases "${this.name}", but holds nothing of it.`);
    }
    return claim;
  }

  /** Takes some of the units of a claim back; false, and nothing happens, if these are all. */
  #releaseSome(claim: Claim, units: number): boolean {
    const held = claim.units;
    wholeOf(this.name, 'units', units, 1);
    if (units > held) refuseOf(this.name, 'units', units, `the latest request was for ${held}`);
    if (units === held) return false;
    claim.units -= units;
    this.busy -= units;
    this.note();
    return true;
  }

  leave(process: ProcessHandle): boolean {
    const claim = this.#waitingClaim(process);
    if (claim === undefined) return false;
    const { turn } = claim;
    const task = claim.task!;
    if (turn === undefined) {
      this.withdraw(claim);
      this.runner.wake(task, 'left');
    } else {
      turn.settle('left');
      this.withdraw(claim);
    }
    return true;
  }

  move(process: ProcessHandle, to: Resource): boolean {
    const claim = this.#waitingClaim(process);
    if (claim === undefined || !(to instanceof Desk)) return false;
    // where nobody works now, capacity may come; elsewhere nobody shall wait for what there is not
    if (claim.units > (to.servers ? 1 : to.capacity || Infinity)) return false;
    if (to.queue.size >= to.#limit && !(to.queue.size === 0 && to.fits(claim))) return false;
    this.queue.remove(claim);
    this.note();
    claim.host = to;
    claim.stage = NOWHERE;
    to.#enter(claim);
    this.serveLine();
    return true;
  }

  setCapacity(capacity: number, rule: CapacityRule = 'finish'): void {
    wholeOf(this.name, 'capacity', capacity, 0);
    oneOf(this.name, 'rule', rule, RULES);
    if (this.servers !== undefined) {
      refuseOf(this.name, 'capacity', capacity, 'it is constant where servers break down');
    }
    this.capacity = capacity;
    if (rule !== 'finish') {
      while (this.free < 0) {
        const worst = this.worst(-Infinity);
        if (worst === undefined) break;
        this.evict(worst, rule === 'hand-over' ? 'resume' : worst.onPreempt);
      }
    }
    this.serveLine();
  }

  withdraw(claim: Claim): number {
    const { stage } = claim;
    const running = stage === GRANTED && claim.event !== 0;
    const left = running ? claim.ends - this.runner.calendar.now : claim.left;
    this.runner.claims.stopClock(claim);
    if (stage === GRANTED && claim.use === HELD) {
      claim.left = NaN;
      return left;
    }
    if (stage === GRANTED) this.giveBack(claim);
    else if (stage === QUEUED) {
      this.queue.remove(claim);
      if (claim.use === HELD && claim.since === claim.since) this.rob(claim.task!);
    }
    this.note();
    this.runner.claims.free(claim);
    this.serveSoon();
    return left > 0 ? left : 0;
  }

  override renege(claim: Claim): void {
    claim.event = 0;
    if (claim.turn === undefined) this.runner.wake(claim.task!, 'reneged');
    else claim.turn.settle('reneged');
    this.withdraw(claim);
  }

  override complete(claim: Claim): void {
    claim.event = 0;
    const task = claim.task!;
    if (claim.use === HELD) {
      claim.left = NaN;
      this.runner.wake(task, 'elapsed');
      return;
    }
    this.runner.wake(task, 'served');
    this.giveBack(claim);
    this.runner.claims.free(claim);
    this.serveLine();
  }

  override takeBack(claim: Claim): void {
    this.drop(claim.task!, claim);
    this.giveBack(claim);
    this.runner.claims.free(claim);
    this.serveSoon();
  }

  #claim(command: 'request' | 'serve', options: RequestOptions | ServeOptions | undefined): Claim {
    if (options !== undefined) this.#check(command, options);
    const claim = this.runner.claim(command, this, options, OPTIONS);
    if (options !== undefined) {
      const { units = 1, priority = 0, spare = 0 } = options;
      Object.assign(claim, { units, priority, spare });
    }
    return claim;
  }

  #check(command: 'request' | 'serve', options: RequestOptions | ServeOptions): void {
    const { units = 1, priority = 0, spare = 0, onPreempt } = options;
    wholeOf(this.name, 'units', units, 1);
    wholeOf(this.name, 'spare', spare, 0);
    finiteOf(this.name, 'priority', priority, -Infinity);
    oneOf(this.name, 'onPreempt', onPreempt, ON_PREEMPT[command]);
    if (units > 1 && this.servers) {
      refuseOf(this.name, 'units', units, 'ask for 1 where servers break down');
    }
  }

  #enter(claim: Claim, options?: ClaimOptions): Token {
    if (this.queue.size > 0 || !this.fits(claim)) this.#wait(claim, options);
    else if (this.begin(claim)) this.grant(claim);
    return TOKEN;
  }

  #wait(claim: Claim, options: ClaimOptions | undefined): void {
    const line = this.queue;
    const preempts = options?.preempt ?? this.#preempts;
    if (preempts && !this.fits(claim) && this.makeRoom(claim)) {
      if (this.begin(claim)) this.grant(claim);
    } else if (line.size >= this.#limit) {
      this.runner.wake(claim.task!, 'rejected');
      this.runner.claims.free(claim);
    } else {
      claim.stage = QUEUED;
      line.add(claim);
      this.note();
      // whoever is first may ask for more than is free, and whoever comes may go before him
      if (line.size > 1) this.serveLine();
      if (claim.stage === QUEUED && claim.event === 0) {
        this.runner.claims.startPatience(claim, options?.patience);
      }
    }
  }

  #waitingClaim(process: ProcessHandle): Claim | undefined {
    const { claim, turns = [] } = process as Task;
    const claims = [claim, ...turns.map((turn) => turn.claim)];
    return claims.find((one) => one?.host === this && one.stage === QUEUED);
  }
}
