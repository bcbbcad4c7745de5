import type { Arrivals, NetworkSpec } from '@hallsim/kernel';
import { type Case, number, numbers } from './cases.js';
import type { Estimate, Measurement } from './row.js';
import { rate } from './spreads.js';
import { longRun, MOST } from './steady.js';
import type { World } from './world.js';

/** Days in one run of the network, one after the other with a night between them. */
export const DAYS = 25;
/** Minutes of a night: everybody has left long before the next day. */
const NIGHT = 2500;

/** A hall whose arrivals and counters change by the half hour, day after day. */
export class HallDay {
  readonly world: World;
  readonly step: number;
  readonly rates: readonly number[];
  readonly staff: readonly number[];
  readonly closes: number;
  /** From the opening of one day to that of the next. */
  readonly period: number;
  readonly servicePerMinute: number;
  readonly abandonPerMinute: number;
  readonly #preempts: boolean;

  constructor(one: Case, world: World) {
    this.world = world;
    this.step = number(one, 'stepMinutes');
    this.rates = numbers(one, 'lambda_per_min');
    this.staff = numbers(one, 'staff');
    this.closes = this.rates.length * this.step;
    this.period = this.closes + NIGHT;
    this.servicePerMinute = number(one, 'mu_per_min');
    this.abandonPerMinute = number(one, 'abandonRate_per_min');
    this.#preempts = String(one.params['staffDecrease']).startsWith('preempt');
  }

  /** Customers expected in the first so many half hours. */
  expected(halfHours: number): number {
    return this.rates
      .slice(0, halfHours)
      .reduce((sum, perMinute) => sum + perMinute * this.step, 0);
  }

  /** Rates of the half hours `from` to `to`, and of none after them. */
  ratesOf(from: number, to: number): [time: number, perMinute: number][] {
    const rates = this.rates
      .slice(from, to)
      .map((perMinute, i): [number, number] => [(from + i) * this.step, perMinute]);
    return [...rates, [to * this.step, 0]];
  }

  /** Arrivals of the half hours `from` to `to` of every day. */
  arrivals(from: number, to: number): Arrivals {
    return { rates: this.ratesOf(from, to), repeat: this.period };
  }

  /** Many days in a row, with the arrivals of the first so many half hours. */
  spec(halfHours: number, days: number = DAYS): NetworkSpec {
    const { abandonPerMinute } = this;
    const steps = Array.from({ length: days }, (_, day) =>
      this.staff.map((counters, i): [number, number] => [
        day * this.period + i * this.step,
        counters,
      ]),
    ).flat();
    return {
      sources: { door: { arrivals: this.arrivals(0, halfHours), to: 'hall' } },
      stations: {
        hall: {
          servers: { steps, atDecrease: this.#preempts ? 'interrupt' : 'finish' },
          service: rate(this.servicePerMinute),
          ...(abandonPerMinute > 0 ? { patience: rate(abandonPerMinute) } : {}),
        },
      },
    };
  }

  /** A measurement in runs of `DAYS` days, each day up to a half hour; of one point, or of a day. */
  measure(halfHours: number, estimate: Estimate): Measurement {
    return longRun(estimate, {
      unit: `× ${DAYS} days`,
      customersPerUnit: DAYS * (this.expected(halfHours) + 1),
      atLeast: 4,
    });
  }

  /** The same for one point of a list. */
  measurePoint(halfHours: number, estimate: Estimate): Measurement {
    return { ...this.measure(halfHours, estimate), atMost: MOST.point };
  }
}

/** Numbers of the kernel's replications that make one replication of a row. */
export const runsOf = (size: number, replication: number): number[] =>
  Array.from({ length: size }, (_, i) => replication * size + i);
