import type { ArrivalBar } from '@hallsim/elements';
import { compile, expectedFrom } from '@hallsim/hall';
import { openingHours, type Scenario } from '@hallsim/scenario';
import { halfHours } from './openings.js';

/** Expected customers per half hour, straight from the scenario: no chance in it, so no days needed. */
export function expectedArrivals(scenario: Scenario, day: string | null): ArrivalBar[] {
  const { periods, closes } = openingHours(scenario.day);
  const { sources } = compile(scenario, day === null ? {} : { day });
  return halfHours(periods).map(({ from, to }) => {
    const customers = sources.map((source) => {
      const { at } = source;
      // those who wait at the door all come in one moment
      const [start, end] = at === null ? [from, to] : from <= at && at < to ? [0, closes] : [0, 0];
      return expectedFrom(source, start, end);
    });
    return { from, to, customers: customers.reduce((sum, n) => sum + n, 0) };
  });
}
