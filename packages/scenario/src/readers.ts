import type { CounterGroup, CounterPool, Day, Label, Scenario } from './types.js';
import { clock, minutes } from './units.js';

/** Whether `counters` has the simple form `{ count }`, staffed by the scenario's `staff`. */
export function isCounterPool(counters: Scenario['counters']): counters is CounterPool {
  return typeof counters.count === 'number';
}

/** The counter groups by id in file order; none when `counters` has the simple form. */
export function counterGroups(scenario: Scenario): Readonly<Record<string, CounterGroup>> {
  return isCounterPool(scenario.counters) ? {} : scenario.counters;
}

/** Opening hours in minutes since midnight. */
export interface OpeningHours {
  /** When the doors open first. */
  readonly opens: number;
  /** When they close for the day. */
  readonly closes: number;
  /** Opening periods in order; one, unless the hall closes in between. */
  readonly periods: readonly { readonly from: number; readonly to: number }[];
  /** From this time on no ticket is given; `closes` where the file names none. */
  readonly lastTicket: number;
}

/** The opening hours of a checked day. A day that `lasts` runs from minute 0 to its length. */
export function openingHours(day: Day): OpeningHours {
  const periods =
    day.lasts !== undefined
      ? [{ from: 0, to: minutes(day.lasts) }]
      : (day.hours?.map(({ from, to }) => ({ from: clock(from), to: clock(to) })) ?? [
          { from: clock(day.opens ?? '00:00'), to: clock(day.closes ?? '24:00') },
        ]);
  const opens = periods[0]?.from ?? 0;
  const closes = periods.at(-1)?.to ?? 0;
  return {
    opens,
    closes,
    periods,
    lastTicket: day.lastTicket === undefined ? closes : clock(day.lastTicket),
  };
}

/** The text to show for something: its label in the language asked for, else its id. */
export function label(text: Label | undefined, language: 'en' | 'zh', id: string): string {
  if (text === undefined) return id;
  return typeof text === 'string' ? text : text[language];
}
