import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Month } from '@hallsim/experiment';
import { hallsim, start } from './hallsim-process.js';

const BANK = 'examples/halls/bank-branch.json';
const folder = mkdtempSync(join(tmpdir(), 'hallsim-month-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const args = ['month', BANK, '--from', '2026-10-01', '--days', '12', '--replications', '6'];

test('month answers with every date of the calendar, whatever the number of threads', async () => {
  const [one, two] = await Promise.all([
    hallsim([...args, '--json', '--workers', '1']),
    start([...args, '--json', '--workers', '2']).ended,
  ]);
  expect([one.code, two.code]).toEqual([0, 0]);
  expect(two.stdout).toBe(one.stdout);
  const { format, days, run } = JSON.parse(one.stdout) as Month;
  expect(format).toBe('hallsim-month/1');
  expect(run).toMatchObject({ from: '2026-10-01', days: 12, replications: 6, complete: true });
  expect(days.map(({ date }) => date)).toEqual(
    Array.from({ length: 12 }, (_, i) => `2026-10-${String(i + 1).padStart(2, '0')}`),
  );
  // Sundays are closed, and pensions come on the tenth.
  expect(days.filter(({ closed }) => closed).map(({ date }) => date)).toEqual([
    '2026-10-04',
    '2026-10-11',
  ]);
  expect(days[9]).toMatchObject({ day: 'pension-day', weekday: 'sat' });
  expect(days[9]!.factor).toBeCloseTo(0.7 * 0.923409, 9);
});

test('the printed command is the one that was given, and the table and the CSV have each date', async () => {
  const csv = join(folder, 'month.csv');
  const { stdout } = await hallsim([...args, '--csv', csv, '--lang', 'zh']);
  expect(stdout.trimEnd().split('\n').at(-1)).toBe(
    `  hallsim ${args.join(' ')} --seed first --confidence 95%`,
  );
  expect(stdout).toMatch(/^2026-10-04 {2}周日 {2}不营业$/m);
  const rows = readFileSync(csv, 'utf8').trimEnd().split('\n');
  expect(rows).toHaveLength(13);
  expect(rows[4]).toMatch(/^2026-10-04,sun,closed,normal,.*,,/);
});

test('the month is that of today unless another is asked for', async () => {
  const { stdout } = await hallsim(['month', BANK, '--replications', '1', '--json']);
  const { run } = JSON.parse(stdout) as Month;
  expect(run).toMatchObject({ from: '2026-10-01', days: 31 });
});

test('a hall without a calendar is said to be open on every date', async () => {
  const { code, stdout, stderr } = await hallsim([
    'month',
    'examples/halls/riverside-telecom.json',
    '--days',
    '2',
    '--replications',
    '2',
    '--json',
  ]);
  expect(code).toBe(0);
  expect(stderr).toMatch(/has no calendar: every date is open/);
  expect((JSON.parse(stdout) as Month).days).toHaveLength(2);
});

test.each([
  ['--from 2026-02-30', /--from 2026-02-30: write a date such as 2026-10-01/],
  ['--days 0', /--days 0: write a whole number of dates from 1 to 366/],
  ['--days many', /--days many/],
  ['--day normal', /no option --day/],
])('month %s is a wrong command line', async (words, says) => {
  const { code, stderr } = await hallsim(['month', BANK, ...words.split(' ')]);
  expect([code, stderr]).toEqual([2, expect.stringMatching(says)]);
});
