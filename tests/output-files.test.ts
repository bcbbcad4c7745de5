import { execSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { hallsim } from './hallsim-process.js';
import { root } from './sources.js';

const top = realpathSync(mkdtempSync(join(tmpdir(), 'hallsim-outputs-')));
afterAll(() => {
  rmSync(top, { recursive: true, force: true });
});

let folder = '';
let hall = '';
let before = '';
let runs = 0;
const at = (name: string): string => join(folder, name);
const text = (name: string): string => readFileSync(at(name), 'utf8');

beforeEach(() => {
  folder = join(top, String(++runs));
  mkdirSync(folder);
  hall = at('H.json');
  copyFileSync(join(root, 'examples/halls/county-telecom.json'), hall);
  before = readFileSync(hall, 'utf8');
});

const few = ['--replications', '1'];

describe('no output replaces an input', () => {
  const ways: readonly (readonly [string, () => string])[] = [
    ['its own name', () => hall],
    ['a path through the folder', () => `${folder}/./H.json`],
    [
      'a symbolic link',
      () => {
        symlinkSync('H.json', at('link.csv'));
        return at('link.csv');
      },
    ],
    [
      'a second name of the same file',
      () => {
        linkSync(hall, at('hard.csv'));
        return at('hard.csv');
      },
    ],
  ];

  test.each(ways)('not the scenario, by %s', async (_, name) => {
    const output = name();
    for (const words of [
      ['run', hall, '--visits', output],
      ['run', hall, '--csv', output],
      ['sweep', hall, '--set', 'kiosks.count=1', '--csv', output],
      ['month', hall, '--days', '1', '--csv', output],
    ]) {
      const ended = await hallsim([...words, ...few]);
      expect([ended.code, ended.stdout]).toEqual([2, '']);
      expect(ended.stderr).toMatch(/^--(visits|csv) .*: this file is also the input\./);
    }
    expect(readFileSync(hall, 'utf8')).toBe(before);
  });

  test('not the arrivals, not the rules', async () => {
    writeFileSync(at('a.csv'), 'arrived\n09:05\n');
    copyFileSync(join(root, 'examples/rules/own-rules.mjs'), at('r.mjs'));
    const [arrivals, rules] = await Promise.all([
      hallsim(['run', hall, '--arrivals', at('a.csv'), '--visits', at('a.csv'), ...few]),
      hallsim(['run', hall, '--rules', at('r.mjs'), '--csv', at('r.mjs'), '--lang', 'zh', ...few]),
    ]);
    expect([arrivals.code, rules.code]).toEqual([2, 2]);
    expect(arrivals.stderr).toContain('this file is also the input');
    expect(rules.stderr).toContain('该文件同时是输入文件');
    expect(text('a.csv')).toBe('arrived\n09:05\n');
    expect(text('r.mjs')).toContain('export const');
  });
});

test('one name is not two outputs, whether the file is there or not', async () => {
  for (const name of ['new.csv', 'old.csv']) {
    if (name === 'old.csv') writeFileSync(at(name), 'kept');
    const ended = await hallsim([
      'run',
      hall,
      '--csv',
      at(name),
      '--visits',
      `${folder}/./${name}`,
    ]);
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toContain('is named twice');
  }
  expect(text('old.csv')).toBe('kept');
  expect(readdirSync(folder).sort()).toEqual(['H.json', 'old.csv']);
});

test('what was there stays as it was until its successor is whole', async () => {
  writeFileSync(at('keep.csv'), 'kept');
  const wrong = await hallsim(['run', hall, '--csv', at('keep.csv'), '--precision', 'foo=1%']);
  expect(wrong.code).toBe(2);
  expect(text('keep.csv')).toBe('kept');

  const nowhere = ['--visits', at('nowhere/v.csv')];
  const half = await hallsim(['run', hall, '--csv', at('keep.csv'), ...nowhere]);
  expect([half.code, text('keep.csv')]).toEqual([2, 'kept']);

  // a rule that fails stops the run when the outputs are open
  writeFileSync(
    at('r.mjs'),
    'export const serviceTime = { mine: () => { throw new Error("no"); } };',
  );
  const custom = JSON.parse(before) as { rules?: object };
  custom.rules = { ...custom.rules, custom: { serviceTime: 'mine' } };
  writeFileSync(hall, JSON.stringify(custom));
  const rules = ['--rules', at('r.mjs')];
  const failed = await hallsim(['run', hall, ...rules, '--csv', at('keep.csv'), ...few]);
  expect([failed.code, text('keep.csv')]).toEqual([1, 'kept']);
  expect(readdirSync(folder).sort()).toEqual(['H.json', 'keep.csv', 'r.mjs']);
});

test('a file is replaced past its link, with the permissions it had, and nothing is left beside it', async () => {
  mkdirSync(at('far'));
  writeFileSync(at('far/v.csv'), 'old', { mode: 0o600 });
  symlinkSync('far/v.csv', at('v.csv'));
  symlinkSync('far/new.csv', at('dangling.csv'));
  const words = ['run', hall, '--visits', at('v.csv'), '--csv', at('dangling.csv'), ...few];
  expect((await hallsim(words)).code).toBe(0);
  expect(text('far/v.csv')).toMatch(/^replication,visit/);
  expect(text('far/new.csv')).toMatch(/^from,to,/);
  expect(statSync(at('far/v.csv')).mode & 0o777).toBe(0o600);
  expect(readdirSync(at('far')).sort()).toEqual(['new.csv', 'v.csv']);
});

test.skipIf(!existsSync('/dev/stdout'))('standard streams take outputs as they come', () => {
  const words = `${hall} --csv /dev/stdout --visits /dev/stderr --json ${few.join(' ')}`;
  execSync(`node scripts/hallsim.mjs run ${words} > ${at('out.txt')} 2> ${at('err.txt')}`, {
    cwd: root,
  });
  expect(text('out.txt')).toMatch(/^\{\n[^]*\n\}\nfrom,to,[^]*\n$/);
  expect(text('err.txt')).toMatch(/^replication,visit,/m);
});

test('a dash is no name of a file to write', async () => {
  for (const [language, words] of [
    ['en', '--clerks -: name a file, or /dev/stdout for standard output.'],
    ['zh', '--clerks -：请写文件名；写到标准输出请用 /dev/stdout。'],
  ] as const) {
    const ended = await hallsim(['run', hall, ...few, '--clerks', '-', '--lang', language]);
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toContain(words);
  }
});
