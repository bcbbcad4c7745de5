import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type RuleModule, RuleModuleError, simulate } from '@hallsim/experiment';
import { nodeRunner } from '@hallsim/experiment/node';
import { staff } from '@hallsim/planning';
import { parseScenario, type Scenario } from '@hallsim/scenario';
import { freshDist } from '../scripts/fresh-dist.mjs';
import { hallsim } from './hallsim-process.js';

beforeAll(() => freshDist('@hallsim/experiment')); // worker threads run what is compiled

const FILE = 'examples/rules/own-rules.json';
const RULES = 'examples/rules/own-rules.mjs';
const at = (path: string): URL => new URL(`../${path}`, import.meta.url);

function scenario(): Scenario {
  const parsed = parseScenario(readFileSync(at(FILE)));
  if (!parsed.ok) throw new Error(parsed.issues.map(({ message }) => message.en).join('\n'));
  return parsed.scenario;
}

const module = (code: string): RuleModule => ({
  url: `data:text/javascript,${encodeURIComponent(code)}`,
  hash: 'sha256:test',
});
const own: RuleModule = { url: at(RULES).href, hash: 'sha256:test' };

test('rules of one’s own change a day, and their hash stands on the run card', async () => {
  const summary = await simulate(scenario(), { replications: 20, rules: [own] });
  const { custom: _, ...others } = scenario().rules ?? {};
  const plain = await simulate({ ...scenario(), rules: others }, { replications: 20 });
  const wait = (id: string, { by }: typeof summary): number =>
    by.customer[id]!['counter.wait.mean']!.value!;
  expect(wait('elderly', summary)).toBeLessThan(wait('elderly', plain));
  expect(summary.measures['hall.came']).toEqual(plain.measures['hall.came']);
  expect(summary.run.rules).toEqual(['sha256:test']);
  expect(plain.run.rules).toBeUndefined();
});

test('workers import the rules and give the same bits', async () => {
  const runner = nodeRunner({ workers: 2 });
  try {
    const study = { replications: 30, rules: [own] };
    const [there, here] = await Promise.all([
      simulate(scenario(), { ...study, runner }),
      simulate(scenario(), study),
    ]);
    expect(there).toEqual(here);
  } finally {
    await runner.close();
  }
});

test('a search of counters goes by the rules, in workers to the same bits, and names them', async () => {
  const runner = nodeRunner({ workers: 2 });
  try {
    const search = { replications: 40, searchDays: 10, rules: [own] };
    const here = await staff(scenario(), search);
    expect(await staff(scenario(), { ...search, runner })).toEqual(here);
    expect(here.run.rules).toEqual(['sha256:test']);
    await expect(staff(scenario(), { replications: 40 })).rejects.toThrow('elderly-after-five');
  } finally {
    await runner.close();
  }
});

test('a rule that fails in a worker ends the study with rule, day, customer and time', async () => {
  const runner = nodeRunner({ workers: 2 });
  const wrong = module(
    'export const discipline = { "elderly-after-five": () => NaN }; export const serviceTime = { hurry: (m) => m };',
  );
  try {
    await expect(
      simulate(scenario(), { replications: 30, rules: [wrong], runner }),
    ).rejects.toThrow('Replication 0 of "base"');
    await expect(
      simulate(scenario(), { replications: 30, rules: [wrong], runner }),
    ).rejects.toMatchObject({ cause: { name: 'RuleError', id: 'elderly-after-five' } });
  } finally {
    await runner.close();
  }
});

test('a module that does not load, or exports no rules, is refused before a day is run', async () => {
  for (const code of ['export const other = 1;', 'export const =']) {
    await expect(simulate(scenario(), { rules: [module(code)] })).rejects.toThrow(RuleModuleError);
  }
});

test('two modules with one rule of one kind are refused', async () => {
  const again = module('export const serviceTime = { hurry: (minutes) => minutes };');
  await expect(simulate(scenario(), { rules: [own, again] })).rejects.toThrow(
    'Two modules have a serviceTime rule "hurry"; keep one of them.',
  );
});

test('on the command line --rules provides what the file names, and the printed command says so', async () => {
  const { code, stdout } = await hallsim(['run', FILE, '--rules', RULES, '--replications', '20']);
  expect(code).toBe(0);
  expect(stdout).toContain(`--rules ${RULES}`);
  const missing = await hallsim(['run', FILE, '--json']);
  expect(missing.code).toBe(1);
  expect(JSON.parse(missing.stdout)).toMatchObject({
    issues: [
      { code: 'unknown-rule', path: 'rules.custom.discipline', value: 'elderly-after-five' },
      { code: 'unknown-rule', path: 'rules.custom.serviceTime', value: 'hurry' },
    ],
  });
  const told = await hallsim(['month', FILE]);
  expect(told.code).toBe(1);
  expect(told.stderr).toContain(`${FILE}: 2 problems`);
  expect(told.stderr).toContain('--rules FILE.mjs');
  const nothing = await hallsim(['run', FILE, '--rules', 'examples/rules/none.mjs']);
  expect(nothing).toMatchObject({ code: 2, stdout: '' });
  expect(nothing.stderr).toContain('there is no such file');
});

test('on the command line a rule that fails is an issue with its customer and time, not a crash', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hallsim-'));
  const run = (name: string, code: string, ...more: string[]): ReturnType<typeof hallsim> => {
    const file = join(folder, name);
    writeFileSync(file, code);
    return hallsim([
      'run',
      FILE,
      '--rules',
      file,
      '--replications',
      '5',
      '--workers',
      '1',
      ...more,
    ]);
  };
  const hurried = 'export const serviceTime = { hurry: () => Infinity };';
  const ranks = 'export const discipline = { "elderly-after-five": () => 1 };';
  const failed = await run('wrong.mjs', ranks + hurried, '--json');
  expect(failed.code).toBe(1);
  expect(JSON.parse(failed.stdout)).toMatchObject({ issues: [{ code: 'rule-failed' }] });
  expect(failed.stdout).toMatch(/hurry.. gave Infinity.*customer base.*at minute/);
  expect(failed.stderr).not.toContain('    at ');
  const half = await run('half.mjs', hurried);
  expect(half.code).toBe(1);
  expect(half.stderr).toContain('export const discipline = { "elderly-after-five": … }');
});
