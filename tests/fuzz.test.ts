import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './sources.js';
import { BREAK_IDS } from './validation/fuzz/breaks.js';
import { brokenFile, readBases } from './validation/fuzz/broken-file.js';
import { readPage } from './validation/document.js';
import { fateOf } from './validation/fuzz/fate.js';
import { fuzzText } from './validation/fuzz/results.js';

// `npm run validate -- --only fuzz` breaks a hundred thousand files; here are the first of each kind.

const FILES = 60;
const bases = readBases(root);

describe('a file broken in one place ends in issues, or in days that run to their end', () => {
  test.each(BREAK_IDS.map((id, turn) => [id, turn] as const))('%s', async (kind, turn) => {
    for (let i = 0; i < FILES; i++) {
      const index = turn + i * BREAK_IDS.length;
      const file = brokenFile(bases, index, '');
      expect(file.kind).toBe(kind);
      await expect(fateOf(file.source), `file ${index}, of ${file.base}`).resolves.toMatch(
        /^(issues|runs|large)$/,
      );
    }
  });
});

test('the result that is checked in is of a hundred thousand files, none of which fails', () => {
  const { fuzz } = readPage(root);
  expect(fuzzText(fuzz)).toBe(readFileSync(join(root, 'tests/data/validation-fuzz.json'), 'utf8'));
  const files = Object.values(fuzz.fates).reduce(
    (sum, { issues, runs, large }) => sum + issues + runs + large,
    0,
  );
  expect(fuzz.run.files).toBe(100_000);
  expect(files).toBe(fuzz.run.files);
  expect(fuzz.failures).toEqual([]);
});
