import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import type { Summary, SweepCell } from '@hallsim/experiment';
import { hallsim, start } from './hallsim-process.js';

const FLAGSHIP = 'examples/halls/flagship-telecom.json';
const folder = mkdtempSync(join(tmpdir(), 'hallsim-sweep-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const args = [
  'sweep',
  FLAGSHIP,
  '--set',
  'kiosks.count=1,3',
  '--set',
  'services.pay.time.lognormal.mean=4 min,5 min',
  '--day',
  'billing-day',
  '--replications',
  '12',
];

test('sweep answers with the grid of the contract, whatever the number of threads', async () => {
  const [one, two] = await Promise.all([
    hallsim([...args, '--json', '--workers', '1']),
    start([...args, '--json', '--workers', '2']).ended,
  ]);
  expect(one.code).toBe(0);
  expect(two).toEqual(one);
  const cells = JSON.parse(one.stdout) as SweepCell[];
  const mean = 'services.pay.time.lognormal.mean';
  expect(cells.map(({ set }) => set)).toEqual([
    { 'kiosks.count': 1, [mean]: '4 min' },
    { 'kiosks.count': 1, [mean]: '5 min' },
    { 'kiosks.count': 3, [mean]: '4 min' },
    { 'kiosks.count': 3, [mean]: '5 min' },
  ]);
  for (const { summary } of cells) expect(summary.run.replications).toBe(12);
});

test('a cell is the answer of `run` for the file with the values in it', async () => {
  const hall = JSON.parse(readFileSync(FLAGSHIP, 'utf8')) as {
    kiosks: { count: number };
    variants?: unknown;
  };
  hall.kiosks.count = 3;
  delete hall.variants;
  const study = ['--day', 'normal', '--replications', '7', '--json'];
  const [sweep, run] = await Promise.all([
    hallsim(['sweep', FLAGSHIP, '--set', 'kiosks.count=3', ...study]),
    hallsim(['run', '-', ...study], JSON.stringify(hall)),
  ]);
  const [cell] = JSON.parse(sweep.stdout) as SweepCell[];
  expect(cell!.summary).toEqual(JSON.parse(run.stdout) as Summary);
});

test('the table stands in columns in Chinese too, and ends with the command that does it again', async () => {
  const csv = join(folder, 'grid.csv');
  const { stdout } = await hallsim([...args, '--lang', 'zh', '--csv', csv]);
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toContain('各种组合面对同一批客户。');
  expect(lines.at(-1)).toBe(
    "  hallsim sweep examples/halls/flagship-telecom.json --set kiosks.count=1,3 --set 'services.pay.time.lognormal.mean=4 min,5 min' --day billing-day --replications 12 --seed first --confidence 95%",
  );
  const rows = readFileSync(csv, 'utf8').trimEnd().split('\n');
  expect(rows).toHaveLength(5);
  expect(rows[0]).toMatch(
    /^kiosks\.count,services\.pay\.time\.lognormal\.mean,replications,hall\.came,/,
  );
  expect(rows[2]).toMatch(/^1,5 min,12,\d/);
});

test('what is wrong with a path or a value is said like what is wrong with the file', async () => {
  const sweep = (...set: string[]): ReturnType<typeof hallsim> =>
    hallsim(['sweep', FLAGSHIP, ...set.flatMap((one) => ['--set', one])]);
  const [path, value, twice, place, none, json] = await Promise.all([
    sweep('kiosks.cont=1,2', 'demand.busyDay.cv=-1'),
    sweep('services.pay.time.lognormal.mean=4,5'),
    sweep('kiosks.count=1', 'kiosks.count=2'),
    sweep('kiosks..count=1'),
    sweep('kiosks.count'),
    hallsim(['sweep', FLAGSHIP, '--set', 'kiosks.count=0.5', '--json']),
  ]);
  expect([path, value, twice, place, json].map(({ code }) => code)).toEqual([1, 1, 1, 1, 1]);
  expect(path.stderr).toMatch(/2 problems\n.*kiosks\.cont .*Did you mean "count"\?\n.*busyDay\.cv/);
  expect(value.stderr).toMatch(/services\.pay\.time\.lognormal\.mean .*4/);
  expect(twice.stderr).toMatch(/kiosks\.count is set twice/);
  expect(place.stderr).toMatch(/not a place in a scenario/);
  expect([none.code, none.stderr]).toEqual([2, expect.stringMatching(/--set kiosks\.count=2,3,4/)]);
  expect(JSON.parse(json.stdout)).toMatchObject({ format: 'hallsim-issues/1' });
});

test('an interrupted grid prints the combinations that are finished and exits with 130', async () => {
  const csv = join(folder, 'interrupted.csv');
  const { child, ended } = start([
    'sweep',
    FLAGSHIP,
    '--set',
    'kiosks.count=1,2,3',
    '--replications',
    '50000',
    '--json',
    '--csv',
    csv,
  ]);
  // written beside its place from when the grid begins
  while (!readdirSync(folder).some((name) => name.startsWith('interrupted.csv')))
    await setTimeout(20);
  await setTimeout(500); // some days of the first combination
  child.kill('SIGINT');
  const { code, stdout, stderr } = await ended;
  expect(code).toBe(130);
  const cells = JSON.parse(stdout) as SweepCell[];
  expect(cells.length).toBeLessThan(3);
  if (cells.length > 0) expect(cells.at(-1)!.summary.run.complete).toBe(false);
  expect(stderr).toMatch(/Interrupted: the answer has [012] of 3 combinations/);
});
