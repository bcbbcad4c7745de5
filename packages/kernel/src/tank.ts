import type { Token } from './process.js';
import type { ProcessRunner } from './process-runner.js';
import { refuseOf } from './resource-checks.js';
import type { AmountStore, AmountStoreOptions, PatienceOptions } from './store.js';
import { IN, OUT, TwoLines } from './two-lines.js';

/** The inside of every {@link AmountStore}. */
export class Tank extends TwoLines implements AmountStore {
  level: number;

  constructor(runner: ProcessRunner, name: string, options: AmountStoreOptions) {
    super(runner, 'level', name, options, ['start'], ['level', 'getting']);
    const level = options.start ?? 0;
    if (!(Number.isFinite(level) && level >= 0 && level <= this.capacity)) {
      refuseOf(name, 'start', level, `give a number from 0 to ${this.capacity}`);
    }
    this.level = level;
  }

  get getting(): number {
    return this.lines[OUT].size;
  }

  get(amount: number, options?: PatienceOptions): Token {
    return this.#ask('get', OUT, amount, options);
  }

  put(amount: number, options?: PatienceOptions): Token {
    return this.#ask('put', IN, amount, options);
  }

  #ask(what: string, side: 0 | 1, amount: number, options?: PatienceOptions): Token {
    if (!(Number.isFinite(amount) && amount > 0 && amount <= this.capacity)) {
      refuseOf(this.name, what, amount, `give a number above 0, at most ${this.capacity}`);
    }
    const claim = this.runner.claim(what, this, options);
    claim.units = amount;
    return this.wait(claim, side, options?.patience);
  }

  protected settle(): void {
    const [gets, puts] = this.lines;
    for (;;) {
      const put = puts.head;
      const get = gets.head;
      if (put !== undefined && this.level + put.units <= this.capacity) {
        this.level += put.units;
        this.grant(put);
      } else if (get !== undefined && get.units <= this.level) {
        this.level -= get.units;
        this.grant(get);
      } else {
        return;
      }
    }
  }
}
