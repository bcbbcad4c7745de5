import { OUTCOME } from '@hallsim/hall';
import { type Arrivals, arrivalTimes, seedKey, Stream, streamKey } from '@hallsim/kernel';
import type { Estimate, Measurement } from '../row.js';
import { daysOf, type HallDay, type HallText } from './hall.js';
import { minutes } from './texts.js';

/** Customers of a long day that are left out at its start, that are measured, and that come after them. */
const WARM_UP = 5_000;
export const MEASURED = 20_000;
const AFTER = 1_000;

/** Those of a long day who come within the stretch that is measured. */
export interface Stretch extends HallDay {
  readonly from: number;
  readonly to: number;
}

/** One customer of a stretch, in minutes. */
export interface Guest {
  readonly row: number;
  readonly arrived: number;
  readonly start: number;
  readonly end: number;
  readonly left: number;
  readonly outcome: number;
  /** Time in line, served or not. */
  readonly wait: number;
  readonly service: number;
  readonly customer: number;
  readonly group: number;
}

/**
 * A hall open without end; what a number of the table is on a stretch of its one long day.
 * @param options.measured customers of the stretch; default `MEASURED`
 * @param options.arrivals when customers come, where it is not as the text says
 */
export function longDay(
  text: HallText,
  arrivalsPerMinute: number,
  read: (stretch: Stretch) => number,
  { measured = MEASURED, arrivals }: LongDayOptions = {},
): Measurement {
  const texts = new Map<number, HallText>();
  const estimate: Estimate = (seed, replication, size) => {
    const from = WARM_UP / arrivalsPerMinute;
    const to = from + size / arrivalsPerMinute;
    const lasts = Math.ceil(to + AFTER / arrivalsPerMinute);
    const known = texts.get(size) ?? { ...text, day: { lasts: minutes(lasts) } };
    texts.set(size, known);
    const days = daysOf(known, seed);
    const day =
      arrivals === undefined
        ? days.run(replication)
        : days.replay({ arrivedAt: timesOf(arrivals, seed, replication, lasts) }, replication);
    return read({ ...day, from, to });
  };
  return {
    estimate,
    unit: 'customers',
    customersPerUnit: 1,
    aim: NaN,
    atMost: NaN,
    atLeast: measured,
  };
}

interface LongDayOptions {
  readonly measured?: number;
  readonly arrivals?: Arrivals;
}

/** The arrivals of a day as a ticket machine would have written them down. */
function timesOf(arrivals: Arrivals, seed: string, replication: number, until: number): number[] {
  const stream = new Stream(streamKey(seedKey(seed), replication, 'arrivals'));
  return [...arrivalTimes({ ...arrivals, until }, stream)];
}

/** Calls `each` with every customer who comes within the stretch. */
export function forGuests(stretch: Stretch, each: (guest: Guest) => void): void {
  const { demand, log, from, to } = stretch;
  for (let row = 0; row < log.length; row++) {
    const arrived = demand.arrivedAt[row]!;
    if (arrived < from || arrived >= to) continue;
    each(guestOf(stretch, row));
  }
}

function guestOf({ demand, log }: HallDay, row: number): Guest {
  const arrived = demand.arrivedAt[row]!;
  const start = log.start[row]!;
  const left = log.left[row]!;
  return {
    row,
    arrived,
    start,
    end: log.end[row]!,
    left,
    outcome: log.outcome[row]!,
    wait: (start >= 0 ? start : left) - arrived,
    service: demand.service[row]!,
    customer: demand.customer[row]!,
    group: log.group[row]!,
  };
}

/** Mean over the guests for whom it is a number. */
export function meanOf(stretch: Stretch, of: (guest: Guest) => number | null): number {
  let sum = 0;
  let count = 0;
  forGuests(stretch, (guest) => {
    const value = of(guest);
    if (value === null) return;
    sum += value;
    count++;
  });
  return sum / count;
}

/** Time average over the stretch of how many are within their span, whoever came when. */
export function levelOf(
  stretch: Stretch,
  span: (guest: Guest) => readonly [from: number, to: number] | null,
): number {
  const { log, from, to } = stretch;
  let area = 0;
  for (let row = 0; row < log.length; row++) {
    const ends = span(guestOf(stretch, row));
    if (ends !== null) area += Math.max(0, Math.min(to, ends[1]) - Math.max(from, ends[0]));
  }
  return area / (to - from);
}

export const isServed = ({ outcome }: Guest): boolean => outcome === OUTCOME.served;
export const hasLeft = ({ outcome }: Guest): boolean => outcome === OUTCOME.abandoned;
export const turnedRound = ({ outcome }: Guest): boolean => outcome === OUTCOME.balked;
export const atCounter = ({ start, end }: Guest): [number, number] | null =>
  start >= 0 ? [start, end] : null;
