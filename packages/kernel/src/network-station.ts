import { type Customer, CustomerList } from './network-customers.js';
import type { StationPlan } from './network-plan.js';
import type { VisitTally } from './network-tally.js';

/** One station while the network runs: who waits, how many are in service, and since when. */
export class Station {
  readonly plan: StationPlan;
  readonly index: number;
  /** One per class. */
  readonly tallies: readonly VisitTally[];
  /** Waiting customers, one list per line of the plan. */
  readonly lines: readonly CustomerList[];
  /** In service, by line; kept only where somebody may be interrupted. */
  readonly inService: readonly CustomerList[];
  readonly interruptible: boolean;
  readonly preemptive: boolean;
  /** Customers elsewhere who hold a server until there is a place here. */
  readonly blocked: CustomerList = new CustomerList();
  servers: number;
  busy = 0;
  /** Servers held by customers whose next station is full. */
  held = 0;
  waiting = 0;
  present = 0;
  /** Integrals over time of present, waiting, busy, and of servers, up to `since`. */
  presentTime = 0;
  waitingTime = 0;
  busyTime = 0;
  serverTime = 0;
  since = 0;

  constructor(plan: StationPlan, index: number, tallies: readonly VisitTally[]) {
    this.plan = plan;
    this.index = index;
    this.tallies = tallies;
    this.servers = plan.servers;
    this.lines = Array.from({ length: plan.lines }, () => new CustomerList());
    this.inService = Array.from({ length: plan.lines }, () => new CustomerList());
    this.preemptive = plan.discipline.startsWith('preemptive');
    this.interruptible = this.preemptive || plan.interruptAtDecrease;
  }

  /** Brings the integrals up to `now`; before every change of what they integrate. */
  observe(now: number): void {
    const span = now - this.since;
    this.since = now;
    this.presentTime += span * this.present;
    this.waitingTime += span * this.waiting;
    this.busyTime += span * this.busy;
    this.serverTime += span * this.servers;
  }

  /** Begins the integrals anew. */
  restart(now: number): void {
    this.since = now;
    this.presentTime = 0;
    this.waitingTime = 0;
    this.busyTime = 0;
    this.serverTime = 0;
  }

  /** The customer in service whom somebody of a better line than `line` would interrupt. */
  victim(line: number): Customer | null {
    for (let worst = this.inService.length - 1; worst > line; worst--) {
      const { tail } = this.inService[worst]!;
      if (tail !== null) return tail;
    }
    return null;
  }

  /** The customer in service who started last. */
  latest(): Customer | null {
    let latest: Customer | null = null;
    for (const { tail } of this.inService) {
      if (tail !== null && (latest === null || tail.started >= latest.started)) latest = tail;
    }
    return latest;
  }
}
