import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simulate, type Summary } from '@hallsim/experiment';
import { checkScenario, mergePatch, type Scenario } from '@hallsim/scenario';
import type { HallRow, Numbers } from './expected.js';

export const DAYS = 400;

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
export function hallOf(root: string, row: HallRow): { scenario: Scenario; missing: string[] } {
  const text = readFileSync(join(root, `examples/halls/${row.hall}.json`), 'utf8');
  const { variants = {}, ...hall } = JSON.parse(text) as Scenario;
  const wanted = variantsOf(row);
  const changes = wanted.flatMap((id) => variants[id]?.change ?? []);
  const changed = changes.reduce<unknown>(mergePatch, hall) as Scenario;
  const document =
    changed.kiosks === undefined ? changed : mergePatch(changed, { kiosks: { failures: null } });
  const result = checkScenario(document);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const notes = result.notes.map(({ path }) => path);
  return {
    scenario: result.scenario,
    missing: [...wanted.filter((id) => variants[id] === undefined), ...notes],
  };
}

/** Where a row of the source ends up here. */
export interface FoundRow extends HallRow {
  readonly found: Numbers;
  /** What the hall has and the engine does not follow yet. */
  readonly missing: readonly string[];
}

export async function runRow(root: string, row: HallRow): Promise<FoundRow> {
  const { scenario, missing } = hallOf(root, row);
  const peak = Object.keys(scenario.demand.dayTypes ?? {}).find((id) => id !== 'normal');
  const day = row.day === 'peak' ? peak : 'normal';
  const summary = await simulate(scenario, {
    replications: DAYS,
    ...(day === undefined ? {} : { day }),
  });
  const { hall, scenario: name } = row;
  return { hall, scenario: name, day: row.day, found: numbersOf(summary), missing };
}

/** Shares of the source are of those who had to do with a counter, where it says so. */
function numbersOf({ measures, conservation }: Summary): Numbers {
  const measure = (id: string): number => measures[id]?.value ?? 0;
  const { came, served, balked, abandoned } = conservation;
  const atCounter = served - measure('kiosk.share') * came;
  const inTime = measure('counter.within') * measure('counter.joined') * DAYS;
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
