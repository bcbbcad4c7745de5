import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const eslint = new ESLint({ cwd: root });

/** The rules a piece of code breaks, as if it stood in this file (which must exist: types are read). */
async function broken(code: string, file = 'packages/stats/src/index.ts'): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: root + file });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const INEXACT = [
  'log exp pow sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh',
  'log1p expm1 log2 log10 cbrt hypot random f16round',
].flatMap((names) => names.split(' '));

describe('in the packages from stats to planning', () => {
  test.each(INEXACT)('Math.%s is refused', async (name) => {
    expect(await broken(`export const x: unknown = Math.${name};`)).toContain(
      'no-restricted-syntax',
    );
  });

  test.each([
    'export const x = 2 ** 0.5;',
    'let x = 2; x **= 0.5; export const y = x;',
    "export const x: unknown = Math['log'];",
    'const { log } = Math; export const x: unknown = log;',
    'const m = Math; export const x: unknown = m;',
    "export const x = 'a'.localeCompare('b');",
    'export const x = (1234).toLocaleString();',
    'export enum Outcome { Served }',
    'export class Day { constructor(readonly length: number) {} }',
    'export default 1;',
  ])('%s is refused', async (code) => {
    expect(await broken(code)).toContain('no-restricted-syntax');
  });

  test.each([
    'Date',
    'Intl',
    'performance',
    'process',
    'window',
    'document',
    'globalThis',
    'setTimeout',
    'crypto',
  ])('the global %s is refused', async (name) => {
    expect(await broken(`export const x: unknown = ${name};`)).toContain('no-restricted-globals');
  });

  test('a Node module is refused', async () => {
    expect(await broken("import { join } from 'node:path'; export const x = join('a');")).toContain(
      'no-restricted-imports',
    );
  });

  test('any is refused', async () => {
    expect(await broken('export const x: any = 1;')).toContain(
      '@typescript-eslint/no-explicit-any',
    );
  });

  test('the exact functions and constants of Math are free to use', async () => {
    const code = 'export const x = Math.sqrt(Math.abs(Math.imul(2, 3))) * Math.PI;';
    expect(await broken(code)).toEqual([]);
  });
});

test('a test may use what the engine may not', async () => {
  const code = 'export const x = Math.log(2) ** 2 + Date.now();';
  expect(await broken(code, 'packages/stats/src/elementary.test.ts')).toEqual([]);
});
