import type { Awaitable, Outcome, Token } from './process.js';
import type { ProcessRunner } from './process-runner.js';
import { Source, type Waiter } from './source.js';
import { Turn } from './turn.js';

/**
 * Any or all of several things. It watches them from when it is made, as long as it is not decided
 * and nobody who waited for it was called away. A request that is not granted does not happen: `any`
 * waits for the others, `all` is over with it.
 */
export class Condition<Part extends Awaitable | Token> extends Source<Part> implements Waiter {
  readonly #parts: readonly Source[];
  readonly #all: boolean;
  /** Those that are not decided; the first to happen. */
  readonly #open: Set<Source>;
  #first: Source | undefined = undefined;
  #outcome: Outcome | undefined = undefined;
  #watching = false;

  /** @param all whether all parts are needed, or any one */
  constructor(runner: ProcessRunner, parts: readonly Part[], all: boolean) {
    super(runner);
    this.#parts = parts.map((part: unknown) => {
      const source = typeof part === 'number' ? runner.turn(part as Token) : part;
      if (source instanceof Source && source.runner === runner) return source;
      throw new TypeError(
        `${all ? 'all' : 'any'} takes signals, timeouts, started processes and requests of one simulation; what else is waited for has the option patience.`,
      );
    });
    if (!all && parts.length === 0) {
      throw new RangeError('any() of nothing never happens.');
    }
    this.#all = all;
    this.#open = new Set(this.#parts);
    if (parts.length === 0) this.#outcome = 'happened';
    this.#watch();
  }

  get happened(): boolean {
    return this.#outcome !== undefined;
  }

  override get ending(): Outcome {
    return this.#outcome!;
  }

  get result(): Part {
    const first: unknown = this.#first instanceof Turn ? this.#first.token : this.#first;
    return first as Part;
  }

  override join(waiter: Waiter): void {
    super.join(waiter);
    this.#watch();
  }

  override leave(waiter: Waiter): void {
    super.leave(waiter);
    if (this.waiters?.length === 0) this.quit();
  }

  override quit(): void {
    this.#unwatch();
    for (const part of this.#parts) part.quit();
  }

  override letGo(): void {
    this.#unwatch();
    for (const part of this.#parts) part.letGo();
  }

  told(part: Source): void {
    this.#open.delete(part);
    const failed = part.ending !== 'happened' && part.ending !== 'granted';
    if (!failed) this.#first ??= part;
    if (failed !== this.#all && this.#open.size > 0) return;
    if (failed) this.#first = part;
    const granted = this.#all && this.#parts.some(({ ending }) => ending === 'granted');
    this.#outcome = granted && !failed ? 'granted' : part.ending;
    this.#unwatch();
    if (failed || !this.#all) for (const other of this.#parts) if (other !== part) other.letGo();
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
