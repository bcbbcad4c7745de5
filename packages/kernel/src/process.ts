declare const tokenBrand: unique symbol;

/**
 * What a command such as `hold` or `request` returns: to be yielded at once; that of a request may go
 * into `any` and `all` instead.
 */
export type Token = number & { readonly [tokenBrand]: 'Token' };

/**
 * Something a process can wait for by yielding it: a signal, a timeout, another process, any or
 * all of these. `yield* it` waits in the same way and returns what it brings: the value a signal
 * was fired with, the one of several that came first.
 */
export interface Awaitable<T = unknown> {
  /** True if waiting for it would not take any time now. */
  readonly happened: boolean;
  [Symbol.iterator](): Generator<Command, T, Outcome>;
}

/** What a process may yield. */
export type Command = Token | Awaitable;

/**
 * What became of what a process waited for, the value of its `yield`.
 * `elapsed`: the time held is over. `granted`: what was asked for is there. `served`: a service is
 * complete. `reneged`: patience ended before the turn came. `rejected`: the line was full.
 * `preempted`: the service was broken off for good. `left`: taken out of the line by
 * {@link Resource.leave}. `happened`: a signal was fired, a process ended, a condition came true.
 */
export type Outcome =
  | 'elapsed'
  | 'granted'
  | 'served'
  | 'reneged'
  | 'rejected'
  | 'preempted'
  | 'left'
  | 'happened';

/**
 * What a generator function of a process returns: `function* customer(): Process { … }`. One that is
 * a part of others and returns a value is a `Process<T>`: `const bill = yield* lunch();`.
 */
export type Process<T = void> = Generator<Command, T, Outcome>;

/**
 * `active`: started and not ended. `ended`: ran to its end. `failed`: an error ended it.
 * `cancelled`: somebody called `cancel`.
 */
export type ProcessState = 'active' | 'ended' | 'failed' | 'cancelled';

/**
 * A started process, as `start` returns it. Yield it to wait for its end; it need not be kept.
 */
export interface ProcessHandle extends Awaitable<void> {
  /** Its name, or that of its generator function where it was started by that, and its number. */
  readonly name: string;
  readonly state: ProcessState;
  /**
   * Throws an {@link Interrupted} into the process where it waits; it leaves the line or breaks off
   * the hold, and keeps what it holds. A process that is about to be woken at this instant gets
   * its news first and the interrupt at its next wait.
   *
   * @returns false, and nothing happens, if the process is over
   * @throws SimulationError in a process that would interrupt itself
   */
  interrupt(cause?: unknown): boolean;
  /**
   * Ends the process where it waits, within this call: its `finally` blocks run, then what it
   * still holds is given back.
   *
   * @returns false, and nothing happens, if the process is over
   * @throws SimulationError in a process that would cancel itself, or if a `finally` block throws
   *   or yields
   */
  cancel(): boolean;
}

/** Thrown into a process that is interrupted. */
export class Interrupted extends Error {
  override readonly name: string = 'Interrupted';
  /** What `interrupt` was called with; a {@link Preemption} if a server was taken away. */
  override readonly cause: unknown;
  /** What was left of the time held, or of the service; 0 for a wait of another sort. */
  readonly remaining: number;

  constructor(cause: unknown, remaining: number) {
    super(`Interrupted with ${remaining} to go${typeof cause === 'string' ? `: ${cause}` : ''}`);
    this.cause = cause;
    this.remaining = remaining;
  }
}

/** Cause of the interrupt of a process that lost its server. */
export interface Preemption {
  /** Name of the resource that took units back. */
  readonly resource: string;
  /** How many units; to release them is not needed any more, and does nothing. */
  readonly units: number;
  /** Since when the process held them. */
  readonly since: number;
}
