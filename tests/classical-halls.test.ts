import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './sources.js';
import { type ClassicsFile, classicsText, judgeClassics } from './validation/classics/results.js';
import { readClassics } from './validation/classics/rows.js';
import { runRow } from './validation/run-row.js';

// All rows are run by `npm run validate -- --only classics`; here is one of each family whose hall has a rule
// that no other has. What differs from these in a spread or a number only is left out.
const LIKE_OTHERS = [
  'M/M/1',
  'M/M/c/c',
  'M/M/c+deterministic',
  'M/M/c+weibull',
  'M/G/1',
  'M/D/c',
  'M/PH/c',
  'M/M/c non-preemptive priority',
  'M/G/c/c',
  'D/M/c',
  'MMPP(2)/M/c',
];

const text = readFileSync(join(root, 'tests/data/validation-classics.json'), 'utf8');
const file = JSON.parse(text) as ClassicsFile;
const table = readClassics(root);
const rowOf = new Map(table.rows.map((row) => [row.id, row]));
/** The cheapest row of each family. */
const slice = [...new Set(table.rows.map(({ family }) => family))]
  .filter((family) => !LIKE_OTHERS.includes(family))
  .map((family) =>
    file.rows
      .filter(({ id }) => rowOf.get(id)?.family === family)
      .reduce((least, row) => (row.customers < least.customers ? row : least)),
  );

describe('classical cases written as halls', () => {
  test('are all of those that a file can say, in the order of the table', () => {
    expect(file.rows.map(({ id }) => id)).toEqual(table.rows.map(({ id }) => id));
    expect(file.exact.map(({ id }) => id)).toEqual(table.exact.map(({ id }) => id));
    expect(file.leftOut).toEqual(table.leftOut);
    expect(classicsText(file)).toBe(text);
    for (const { id, value } of file.rows) expect(value).toBe(rowOf.get(id)?.value);
  });

  test('agree with the exact values but for chance', () => {
    const verdict = judgeClassics(file, table);
    expect(verdict.right, JSON.stringify(verdict)).toBe(true);
  });

  test.each(table.exact)('$id is told exactly', ({ check }) => {
    expect(check.compare().different).toBe(0);
  });

  test.each(slice)('$id gives the same bits again', (row) => {
    const again = rowOf.get(row.id)!;
    expect(runRow(again, again.measurement.atLeast, file.run.salt)).toEqual(row);
  });
});
