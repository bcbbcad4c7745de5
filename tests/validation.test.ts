import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './sources.js';
import { binomialLimits, deviate, estimated } from './validation/judge.js';
import { readClassics } from './validation/classics/rows.js';
import { NOTICED_BY } from './validation/mutants.js';
import { fileText, judge, type ResultFile } from './validation/results.js';
import { readTable } from './validation/rows.js';
import { runExact, runRow } from './validation/run-row.js';
import { readPage, toMarkdown } from './validation/document.js';
import { slice } from './validation/slice.js';
import { type Mutant, MUTANTS, World } from './validation/world.js';
import { noticed } from './validation/wrong-engines.js';

// The whole table is simulated by `npm run validate`; here is what can be had in a minute of it.

const text = readFileSync(join(root, 'tests/data/validation.json'), 'utf8');
const file = JSON.parse(text) as ResultFile;
const table = readTable(root);
const rowOf = new Map(table.rows.map((row) => [row.id, row]));
const { salt } = file.run;

describe('the results that are checked in', () => {
  test('are of every row of the table, in its order', () => {
    expect(file.oracle.rows.map(({ id }) => id)).toEqual(table.rows.map(({ id }) => id));
    expect(file.oracle.exact.map(({ id }) => id)).toEqual(table.exact.map(({ id }) => id));
    expect(file.oracle.leftOut).toEqual(table.leftOut);
    for (const { id, value } of file.oracle.rows) expect(value).toBe(rowOf.get(id)?.value);
  });

  test('are those of an engine that is off by chance only', () => {
    const verdict = judge(
      file.oracle.rows,
      file.oracle.exact,
      (id) => rowOf.get(id)?.tolerance ?? 0,
    );
    expect(verdict).toMatchObject({ right: true, different: 0 });
  });

  test('are the page of the documentation', () => {
    expect(fileText(file)).toBe(text);
    const page = readFileSync(join(root, 'docs/validation.md'), 'utf8');
    expect(page).toBe(toMarkdown(readPage(root), { oracle: table, classics: readClassics(root) }));
  });
});

describe('simulated again, to the last bit', () => {
  test.each(slice(table, file))('$id', (row) => {
    expect(runRow(rowOf.get(row.id)!, row.size, salt)).toEqual(row);
  });

  test.each(table.exact)('$id: $what', (row) => {
    const result = runExact(row);
    expect(result).toEqual(file.oracle.exact.find(({ id }) => id === row.id));
    expect(result.different).toBe(0);
  });
});

describe('a wrong engine is noticed by several cases, by the same as are written down', () => {
  const { run, engines } = readPage(root).wrong;

  test.each(Object.keys(MUTANTS) as Mutant[])('%s', (mutant) => {
    const wrong = readTable(root, new World(mutant));
    const asked = ({ id }: { id: string }) =>
      NOTICED_BY[mutant].some((start) => id.startsWith(start));
    const sizes = new Map(file.oracle.rows.map(({ id, size }) => [id, size]));
    const rows = wrong.rows
      .filter(asked)
      .map((row) => runRow(row, sizes.get(row.id) ?? NaN, run.salt));
    const found = noticed(rows, wrong.exact.filter(asked).map(runExact));
    expect(found).toEqual(engines[mutant]);
    expect(found.failed.length).toBeGreaterThanOrEqual(3);
  });
});

test('a deviate of few replications is that of the same tail of Student’s t', () => {
  // t = 2.262157 leaves 5 % outside with 9 degrees of freedom
  const found = { mean: 2.2621571628540993, error: 1, half: NaN };
  expect(deviate(found, 0, 10)).toBeCloseTo(1.959964, 5);
  expect(deviate(found, 2 * found.mean, 10)).toBeCloseTo(-1.959964, 5);
  expect(estimated([1, 2, 3, 4]).error).toBeCloseTo(Math.sqrt(5 / 3 / 4), 12);
});

test('the limits of a count leave at most 0.05 % of the chance on either side', () => {
  // 10 trials of 0.5: P(0) = 1/1024 is more than that, so that nothing is impossible
  expect(binomialLimits(10, 0.5)).toEqual({ least: 0, most: 10 });
  // 600 trials of 0.05: P(X <= 13) = 0.00031, P(X <= 14) = 0.00073, P(X >= 49) = 0.00064, P(X >= 50) = 0.00036
  expect(binomialLimits(600, 0.05)).toEqual({ least: 14, most: 49 });
});
