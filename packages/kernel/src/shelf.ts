import type { Claim, Host } from './claim.js';
import { Chain } from './line.js';
import type { Command, Outcome, Token } from './process.js';
import { type ProcessRunner, TOKEN } from './process-runner.js';
import type { PatienceOptions, Store, TakeOptions } from './store.js';

const TAKE = 0;
const PUT = 1;

/** The inside of every {@link Store}. */
export class Shelf<T> implements Store<T>, Host {
  readonly name: string;
  readonly capacity: number;
  readonly #runner: ProcessRunner;
  readonly #lines: readonly [takes: Chain, puts: Chain] = [new Chain(), new Chain()];
  /** What those who wait want or bring. */
  readonly #filters: Map<Claim, (item: T) => boolean> = new Map();
  readonly #coming: Map<Claim, T> = new Map();
  /** Things in order of their coming; the first `#taken` places are empty. */
  #items: (T | undefined)[] = [];
  #taken = 0;

  constructor(runner: ProcessRunner, name: string, capacity: number) {
    if (!(capacity > 0))
      throw new RangeError(`capacity of "${name}" is ${capacity}; above 0 is meant.`);
    this.#runner = runner;
    this.name = name;
    this.capacity = capacity;
  }

  get size(): number {
    return this.#items.length - this.#taken;
  }

  get taking(): number {
    return this.#lines[TAKE].size;
  }

  get putting(): number {
    return this.#lines[PUT].size;
  }

  items(): T[] {
    return this.#items.slice(this.#taken) as T[];
  }

  *take(options: TakeOptions<T> & PatienceOptions = {}): Generator<Command, T, Outcome> {
    const runner = this.#runner;
    const claim = runner.claim('take', this, options.patience);
    if (options.filter !== undefined) this.#filters.set(claim, options.filter);
    const outcome = yield this.#wait(claim, TAKE, options);
    return (outcome === 'granted' ? runner.current!.value : undefined) as T;
  }

  put(item: T, options?: PatienceOptions): Token {
    const claim = this.#runner.claim('put', this, options?.patience);
    this.#coming.set(claim, item);
    return this.#wait(claim, PUT, options);
  }

  withdraw(claim: Claim): number {
    this.#runner.claims.stopClock(claim);
    this.#end(claim);
    return 0;
  }

  renege(claim: Claim): void {
    this.#runner.wake(claim.task!, 'reneged');
    this.withdraw(claim);
  }

  complete(): void {}

  takeBack(): void {}

  #wait(claim: Claim, side: 0 | 1, options: PatienceOptions | undefined): Token {
    const { task } = claim;
    claim.use = side;
    this.#lines[side].add(claim);
    this.#settle();
    if (task!.claim === claim) this.#runner.claims.startPatience(claim, options?.patience);
    return TOKEN;
  }

  /** Lets things in and out until nobody can go on. */
  #settle(): void {
    const [takes, puts] = this.#lines;
    let given: boolean;
    do {
      for (let put = puts.head; put !== undefined && this.size < this.capacity; put = puts.head) {
        this.#items.push(this.#coming.get(put));
        this.#grant(put, undefined);
      }
      given = false;
      for (let take = takes.head; take !== undefined && this.size > 0; ) {
        const { after } = take;
        const place = this.#find(this.#filters.get(take));
        if (place >= 0) {
          given = true;
          this.#grant(take, this.#remove(place));
        }
        take = after;
      }
    } while (given && puts.size > 0);
  }

  #find(filter: ((item: T) => boolean) | undefined): number {
    if (filter === undefined) return this.#taken;
    return this.#items.findIndex((item, place) => place >= this.#taken && filter(item as T));
  }

  #remove(place: number): T {
    const item = this.#items[place] as T;
    if (place > this.#taken) {
      this.#items.splice(place, 1);
      return item;
    }
    this.#items[this.#taken++] = undefined;
    if (2 * this.#taken > this.#items.length) {
      this.#items = this.#items.slice(this.#taken);
      this.#taken = 0;
    }
    return item;
  }

  #grant(claim: Claim, value: T | undefined): void {
    this.#runner.claims.stopClock(claim);
    claim.task!.value = value;
    this.#runner.wake(claim.task!, 'granted');
    this.#end(claim);
  }

  #end(claim: Claim): void {
    this.#filters.delete(claim);
    this.#coming.delete(claim);
    this.#lines[claim.use as 0 | 1].remove(claim);
    this.#runner.claims.free(claim);
  }
}
