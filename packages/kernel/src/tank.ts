import type { Claim, Host } from './claim.js';
import { Chain } from './line.js';
import type { Token } from './process.js';
import { type ProcessRunner, TOKEN } from './process-runner.js';
import type { AmountStore, PatienceOptions } from './store.js';

const GET = 0;
const PUT = 1;

/** The inside of every {@link AmountStore}. */
export class Tank implements AmountStore, Host {
  readonly name: string;
  readonly capacity: number;
  level: number;
  readonly #runner: ProcessRunner;
  readonly #lines: readonly [gets: Chain, puts: Chain] = [new Chain(), new Chain()];

  constructor(runner: ProcessRunner, name: string, capacity: number, level: number) {
    if (!(capacity > 0))
      throw new RangeError(`capacity of "${name}" is ${capacity}; above 0 is meant.`);
    if (!(level >= 0 && level <= capacity && level < Infinity)) {
      throw new RangeError(`start of "${name}" is ${level}; it must lie in 0 to ${capacity}.`);
    }
    this.#runner = runner;
    this.name = name;
    this.capacity = capacity;
    this.level = level;
  }

  get getting(): number {
    return this.#lines[GET].size;
  }

  get putting(): number {
    return this.#lines[PUT].size;
  }

  get(amount: number, options?: PatienceOptions): Token {
    return this.#ask('get', GET, amount, options);
  }

  put(amount: number, options?: PatienceOptions): Token {
    return this.#ask('put', PUT, amount, options);
  }

  withdraw(claim: Claim): number {
    this.#runner.claims.stopClock(claim);
    this.#end(claim);
    this.#settle();
    return 0;
  }

  renege(claim: Claim): void {
    this.#runner.wake(claim.task!, 'reneged');
    this.withdraw(claim);
  }

  complete(): void {}

  takeBack(): void {}

  #ask(what: string, side: 0 | 1, amount: number, options: PatienceOptions | undefined): Token {
    if (!(amount > 0 && amount <= this.capacity && amount < Infinity)) {
      throw new RangeError(
        `${what}(${amount}) of "${this.name}": an amount lies above 0 and within its capacity of ${this.capacity}.`,
      );
    }
    const runner = this.#runner;
    const patience = options?.patience;
    const claim = runner.claim(what, this, patience);
    const { task } = claim;
    claim.use = side;
    claim.units = amount;
    this.#lines[side].add(claim);
    this.#settle();
    if (task!.claim === claim) runner.claims.startPatience(claim, patience);
    return TOKEN;
  }

  /** Lets those go on whose turn it is, until nobody can. */
  #settle(): void {
    const [gets, puts] = this.#lines;
    for (;;) {
      const put = puts.head;
      const get = gets.head;
      if (put !== undefined && this.level + put.units <= this.capacity) this.#grant(put, put.units);
      else if (get !== undefined && get.units <= this.level) this.#grant(get, -get.units);
      else return;
    }
  }

  #grant(claim: Claim, change: number): void {
    this.level += change;
    this.#runner.claims.stopClock(claim);
    this.#runner.wake(claim.task!, 'granted');
    this.#end(claim);
  }

  #end(claim: Claim): void {
    this.#lines[claim.use as 0 | 1].remove(claim);
    this.#runner.claims.free(claim);
  }
}
