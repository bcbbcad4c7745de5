import type { Awaitable } from './process.js';
import { type Runner, Source } from './source.js';

/** A bell that processes wait for: `yield bell`, or `const news = yield* bell`. */
export interface Signal<T = void> extends Awaitable<T> {
  readonly name: string;
  /**
   * Wakes everybody who waits now, in the order in which they came; `value` is what their `yield*`
   * returns. Nothing stays of it, unless the signal is made to stay: then it has happened until
   * `reset`, and whoever waits for it meanwhile goes on at once.
   */
  fire(value: T): void;
  /** Makes a signal that stays one that has not happened. */
  reset(): void;
}

/** The inside of every {@link Signal}. */
export class Bell<T> extends Source<T> implements Signal<T> {
  readonly name: string;
  readonly #stays: boolean;
  #fired = false;
  #value: T | undefined = undefined;

  constructor(runner: Runner, name: string, stays: boolean) {
    super(runner);
    this.name = name;
    this.#stays = stays;
  }

  get happened(): boolean {
    return this.#fired;
  }

  get result(): T {
    return this.#value as T;
  }

  fire(value: T): void {
    this.#value = value;
    this.#fired = this.#stays;
    this.tell();
    if (!this.#stays) this.#value = undefined;
  }

  reset(): void {
    this.#fired = false;
    this.#value = undefined;
  }
}
