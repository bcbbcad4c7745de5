import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { simulate, type Summary } from '@hallsim/experiment';
import { nodeRunner } from '@hallsim/experiment/node';
import { parseScenario } from '@hallsim/scenario';
import { freshDist } from '../scripts/fresh-dist.mjs';
import { hallsim } from './hallsim-process.js';
import { root } from './sources.js';

beforeAll(() => freshDist('@hallsim/experiment')); // worker threads run what is compiled

const HALL = 'examples/halls/county-telecom.json';
const TICKETS = 'examples/demand/county-tickets.csv';
const folder = mkdtempSync(join(tmpdir(), 'arrivals-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const file = (name: string, text: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const shortDays = ['--replications', '3'];

test('every day of a run has the customers of the file, whose hash and option stand in the answer', async () => {
  const visits = join(folder, 'visits.csv');
  const options = ['--arrivals', TICKETS, ...shortDays];
  const told = await hallsim(['run', HALL, ...options, '--visits', visits]);
  expect(told.code).toBe(0);
  expect(told.stdout).toContain(`--arrivals ${TICKETS}`);
  const { stdout } = await hallsim(['run', HALL, ...options, '--json']);
  const { run, measures } = JSON.parse(stdout) as {
    run: { arrivals: string };
    measures: Record<string, { value: number }>;
  };
  const given = readFileSync(join(root, TICKETS), 'utf8').trim().split('\n').slice(1);
  expect(measures['hall.came']!.value).toBe(given.length);
  expect(run.arrivals).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(told.stdout).toContain(run.arrivals);
  const rows = readFileSync(visits, 'utf8').trim().split('\n').slice(1);
  expect(rows.length).toBe(3 * given.length);
  expect(rows[0]).toMatch(/^0,0\/row\/\d+,row\/\d+,row\/\d+,.*,row,/);
});

test('a comparison replays them in every variant', async () => {
  const options = ['--variants', 'normal-roster', '--arrivals', TICKETS, ...shortDays, '--json'];
  const ended = await hallsim(['compare', HALL, ...options]);
  expect(ended.code).toBe(0);
  const { base, variants } = JSON.parse(ended.stdout) as {
    base: { run: { arrivals: string }; conservation: { came: number } };
    variants: Record<string, { summary: { conservation: { came: number } } }>;
  };
  expect(base.run.arrivals).toMatch(/^sha256:/);
  expect(variants['normal-roster']!.summary.conservation.came).toBe(base.conservation.came);
});

test('a sweep replays them in every cell, and prints the command that does so again', async () => {
  const options = ['--set', 'kiosks.count=1,2', '--arrivals', TICKETS, ...shortDays];
  const [json, text] = await Promise.all([
    hallsim(['sweep', HALL, ...options, '--json']),
    hallsim(['sweep', HALL, ...options]),
  ]);
  expect([json.code, text.code]).toEqual([0, 0]);
  const cells = JSON.parse(json.stdout) as { summary: Summary }[];
  const given = readFileSync(join(root, TICKETS), 'utf8').trim().split('\n').length - 1;
  for (const { summary } of cells) {
    expect(summary.measures['hall.came']!.value).toBe(given);
    expect(summary.run.arrivals).toMatch(/^sha256:/);
  }
  expect(text.stdout).toContain(`--set kiosks.count=1,2 --arrivals ${TICKETS}`);
});

test('everything wrong with the file is said at once, with its lines, in both languages', async () => {
  const wrong = file(
    'wrong.csv',
    'arrived,service,customer,counter_time\n09:05,pay,,\n\n25:00,tea,vip,-1\nsoon,pay,vipp,x\n"09:10",pay,general,4.5,7\n',
  );
  const ended = await hallsim(['run', HALL, '--arrivals', wrong, '--json']);
  expect(ended.code).toBe(1);
  const { issues } = JSON.parse(ended.stdout) as {
    issues: { code: string; path: string; line: number; fix: { en: string; zh: string } }[];
  };
  expect(issues.map(({ code, path, line }) => `${code} ${path} ${line}`)).toEqual([
    'outside-day arrived 4',
    'unknown-id service 4',
    'out-of-range counter_time 4',
    'bad-time arrived 5',
    'bad-number counter_time 5',
    'unknown-id customer 5',
    'cell-too-many  6',
  ]);
  expect(issues[5]!.fix.en).toContain('Did you mean "vip"?');
  const chinese = await hallsim(['run', HALL, '--arrivals', wrong, '--lang', 'zh']);
  expect(chinese.stderr).toContain(`${wrong}：7 个问题`);
});

test.each([
  ['no column of times', 'service\npay\n', 'column-missing'],
  ['a column that is none', 'arrived,custmer\n09:05,vip\n', 'unknown-column'],
  ['columns between semicolons', 'arrived;service\n09:05;pay\n', 'semicolons'],
  ['a column twice', 'arrived,arrived\n09:05,09:06\n', 'listed-twice'],
  ['nothing', '', 'column-missing'],
  ['no text', Uint8Array.of(0xff, 0xfe, 0xd8), 'not-text'],
])('a file with %s is refused', async (_, text, code) => {
  const ended = await hallsim(['run', HALL, '--arrivals', file('odd.csv', text), '--json']);
  expect(ended.code).toBe(1);
  expect(JSON.parse(ended.stdout)).toMatchObject({ issues: [{ code }] });
});

test('standard input holds the arrivals or the scenario, not both', async () => {
  const given = 'arrived\n09:05\n';
  const ended = await hallsim(['run', HALL, '--arrivals', '-', ...shortDays, '--json'], given);
  expect(JSON.parse(ended.stdout)).toMatchObject({ conservation: { came: 3 } });
  expect(
    (await hallsim(['run', '-', '--arrivals', '-'], readFileSync(join(root, HALL), 'utf8'))).code,
  ).toBe(2);
});

test('threads replay them to the same bits', async () => {
  const parsed = parseScenario(readFileSync(join(root, HALL)));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const arrivals = {
    columns: { arrivedAt: [600, 610, 545.5], counterTime: [4, NaN, 7] },
    hash: 'x',
  };
  const runner = nodeRunner({ workers: 2 });
  try {
    const study = { replications: 12, arrivals };
    const [there, here] = await Promise.all([
      simulate(parsed.scenario, { ...study, runner }),
      simulate(parsed.scenario, study),
    ]);
    expect(there).toEqual(here);
    expect(here.conservation.came).toBe(36);
  } finally {
    await runner.close();
  }
  await expect(
    simulate(parsed.scenario, { arrivals: { ...arrivals, columns: { arrivedAt: [1] } } }),
  ).rejects.toThrow('arrivedAt of row 1 is 1');
});
