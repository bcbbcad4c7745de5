import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkScenario, defineScenario, type Scenario } from '@hallsim/scenario';
import { settingPath } from './setting-path.js';
import { settingValue, withSettings } from './settings.js';
import { simulate } from './simulate.js';
import { SettingError, sweep } from './sweep.js';

const hall: Scenario = defineScenario({
  format: 'service-hall/1',
  day: { opens: '09:00', closes: '11:00' },
  demand: { perDay: '60', profile: { '09:00': '60%', '10:00': '40%' } },
  customers: { all: { share: '100%', patience: { exponential: '20 min' } } },
  services: { pay: { share: '100%', time: { exponential: '6 min' } } },
  counters: { main: { count: 6, skills: ['pay'], open: { all: { '09:00': 3 } } } },
  variants: { lean: { label: 'Lean', change: { counters: { main: { count: 3 } } } } },
});
const study = { replications: 12, seed: 'sweep' };

function issuesOf(error: unknown): string[] {
  if (!(error instanceof SettingError)) throw error;
  return error.issues.map(({ path, message, fix }) => `${path}: ${message.en} ${fix.en}`);
}

test('a path is read as issues write it', () => {
  expect(settingPath('kiosks.count')).toEqual(['kiosks', 'count']);
  expect(settingPath('staff.trainee.skills[0]')).toEqual(['staff', 'trainee', 'skills', 0]);
  expect(settingPath('demand.arrivals["09:30"]')).toEqual(['demand', 'arrivals', '09:30']);
  expect(settingPath('demand.arrivals.09:30')).toEqual(['demand', 'arrivals', '09:30']);
  for (const wrong of ['', '.', '.a', 'a..b', 'a.', '[0]', 'a[', 'a[x]', 'a]b', 'a["\\x"]']) {
    expect([wrong, settingPath(wrong)]).toEqual([wrong, null]);
  }
});

test('any text is a path or no path, and any path with any value is a scenario or has issues', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.jsonValue(), (text, value) => {
      const result = withSettings(hall, { [text]: value });
      if (result.ok) expect(checkScenario(result.scenario).ok).toBe(true);
      else expect(result.issues.length).toBeGreaterThan(0);
    }),
    { seed: 1, numRuns: 500 },
  );
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('a text is the kind of value that stands at its place, and where none stands the kind that may', () => {
  expect(settingValue(hall, 'demand.perDay', '80')).toBe('80');
  expect(settingValue(hall, 'counters.main.count', '4')).toBe(4);
  expect(settingValue(hall, 'demand.busyDay.cv', '0.2')).toBe(0.2);
  expect(settingValue(hall, 'demand.beforeOpening', '5%')).toBe('5%');
  expect(settingValue(hall, 'counters.main.skills', '["pay"]')).toEqual(['pay']);
});

describe('a grid', () => {
  test('has every combination, the last key fastest, each the summary of its scenario', async () => {
    const cells = await sweep(hall, {
      ...study,
      set: { 'demand.perDay': ['60', '90'], 'counters.main.open.all["09:00"]': [3, 4] },
    });
    expect(cells.map(({ set }) => Object.values(set))).toEqual([
      ['60', 3],
      ['60', 4],
      ['90', 3],
      ['90', 4],
    ]);
    const changed = withSettings(hall, cells[2]!.set);
    if (!changed.ok) throw new Error('a valid setting');
    expect(cells[2]!.summary).toEqual(await simulate(changed.scenario, study));
  });

  test('meets the same customers in every cell', async () => {
    const cells = await sweep(hall, {
      ...study,
      set: { 'counters.main.open.all["09:00"]': [2, 3, 4, 5] },
    });
    const came = cells.map(({ summary }) => summary.conservation.came);
    expect(new Set(came).size).toBe(1);
    const level = cells.map(
      ({ summary }) => summary.measures['hall.serviceLevel.everyone']!.value!,
    );
    expect(level).toEqual(level.toSorted((a, b) => a - b));
  });

  test('tells of its days one after the other, and stops where it is told to', async () => {
    const signal = { aborted: false };
    const days: number[] = [];
    const cells = await sweep(hall, {
      ...study,
      set: { 'counters.main.open.all["09:00"]': [2, 3, 4] },
      signal,
      onDays: (n) => {
        days.push(n);
        signal.aborted = n > 14;
      },
    });
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(cells.map(({ summary }) => summary.run.complete)).toEqual([true, false]);
    expect(cells[1]!.summary.run.replications).toBe(days.at(-1)! - 12);
  });
});

test('all that is wrong with a grid is said at once, with its place and the way out', async () => {
  const wrong = async (set: Record<string, readonly unknown[]>): Promise<string[]> =>
    issuesOf(await sweep(hall, { ...study, set }).catch((error: unknown) => error));
  expect(await wrong({ 'counters.mian.count': [1, 2] })).toEqual([
    expect.stringMatching(/^counters\.mian\.count: .*nothing of that id/),
  ]);
  expect(await wrong({ 'run.seed': ['a', 'b'], 'run.replications': [5] })).toEqual([
    expect.stringMatching(/^run\.seed: .*--seed/),
    expect.stringMatching(/^run\.replications: /),
  ]);
  expect(await wrong({ 'demand.perDay': ['60', '-3'], 'day.opens.x': [1] })).toEqual([
    expect.stringMatching(/no place day\.opens\.x/),
  ]);
  expect(await wrong({ 'demand.perDay': ['-3', '60', 'many'] })).toEqual([
    expect.stringMatching(/^demand\.perDay: .*-3/),
    expect.stringMatching(/^demand\.perDay: .*many/),
  ]);
  expect(await wrong({ 'kiosks..count': [1] })).toEqual([expect.stringMatching(/not a place/)]);
  expect(await wrong({ 'demand.perDay': [] })).toEqual([expect.stringMatching(/no values/)]);
  const many = Array.from({ length: 101 }, (_, i) => `${i + 1}`);
  expect(await wrong({ 'demand.perDay': many, 'counters.main.count': many.map(Number) })).toEqual([
    expect.stringMatching(/10201 cells/),
  ]);
});
