import type { LevelObserver } from './observer.js';
import type { Command, Outcome, Token } from './process.js';

export interface PatienceOptions {
  /** How long it waits before it reneges; default: for ever. */
  readonly patience?: number;
}

export interface AmountStoreOptions {
  /** Most that it holds; default: no limit. */
  readonly capacity?: number;
  /** What it holds at the start; default 0. */
  readonly start?: number;
}

export interface StoreOptions {
  /** Most things that it holds; default: no limit. */
  readonly capacity?: number;
}

/** What watches a store of an amount. */
export interface AmountStoreObserver {
  /** Told of what it holds from a time on. */
  readonly level?: LevelObserver;
  /** Told of how many wait to get. */
  readonly getting?: LevelObserver;
  /** Told of how many wait to put. */
  readonly putting?: LevelObserver;
}

/** What watches a store of things. */
export interface StoreObserver {
  /** Told of how many things are in it from a time on. */
  readonly size?: LevelObserver;
  /** Told of how many wait to take. */
  readonly taking?: LevelObserver;
  /** Told of how many wait to put. */
  readonly putting?: LevelObserver;
}

/**
 * A store of an amount, such as fuel in a tank. Those who get wait in one line and those who put in
 * another; in neither does anybody overtake. Outcomes of both: 'granted', 'reneged'.
 */
export interface AmountStore {
  readonly name: string;
  readonly capacity: number;
  /**
   * What it holds now: the sum, in doubles, of what was put less what was got. So ten times
   * put(0.1) is 0.9999999999999999, and a get(1) waits for the rest: count in whole units, such as
   * millilitres, where amounts must meet exactly.
   */
  readonly level: number;
  /** How many wait to get. */
  readonly getting: number;
  /** How many wait to put. */
  readonly putting: number;
  /**
   * Takes an amount out, as soon as it is there: `yield tank.get(40)`.
   *
   * @param amount above 0, at most the capacity
   */
  get(amount: number, options?: PatienceOptions): Token;
  /** Puts an amount in, as soon as there is room. */
  put(amount: number, options?: PatienceOptions): Token;
  /** Watches from now on, beside who watches already. */
  observe(observer: AmountStoreObserver): void;
}

export interface TakeOptions<T> {
  /** Which things will do; default: every one. */
  readonly filter?: (item: T) => boolean;
}

/**
 * A store of things. Things are taken in the order in which they were put, by those who wait in the
 * order in which they came; who waits for a thing that is not there holds nobody up.
 */
export interface Store<T> {
  readonly name: string;
  readonly capacity: number;
  /** How many things are in it now. */
  readonly size: number;
  /** How many wait to take. */
  readonly taking: number;
  /** How many wait to put. */
  readonly putting: number;
  /** The things in it, first the oldest; allocates. */
  items(): T[];
  /** Takes a thing out as soon as there is one: `const part = yield* shelf.take()`. */
  take(options?: TakeOptions<T>): Generator<Command, T, Outcome>;
  /** As {@link Store.take}, but gives undefined when patience ends first. */
  take(
    options: TakeOptions<T> & Required<PatienceOptions>,
  ): Generator<Command, T | undefined, Outcome>;
  /** Puts a thing in as soon as there is room: `yield shelf.put(part)`. */
  put(item: T, options?: PatienceOptions): Token;
  /** Watches from now on, beside who watches already. */
  observe(observer: StoreObserver): void;
}
