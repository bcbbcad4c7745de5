import fc from 'fast-check';
import { type ObservedDay, observeDay } from './observed-day.js';
import { randomHall } from './random-hall.js';

const halls = fc.tuple(randomHall(), fc.string({ maxLength: 4 }));
const fixed = { seed: 2, numRuns: 200 };
let days: readonly ObservedDay[] | undefined;

/**
 * Asserts what holds on every day of every hall, on 200 days of random halls under a fixed seed. The
 * days are run once for all laws; when one breaks a law, fast-check looks for the smallest that does.
 */
export function everyDay(law: (day: ObservedDay) => void): void {
  days ??= fc.sample(halls, fixed).map(([hall, seed]) => observeDay(hall, seed));
  try {
    days.forEach(law);
  } catch (broken) {
    fc.assert(
      fc.property(halls, ([hall, seed]) => {
        law(observeDay(hall, seed));
      }),
      fixed,
    );
    throw broken;
  }
}
