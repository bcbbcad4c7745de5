import type { Command, Outcome, Token } from './process.js';
import type { ProcessRunner } from './process-runner.js';
import type { PatienceOptions, Store, StoreOptions, TakeOptions } from './store.js';
import { IN, OUT, TwoLines } from './two-lines.js';
import type { Claim } from './task.js';

const TAKING = ['patience', 'filter'];

/** The inside of every {@link Store}. */
export class Shelf<T> extends TwoLines implements Store<T> {
  /** Things in order of their coming; the first `#taken` places are empty. */
  #items: (T | undefined)[] = [];
  #taken = 0;

  constructor(runner: ProcessRunner, name: string, options: StoreOptions) {
    super(runner, 'store', name, options, [], ['size', 'taking']);
  }

  get size(): number {
    return this.#items.length - this.#taken;
  }

  get taking(): number {
    return this.lines[OUT].size;
  }

  items(): T[] {
    return this.#items.slice(this.#taken) as T[];
  }

  *take(options: TakeOptions<T> & PatienceOptions = {}): Generator<Command, T, Outcome> {
    const { runner } = this;
    const claim = runner.claim('take', this, options, TAKING);
    claim.filter = options.filter as Claim['filter'];
    const outcome = yield this.wait(claim, OUT, options.patience);
    return (outcome === 'granted' ? runner.current!.value : undefined) as T;
  }

  put(item: T, options?: PatienceOptions): Token {
    const claim = this.runner.claim('put', this, options);
    claim.task!.value = item;
    return this.wait(claim, IN, options?.patience);
  }

  protected settle(): void {
    const [takes, puts] = this.lines;
    let given: boolean;
    do {
      for (let put = puts.head; put !== undefined && this.size < this.capacity; put = puts.head) {
        this.#items.push(put.task!.value as T);
        this.grant(put);
      }
      given = false;
      for (let take = takes.head; take !== undefined && this.size > 0; ) {
        const { after } = take;
        const place = this.#find(take.filter);
        if (place >= 0) {
          given = true;
          take.task!.value = this.#remove(place);
          this.grant(take);
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
}
