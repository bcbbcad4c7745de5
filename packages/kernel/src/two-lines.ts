import { Chain } from './line.js';
import type { Token } from './process.js';
import { type ProcessRunner, TOKEN } from './process-runner.js';
import { refuseOf } from './resource-checks.js';
import type { Claim, Host } from './task.js';

/** Those who take out, and those who put in. */
export const OUT = 0;
export const IN = 1;

/** What stores have in common: a capacity, and a line on either side. */
export abstract class TwoLines implements Host {
  readonly name: string;
  readonly capacity: number;
  protected readonly runner: ProcessRunner;
  protected readonly lines: readonly [out: Chain, into: Chain] = [new Chain(), new Chain()];

  constructor(runner: ProcessRunner, name: string, capacity: number) {
    if (!(capacity > 0)) refuseOf(name, 'capacity', capacity, 'give a number above 0');
    this.runner = runner;
    this.name = name;
    this.capacity = capacity;
  }

  get putting(): number {
    return this.lines[IN].size;
  }

  withdraw(claim: Claim): number {
    this.end(claim);
    this.settle();
    return 0;
  }

  renege(claim: Claim): void {
    this.runner.wake(claim.task!, 'reneged');
    this.withdraw(claim);
  }

  complete(): void {}

  takeBack(): void {}

  /** Lets those go on whose turn it is, until nobody can. */
  protected abstract settle(): void;

  protected wait(claim: Claim, side: 0 | 1, patience: number | undefined): Token {
    const task = claim.task!;
    claim.use = side;
    this.lines[side].add(claim);
    this.settle();
    if (task.claim === claim) this.runner.claims.startPatience(claim, patience);
    return TOKEN;
  }

  protected grant(claim: Claim): void {
    this.runner.wake(claim.task!, 'granted');
    this.end(claim);
  }

  protected end(claim: Claim): void {
    this.runner.claims.stopClock(claim);
    this.lines[claim.use as 0 | 1].remove(claim);
    this.runner.claims.free(claim);
  }
}
