import { Chain } from './line.js';
import type { Token } from './process.js';
import { Place } from './place.js';
import { type ProcessRunner, TOKEN } from './process-runner.js';
import { refuseOf } from './resource-checks.js';
import type { Claim, Host } from './task.js';

/** Those who take out, and those who put in. */
export const OUT = 0;
export const IN = 1;

/** What stores have in common: a capacity, and a line on either side. */
export abstract class TwoLines extends Place implements Host {
  readonly capacity: number;
  protected readonly lines: readonly [out: Chain, into: Chain] = [new Chain(), new Chain()];

  constructor(
    runner: ProcessRunner,
    kind: string,
    name: string,
    options: { readonly capacity?: number },
    keys: readonly string[],
    numbers: readonly string[],
  ) {
    super(runner, kind, name, options, ['capacity', ...keys], [...numbers, 'putting']);
    const { capacity = Infinity } = options;
    if (!(typeof capacity === 'number' && capacity > 0)) {
      refuseOf(name, 'capacity', capacity, 'give a number above 0');
    }
    this.capacity = capacity;
  }

  get putting(): number {
    return this.lines[IN].size;
  }

  withdraw(claim: Claim): number {
    this.end(claim);
    this.settle();
    this.note();
    return 0;
  }

  override renege(claim: Claim): void {
    this.runner.wake(claim.task!, 'reneged');
    this.withdraw(claim);
  }

  /** Lets those go on whose turn it is, until nobody can. */
  protected abstract settle(): void;

  protected wait(claim: Claim, side: 0 | 1, patience?: number): Token {
    const task = claim.task!;
    claim.use = side;
    this.lines[side].add(claim);
    this.settle();
    this.note();
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
