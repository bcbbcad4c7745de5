import fc from 'fast-check';
import { placesOfDay } from './broken.js';
import { type ClerkSpan, clerkSpans, type Desk, desksOf } from './desks.js';
import { type ObservedDay, observeDay } from './observed-day.js';
import { randomHall } from './random-hall.js';
import type { Place } from './reference-hall/outages.js';

/** A day that laws are held against. */
export interface LawDay extends ObservedDay {
  readonly desks: readonly Desk[];
  /** What clerks did, and counters where there is more to their work than services. */
  readonly spans: readonly ClerkSpan[];
  /** What broke down, and when. */
  readonly places: readonly Place[];
}

const halls = fc.tuple(randomHall(), fc.string({ maxLength: 4 }));
const fixed = { seed: 2, numRuns: 200 };
let days: readonly LawDay[] | undefined;

/** A finished day with what desks and clerks did on it. */
export function lawDay(day: ObservedDay): LawDay {
  const { log, model, scenario } = day;
  return {
    ...day,
    desks: desksOf(scenario, model, log),
    spans: clerkSpans(model, log),
    places: placesOfDay(day),
  };
}

/**
 * Asserts what holds on every day of every hall, on 200 days of random halls under a fixed seed. The
 * days are run once for all laws; when one breaks a law, fast-check looks for the smallest that does.
 */
export function everyDay(law: (day: LawDay) => void): void {
  days ??= fc.sample(halls, fixed).map(([hall, seed]) => lawDay(observeDay(hall, seed)));
  try {
    days.forEach(law);
  } catch (broken) {
    fc.assert(
      fc.property(halls, ([hall, seed]) => {
        law(lawDay(observeDay(hall, seed)));
      }),
      fixed,
    );
    throw broken;
  }
}
