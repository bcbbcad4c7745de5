import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test, vi } from 'vitest';
import { root } from './sources.js';

const folder = join(root, 'examples');
const files = readdirSync(folder);
const programs = files.filter((name) => name.endsWith('.mjs'));
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

describe.each(programs)('examples/%s', (program) => {
  test('prints what stands in its .out file', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    try {
      await import(/* @vite-ignore */ join(folder, program));
      const printed = log.mock.calls.map((words) => `${words.map(String).join(' ')}\n`).join('');
      expect(printed).toBe(read(program.replace(/\.mjs$/, '.out')));
    } finally {
      log.mockRestore();
    }
  });

  test('says in two lines what it shows, and in the third how to run it', () => {
    const [shows, more, run, code] = read(program).split('\n');
    expect(shows).toMatch(/^\/\/ Shows: .{10,}[.:]$/);
    expect(more).toMatch(/^\/\/ .+\.$/);
    expect(run).toBe(`// npm run build, then: node examples/${program}`);
    expect(code).toMatch(/^import /);
  });
});

test('every program is named where developers look for one', () => {
  const page = readFileSync(join(root, 'docs/developers.md'), 'utf8');
  expect(programs.filter((name) => !page.includes(`\`examples/${name}\``))).toEqual([]);
});

test('no output is left of a program that is gone', () => {
  const outputs = files.filter((name) => name.endsWith('.out'));
  expect(outputs.map((name) => name.replace(/out$/, 'mjs'))).toEqual(programs);
});

test('the programs use names that exist', { timeout: 120_000 }, () => {
  const config = ts.readConfigFile(join(root, 'tests/tsconfig.json'), (path) =>
    readFileSync(path, 'utf8'),
  ).config as object;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(root, 'tests'));
  const paths = programs.map((name) => join(folder, name));
  const program = ts.createProgram(paths, {
    ...options,
    allowJs: true,
    checkJs: true,
    noImplicitAny: false,
    noUncheckedIndexedAccess: false,
  });
  const problems = paths
    .map((path) => program.getSourceFile(path))
    .flatMap((file) => program.getSemanticDiagnostics(file))
    .map(({ file, start, messageText }) => {
      const { line } = ts.getLineAndCharacterOfPosition(file!, start!);
      return `${file!.fileName}:${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
  expect(problems).toEqual([]);
});
