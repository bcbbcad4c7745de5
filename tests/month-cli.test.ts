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

test('a month by rules of the host names their module in its command, and its card the engine and the date', async () => {
  const rules = ['examples/rules/own-rules.json', '--rules', 'examples/rules/own-rules.mjs'];
  const asked = ['month', ...rules, '--from', '2026-10-01', '--days', '2', '--replications', '2'];
  const { stdout } = await hallsim(asked);
  const [, again] = /again:\n {2}hallsim (.*)\n/.exec(stdout)!;
  expect(again).toMatch(/ --rules examples\/rules\/own-rules\.mjs$/);
  expect((await hallsim(again!.split(' '))).stdout).toBe(stdout);
  expect(stdout).toMatch(/^ {2}engine +\d+\.\d+\.\d+, run on 2026-10-15$/m);
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

test('fewer than 20 months are too few, in the JSON and in both languages', async () => {
  const few = ['month', BANK, '--from', '2026-10-01', '--days', '1', '--replications'];
  const [json, enough, en, zh] = await Promise.all([
    hallsim([...few, '19', '--json']),
    hallsim([...few, '20', '--json']),
    hallsim([...few, '19']),
    hallsim([...few, '19', '--lang', 'zh']),
  ]);
  expect((JSON.parse(json.stdout) as Month).run.fewDays).toBe(true);
  expect((JSON.parse(enough.stdout) as Month).run).not.toHaveProperty('fewDays');
  expect(en.stdout).toMatch(/months +19, .*\n +too few: with fewer than 20/);
  expect(zh.stdout).toContain('太少：少于 20 次');
});

test('closed dates alone leave no heading without lines', async () => {
  const sunday = ['month', BANK, '--from', '2026-10-04', '--days', '1', '--replications', '2'];
  const [en, zh, json] = await Promise.all([
    hallsim(sunday),
    hallsim([...sunday, '--lang', 'zh']),
    hallsim([...sunday, '--json']),
  ]);
  expect(en.stdout).toContain('closed on every one of these dates');
  expect(en.stdout).not.toContain('Sum over the dates');
  expect(zh.stdout).toContain('这些日期均不营业');
  expect((JSON.parse(json.stdout) as Month).run).not.toHaveProperty('fewDays');
});

test('what is the same every month is said to be, also where only the rounding of its sum differs', async () => {
  const month = ['month', 'examples/own-hall/hall.json', '--days', '3', '--replications', '20'];
  const { stdout } = await hallsim(month);
  expect(stdout).toMatch(/^ {2}Refused +0\.0 +customers +the same every month$/m);
  expect(stdout).toMatch(/^ {2}Counters staffed +1,800\.0 +clerk-min +the same every month$/m);
});

test('the table of dates marks those that certainly miss the target and those that do not tell, and counts both', async () => {
  const [text, json] = await Promise.all([hallsim(args), hallsim([...args, '--json'])]);
  const { days } = JSON.parse(json.stdout) as Month;
  const open = days.filter(({ closed }) => !closed);
  const inTime = (day: Month['days'][number]) => day.measures['hall.serviceLevel.everyone']!;
  const missing = open.filter((day) => inTime(day).high! < 0.85);
  const undecided = open.filter((day) => inTime(day).low! < 0.85 && inTime(day).high! >= 0.85);
  const marked = (mark: string): string[] =>
    text.stdout
      .split('\n')
      .filter((line) => new RegExp(` [${mark}] \\d+\\.\\d%`).test(line))
      .map((line) => line.slice(0, 10));
  expect(marked('!')).toEqual(missing.map(({ date }) => date));
  expect(marked('?')).toEqual(undecided.map(({ date }) => date));
  expect(missing.length + undecided.length).toBeGreaterThan(0);
  expect(missing.length + undecided.length).toBeLessThan(open.length);
  const of = `${open.length} open dates.`;
  for (const [mark, dates] of Object.entries({
    '! certainly': missing,
    '? undecided': undecided,
  })) {
    const said = text.stdout.split('\n').find((line) => line.startsWith(mark));
    if (dates.length === 0) expect(said).toBeUndefined();
    else expect(said).toContain(`: ${dates.length} of ${of}`);
  }
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
