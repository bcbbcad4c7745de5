import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { month } from '@hallsim/experiment';
import { checkScenario, mergePatch, type Scenario } from '@hallsim/scenario';
import type { ExpectedRow, HallRow, Numbers } from './expected.js';
import { OTHER_RULES } from './other-rules.js';
import { outside } from './outside.js';

/** The dates that are run: those of a year which the calendar of the hall gives the day type of the row. */
export const YEAR = { from: '2026-01-01', days: 365 };

/** How often the year is run. */
export const TIMES = { normal: 2, peak: 8 } as const;

/** The variants of a hall file that make a row of the source out of it, in this order. */
function variantsOf({ scenario, day }: HallRow): string[] {
  const own = {
    base: [],
    'peak-roster': [],
    elastic: ['elastic-counters'],
    'no-greeter': ['no-greeter'],
    'no-kiosks': ['no-kiosks'],
  }[scenario];
  const onPeakRoster = scenario === 'peak-roster' || scenario === 'elastic';
  return day === 'peak' && !onPeakRoster ? [...own, 'normal-roster'] : own;
}

/** The hall of a row. What was not part of the source's simulation, breakdowns of kiosks, is left out. */
export function hallOf(root: string, row: HallRow): Scenario {
  const text = readFileSync(join(root, `examples/halls/${row.hall}.json`), 'utf8');
  const { variants = {}, ...hall } = JSON.parse(text) as Scenario;
  const changes = variantsOf(row).map((id) => variants[id]!.change);
  const changed = changes.reduce<unknown>(mergePatch, hall) as Scenario;
  if (changed.kiosks === undefined) return changed;
  return mergePatch(changed, { kiosks: { failures: null } }) as Scenario;
}

/** The hall with its doors shut on dates of another day type. */
function onlyOn(hall: Scenario, day: HallRow['day']): Scenario {
  const { monthDays = {} } = hall.calendar ?? {};
  const others = Object.entries(monthDays).filter(
    ([, { dayType }]) => (dayType !== undefined) !== (day === 'peak'),
  );
  const shut = Object.fromEntries(others.map(([date]) => [date, { closed: true }]));
  return mergePatch(hall, { calendar: { monthDays: shut } }) as Scenario;
}

/** Where a row of the source ends up here. */
export interface FoundRow extends HallRow {
  readonly found: Numbers;
  /** Of a row that lies outside: where it ends up with another rule in place of the hall's, by the rule's id. */
  readonly others?: Readonly<Record<string, Numbers>>;
}

export async function runRow(root: string, row: ExpectedRow): Promise<FoundRow> {
  const { hall: id, scenario, day } = row;
  const hall = hallOf(root, row);
  const found = await numbersOf(hall, day);
  const known = { hall: id, scenario, day, found };
  if (outside(row, known).length === 0) return known;
  const others: Record<string, Numbers> = {};
  for (const { change, halls, id: rule } of OTHER_RULES) {
    if (halls?.includes(id) === false) continue;
    others[rule] = await numbersOf(mergePatch(hall, change(hall)) as Scenario, day);
  }
  return { ...known, others };
}

/** Shares of the source are of those who had to do with a counter, where it says so. */
async function numbersOf(hall: Scenario, day: HallRow['day']): Promise<Numbers> {
  const read = checkScenario(onlyOn(hall, day));
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const { measures } = await month(read.scenario, { ...YEAR, replications: TIMES[day] });
  const measure = (id: string): number => measures[id]?.value ?? 0;
  const [came, balked] = [measure('hall.came'), measure('hall.balked')];
  const abandoned = measure('hall.abandoned');
  const atCounter = measure('hall.served') - measure('kiosk.share') * came;
  const inTime = measure('counter.within') * measure('counter.joined');
  const round = (value: number): number => Math.round(100 * value) / 100;
  const percent = (part: number, whole: number): number => round((100 * part) / whole);
  return {
    wait: round(measure('counter.wait.mean')),
    p90: round(measure('counter.wait.p90')),
    withinServed: percent(inTime, atCounter),
    withinAll: percent(inTime, atCounter + balked + abandoned),
    balked: percent(balked, came),
    abandoned: percent(abandoned, came),
    kiosk: round(100 * measure('kiosk.share')),
    busy: round(100 * measure('counter.utilisation')),
  };
}
