import type { CounterGroup, CounterPool, Day, Label, Scenario } from './types.js';
import { clock, exactShare, minutes } from './units.js';
import { expected } from './checks/demand.js';

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

/** How a scenario is run unless asked otherwise, every default filled in. */
export interface RunSettings {
  /** Number of days; default 200. */
  readonly replications: number;
  /** Text seed; default `"first"`. */
  readonly seed: string;
  /** Confidence of intervals as a fraction; default 0.95. */
  readonly confidence: number;
  /** Step of the results over the day, minutes; default 30. */
  readonly bucket: number;
}

/** The settings under `run`, with the defaults of the format where there are none. */
export function runSettings(scenario: Scenario): RunSettings {
  const {
    replications = 200,
    seed = 'first',
    confidence = '95%',
    bucket = '30 min',
  } = scenario.run ?? {};
  return { replications, seed, confidence: exactShare(confidence), bucket: minutes(bucket) };
}

/**
 * Expected customers of a day of the given type, rushes included. Without a type: the one the
 * scenario names, else its first, else a plain day with volume 100%.
 *
 * @throws RangeError where the scenario has no such day type.
 */
export function expectedCustomers(scenario: Scenario, dayType?: string): number {
  const types = scenario.demand.dayTypes ?? {};
  const id = dayType ?? defaultDayType(scenario);
  if (id !== undefined && !Object.hasOwn(types, id)) {
    const known = Object.keys(types).join(', ');
    throw new RangeError(
      `The scenario has no day type ${JSON.stringify(id)}; it has ${known || 'none'}.`,
    );
  }
  return expected(scenario, id) ?? 0;
}

/** The day type that holds unless another is asked for; `undefined` where the file has none. */
export function defaultDayType(scenario: Scenario): string | undefined {
  const { dayType, dayTypes = {} } = scenario.demand;
  return dayType ?? Object.keys(dayTypes)[0];
}
