import type { Awaitable, Command, Outcome } from './process.js';

/** The runner of processes, as far as what they wait for knows it. */
export interface Runner {
  readonly current: { readonly value: unknown } | undefined;
}

/** Who is told when something happens: a process or a condition. */
export interface Waiter {
  told(source: Source): void;
}

/** What can be waited for, and who waits for it: the inside of every {@link Awaitable}. */
export abstract class Source<T = unknown> implements Awaitable<T> {
  declare readonly runner: Runner;
  declare waiters: Waiter[] | undefined;

  constructor(runner: Runner) {
    this.runner = runner;
    this.waiters = undefined;
  }

  abstract get happened(): boolean;
  /** What it brings to those who wait, read at the moment it happens. */
  abstract get result(): T;

  /** What a wait for it ends with, once it has happened. */
  get ending(): Outcome {
    return 'happened';
  }

  join(waiter: Waiter): void {
    (this.waiters ??= []).push(waiter);
  }

  leave(waiter: Waiter): void {
    const place = this.waiters?.indexOf(waiter) ?? -1;
    if (place >= 0) this.waiters!.splice(place, 1);
  }

  /** Nobody waits for it any more: who stands in a line leaves it. */
  quit(): void {}

  /** Another thing came first: gives back besides what was granted. */
  letGo(): void {}

  /** Tells everybody who waits, in the order in which they came. */
  tell(): void {
    const waiters = this.waiters;
    this.waiters = undefined;
    waiters?.forEach((waiter) => waiter.told(this));
  }

  *[Symbol.iterator](): Generator<Command, T, Outcome> {
    yield this;
    return this.runner.current!.value as T;
  }
}
