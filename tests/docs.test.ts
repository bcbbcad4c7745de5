import { execSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { readExamples } from './examples.js';
import { root } from './sources.js';

// What the documentation shows is run: each ```ts fence is a module of its own, each line of a
// ```sh fence that starts with HALLSIM is a command. A ```text fence right after it is its output.

const HALLSIM = 'npm run --silent hallsim -- ';
const examples = readExamples();
const folder = fileURLToPath(new URL('.examples', import.meta.url));
const modules = examples
  .filter(({ language }) => language === 'ts')
  .map((example) => ({
    ...example,
    file: join(folder, `${example.place.replaceAll(/[^\w]+/g, '-')}.ts`),
  }));
const commands = examples
  .filter(({ language }) => language === 'sh')
  .map((example) => ({
    ...example,
    lines: example.code.split('\n').filter((line) => line.startsWith(HALLSIM)),
  }))
  .filter(({ lines }) => lines.length > 0);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { file, code } of modules) writeFileSync(file, code);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the TypeScript of the documentation fits the types', { timeout: 120_000 }, () => {
  const config = ts.readConfigFile(join(root, 'tests/tsconfig.json'), (path) =>
    readFileSync(path, 'utf8'),
  ).config as object;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(root, 'tests'));
  const program = ts.createProgram(
    modules.map(({ file }) => file),
    options,
  );
  const problems = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    const place = modules.find((one) => one.file === file?.fileName)?.place ?? file?.fileName;
    return `${place}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
  expect(problems).toEqual([]);
});

test.each(modules)('$place runs', async ({ file, output }) => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    await import(/* @vite-ignore */ file);
    const printed = log.mock.calls.map((words) => `${words.map(String).join(' ')}\n`).join('');
    if (output !== undefined) expect(printed).toBe(output);
  } finally {
    log.mockRestore();
  }
});

test.each(commands)('$place runs', { timeout: 120_000 }, ({ lines, output }) => {
  const printed = lines.map((line) =>
    execSync(line.replace(HALLSIM, 'node scripts/hallsim.mjs '), { cwd: root, encoding: 'utf8' }),
  );
  if (output !== undefined) expect(printed.join('')).toBe(output);
});

test('the page on a hall of your own shows the file that its commands read', () => {
  const page = readFileSync(join(root, 'docs/own-hall.md'), 'utf8');
  const [, shown] = /^```json\n(.*?)^```$/ms.exec(page)!;
  expect(shown).toBe(readFileSync(join(root, 'examples/own-hall/hall.json'), 'utf8'));
});

describe.each(['README.md', 'README.zh.md'])('%s', (path) => {
  test('shows the two commands first', () => {
    const [title, ...rest] = readFileSync(join(root, path), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('```'));
    expect(title).toMatch(/^# /);
    expect(rest[0]).toMatch(/^npm start\b/);
    expect(rest[1]).toMatch(/^npm test\b/);
  });
});
