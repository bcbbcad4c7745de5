import type { Process, Simulation } from '@hallsim/kernel';
import { type CounterGroup, minutes, openingHours, type Scenario } from '@hallsim/scenario';
import { rank } from './order.js';

type Elastic = NonNullable<CounterGroup['elastic']>;

/** What the counters beyond a roster need to know of their group. */
export interface AroundExtras {
  readonly sim: Simulation;
  readonly scenario: Scenario;
  readonly elastic: Elastic;
  /** Position of the group. */
  readonly group: number;
  readonly count: number;
  /** Counters of the roster now. */
  readonly roster: () => number;
  /** Since when those have waited who wait for the group. */
  readonly waiting: () => readonly number[];
  /** Whether a counter closes after its customer that would be the next to open. */
  readonly isClosing: () => boolean;
  /** Number of the counter that is made ready next, beside those that are so; `undefined` where all that are idle are broken. */
  readonly next: (settingUp: readonly (number | undefined)[]) => number | undefined;
  readonly isClosed: () => boolean;
  /** A counter is not being made ready any more: it is open, or will not be. */
  readonly isReleased: (counter: number) => void;
  /** A counter opens, which may call. */
  readonly hasOpened: () => void;
  /** A counter closes that had people of its own. */
  readonly hasClosed: () => void;
}

/** A counter that is being made ready, by its number; `undefined` where all that are idle have broken down. */
interface SetUp {
  readonly counter: number | undefined;
}

/** Counters of one group that open beyond its roster when people wait. */
export class Extras {
  readonly #around: AroundExtras;
  /** Since when each has been open. */
  #open: number[] = [];
  #settingUp: SetUp[] = [];

  constructor(around: AroundExtras) {
    this.#around = around;
  }

  get open(): number {
    return this.#open.length;
  }

  isSetUp(counter: number): boolean {
    return this.#settingUp.some((one) => one.counter === counter);
  }

  /** Looks by the clock, and the doors that close in between. */
  start(): void {
    const { sim, scenario, elastic } = this.#around;
    if (elastic.every !== undefined) sim.start(this.#looks(minutes(elastic.every)));
    for (const { to } of openingHours(scenario.day).periods.slice(0, -1)) {
      sim.start(this.#doorsClose(to));
    }
  }

  /** Somebody has joined the line, or a service has ended. */
  ask(): void {
    if (this.#around.elastic.every === undefined) this.#decide();
  }

  /** The roster has changed. */
  makeRoom(): void {
    const { count, roster } = this.#around;
    const room = count - roster();
    while (this.#settingUp.length > 0 && this.#all > room) this.#release(this.#settingUp.at(-1)!);
    while (this.#all > room) this.#open.shift();
  }

  close(): void {
    for (const one of [...this.#settingUp]) this.#release(one);
  }

  #release(one: SetUp): void {
    this.#settingUp = this.#settingUp.filter((other) => other !== one);
    if (one.counter !== undefined) this.#around.isReleased(one.counter);
  }

  get #all(): number {
    return this.#open.length + this.#settingUp.length;
  }

  *#looks(every: number): Process {
    const { sim, scenario, group } = this.#around;
    const { opens, closes } = openingHours(scenario.day);
    for (let time = opens + every; time < closes; time += every) {
      yield sim.holdUntil(time, rank('look', group));
      this.#decide();
    }
  }

  *#doorsClose(time: number): Process {
    yield this.#around.sim.holdUntil(time, rank('doorsClose', 0));
    this.close();
    this.#open = [];
  }

  #decide(): void {
    const { sim, scenario, elastic, isClosed, waiting, roster, hasOpened } = this.#around;
    const { periods } = openingHours(scenario.day);
    const indoors = periods.some(({ from, to }) => from <= sim.now && sim.now < to);
    if (isClosed() || !indoors) return;
    const { opensWhen, closesWhen, more } = elastic;
    const people = waiting();
    const counters = roster() + this.#all;
    const longest = Math.min(...people) + minutes(opensWhen.wait ?? '0 min');
    const opens =
      people.length > 0 &&
      (people.length >= (opensWhen.waiting ?? Infinity) ||
        (opensWhen.waitingPerCounter !== undefined &&
          people.length / counters >= opensWhen.waitingPerCounter) ||
        (opensWhen.wait !== undefined && longest <= sim.now));
    const closes =
      people.length <= (closesWhen.waiting ?? Infinity) &&
      (people.length === 0 ||
        people.length / counters <= (closesWhen.waitingPerCounter ?? Infinity));
    if (opens) {
      if (this.#all >= more || this.#all >= this.#around.count - roster()) return;
      const setUp = minutes(elastic.setUp ?? '0 min');
      const staysOpen = this.#settingUp.length === 0 && this.#around.isClosing();
      if (setUp === 0 || staysOpen) {
        this.#open.push(sim.now);
        hasOpened();
      } else {
        const one = { counter: this.#around.next(this.#settingUp.map(({ counter }) => counter)) };
        this.#settingUp.push(one);
        sim.start(this.#makeReady(one, setUp));
      }
    } else if (closes && this.open > 0) {
      const since = this.#open[0]!;
      if (since + minutes(elastic.staysAtLeast ?? '0 min') > sim.now) return;
      this.#open.shift();
      this.#around.hasClosed();
    }
  }

  *#makeReady(one: SetUp, setUp: number): Process {
    const { sim, group, hasOpened } = this.#around;
    yield sim.hold(setUp, rank('counterReady', group));
    if (!this.#settingUp.includes(one)) return;
    this.#release(one);
    this.#open.push(sim.now);
    hasOpened();
  }
}
