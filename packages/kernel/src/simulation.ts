import type { Key } from './address.js';
import { Calendar } from './calendar.js';
import { Condition } from './condition.js';
import { Desk } from './desk.js';
import type { Start } from './generators.js';
import type { Awaitable, ProcessHandle, Token } from './process.js';
import { type ProcessorSharing, SharedServer, type SharingOptions } from './processor-sharing.js';
import { ProcessRunner } from './process-runner.js';
import { checkOptions } from './refuse.js';
import { checkName, refuseOf } from './resource-checks.js';
import type { Resource, ResourceOptions } from './resource.js';
import { seedKey } from './seed.js';
import { Shelf } from './shelf.js';
import { Bell, type Signal } from './signal.js';
import { Slots } from './slots.js';
import type { AmountStore, AmountStoreOptions, Store, StoreOptions } from './store.js';
import { Stream, streamKey } from './stream.js';
import { Tank } from './tank.js';
import { Timeout, type Timers } from './timeout.js';

export interface SimulationOptions {
  /** Text or number all chance comes from; 42 and '42' are the same. Default ''. */
  readonly seed?: string | number;
  /** Which repetition of the experiment this is: other numbers, same seed. From 0, the default, to 2^32 - 1. */
  readonly replication?: number;
  /** Time of the clock at the beginning. Default 0. */
  readonly start?: number;
}

/**
 * A calendar with chance, processes and resources: a model in the manner of SimPy.
 *
 * A **process** is a generator that yields what it waits for. It runs until it waits; nothing else
 * happens meanwhile. What a process or an event causes (a start, a grant, a signal, an end) goes
 * on at once: after that step, first caused, first served, before any other event of the instant.
 *
 * **Ties** (see {@link RANK}). Events of one time happen in this order: ends of services and of holds of
 * processes that hold units of a resource, changes of capacity, breakdowns and repairs, ends of
 * patience and timeouts, then all else (holds of processes that hold nothing, such as arrivals),
 * each in the order in which they were scheduled.
 *
 * **Errors.** What a process throws comes out of `run` as a {@link SimulationError} with time and
 * name; the process is over, what it held is given back, and the run may go on.
 */
export class Simulation extends Calendar {
  readonly #root: Key;
  readonly #replication: number;
  readonly #streams: Map<string, Stream> = new Map();
  readonly #runner: ProcessRunner;
  readonly #timers: Timers;

  constructor(options: SimulationOptions = {}) {
    checkOptions('simulation', options, ['seed', 'replication', 'start']);
    super(options.start);
    const { seed = '', replication = 0 } = options;
    if (typeof seed !== 'string' && !Number.isFinite(seed)) {
      refuseOf('simulation', 'seed', seed, 'give a text or a finite number');
    }
    // keys have 32 bits: 2^32 would be 0 again
    if (replication >>> 0 !== replication) {
      refuseOf(
        'simulation',
        'replication',
        replication,
        'give a whole number from 0 to 4294967295',
      );
    }
    this.#root = seedKey(String(seed));
    this.#replication = replication;
    this.#runner = new ProcessRunner(this);
    const pending = new Slots<Timeout>();
    const kind = this.on('timeout', (place) => pending.at(place).ring());
    this.#timers = { calendar: this, kind, pending };
  }

  /** The process whose code runs; undefined in handlers and between events. */
  get active(): ProcessHandle | undefined {
    return this.#runner.current;
  }

  /** The stream of a name, the same one at each call. Every text is a name. */
  stream(name: string): Stream {
    let stream = this.#streams.get(name);
    if (stream === undefined) {
      checkName('stream', name);
      stream = new Stream(streamKey(this.#root, this.#replication, name));
      this.#streams.set(name, stream);
    }
    return stream;
  }

  /**
   * Starts a process; it begins at once, after the present step. Each start wants a generator of its
   * own: `start(customer(3))`.
   *
   * @param process what a generator function returns, or a generator function without parameters
   * @param options `name` for errors; default: that of the function, where one was given
   * @throws TypeError for what is no generator, and for one that was started before
   */
  start(process: Start, options?: { readonly name?: string }): ProcessHandle {
    if (options !== undefined) checkOptions('process', options, ['name']);
    return this.#runner.start(process, options?.name ?? '');
  }

  /**
   * Lets time pass: `yield sim.hold(3)`; the outcome is 'elapsed'. Also hold(0) goes through the
   * calendar.
   *
   * @param time at least 0 and finite
   * @param rank place among the events of one time; default: RANK.completion if the process holds
   *   units of a resource, as it then most likely ends a service, else RANK.arrival
   */
  hold(time: number, rank?: number): Token {
    return this.#runner.hold(time, rank);
  }

  /** As {@link Simulation.hold}, until the clock shows `time`, now or later. */
  holdUntil(time: number, rank?: number): Token {
    return this.#runner.holdUntil(time, rank);
  }

  /** A time from now, to be waited for with others: `yield sim.any(bell, sim.timeout(5))`. */
  timeout(time: number): Awaitable<void> {
    return new Timeout(this.#runner, this.#timers, time);
  }

  /**
   * A signal.
   *
   * @param options `stays`: whether it stays fired until it is reset; default false
   */
  signal<T = void>(name: string = '', options: { readonly stays?: boolean } = {}): Signal<T> {
    checkName('signal', name);
    checkOptions(name, options, ['stays']);
    return new Bell<T>(this.#runner, name, options.stays === true);
  }

  /**
   * The first of several things to happen, which `yield*` returns; `yield` says what became of it:
   * 'granted' if it is a request, else 'happened'.
   *
   * Requests are made on the spot: `yield sim.any(desk.request(), sim.timeout(12))`. Those that do not
   * come first leave their lines. One that is not granted ('reneged', 'rejected', 'left') does not
   * count, unless none is left to wait for: then this is the outcome.
   *
   * @throws RangeError of nothing; TypeError for what cannot be waited for with others
   */
  any<Parts extends readonly (Awaitable | Token)[]>(...parts: Parts): Awaitable<Parts[number]> {
    return new Condition(this.#runner, parts, false);
  }

  /**
   * All of several things; `yield*` returns which was first. Of nothing: has happened.
   *
   * With requests, `yield sim.all(a.request(), b.request())`, the outcome is 'granted' when all are.
   * When one will not be granted, the outcome says how, at once; the others are given up, and units
   * that were granted already are given back.
   *
   * @throws TypeError for what cannot be waited for with others
   */
  all<Parts extends readonly (Awaitable | Token)[]>(...parts: Parts): Awaitable<Parts[number]> {
    return new Condition(this.#runner, parts, true);
  }

  /** Servers with a line. */
  resource(name: string, options: ResourceOptions = {}): Resource {
    return new Desk(this.#runner, name, options, (stream) => this.stream(stream));
  }

  /** A server that works for all who are present at once. */
  sharing(name: string, options: SharingOptions = {}): ProcessorSharing {
    return new SharedServer(this.#runner, name, options);
  }

  /** A store of an amount. */
  level(name: string, options: AmountStoreOptions = {}): AmountStore {
    return new Tank(this.#runner, name, options);
  }

  /** A store of things. */
  store<T>(name: string, options: StoreOptions = {}): Store<T> {
    return new Shelf<T>(this.#runner, name, options);
  }
}
