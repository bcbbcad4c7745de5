import type { Awaitable } from './process.js';
import { type Runner, Source, type Waiter } from './source.js';

/**
 * Any or all of several things. It watches them from when it is made, as long as it has not come
 * true and nobody who waited for it was called away.
 */
export class Condition<Part extends Awaitable> extends Source<Part> implements Waiter {
  readonly #parts: readonly Source[];
  /** Those that have not happened, of those it needs; the first to happen. */
  readonly #open: Set<Source>;
  readonly #enough: number;
  #first: Source | undefined = undefined;
  #watching = false;

  /** @param all whether all parts are needed, or any one */
  constructor(runner: Runner, parts: readonly Part[], all: boolean) {
    super(runner);
    for (const part of parts) {
      if (part instanceof Source && part.runner === runner) continue;
      throw new TypeError(
        `${all ? 'all' : 'any'} takes what is a signal, timeout or started process of one simulation; a request has the option patience.`,
      );
    }
    if (!all && parts.length === 0) {
      throw new RangeError('any() of nothing never happens.');
    }
    this.#parts = parts as readonly unknown[] as readonly Source[];
    this.#open = new Set(this.#parts);
    this.#enough = all ? 0 : this.#open.size - 1;
    this.#watch();
  }

  get happened(): boolean {
    return this.#open.size <= this.#enough;
  }

  get result(): Part {
    return this.#first as unknown as Part;
  }

  override join(waiter: Waiter): void {
    super.join(waiter);
    this.#watch();
  }

  override leave(waiter: Waiter): void {
    super.leave(waiter);
    if (this.waiters?.length === 0) this.#unwatch();
  }

  told(part: Source): void {
    this.#first ??= part;
    this.#open.delete(part);
    if (!this.happened || !this.#watching) return;
    this.#unwatch();
    this.tell();
  }

  #watch(): void {
    if (this.#watching || this.happened) return;
    this.#watching = true;
    for (const part of this.#open) {
      if (part.happened) this.told(part);
      else part.join(this);
      if (this.happened) return;
    }
  }

  #unwatch(): void {
    this.#watching = false;
    for (const part of this.#parts) part.leave(this);
  }
}
