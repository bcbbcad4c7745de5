import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './sources.js';
import { readPage } from './validation/document.js';
import { expectedRows } from './validation/halls/expected.js';
import { outside } from './validation/halls/outside.js';
import { hallText, rowId, swapped } from './validation/halls/results.js';
import { runRow } from './validation/halls/run-row.js';
import { whyOf } from './validation/halls/why.js';

// `npm run validate -- --only halls` runs every row; here are those of the smallest hall again.

const expected = expectedRows(root);
const { halls } = readPage(root);

describe('the four halls beside the numbers of their source', () => {
  test('are checked in with every row, eight of each hall', () => {
    expect(halls.rows.map(rowId)).toEqual(expected.map(rowId));
    expect(expected).toHaveLength(32);
    const file = readFileSync(join(root, 'tests/data/validation-halls.json'), 'utf8');
    expect(hallText(halls)).toBe(file);
  });

  test('have a reason for each row outside', () => {
    const without = expected.filter((row, i) => {
      const found = halls.rows[i]!;
      return whyOf(row, found, outside(row, found)) === 'unexplained';
    });
    expect(without.map(rowId)).toEqual([]);
  });

  const county = expected.filter(({ hall }) => hall === 'county-telecom');
  test.each(county.map((row) => [rowId(row), row] as const))('%s again', async (id, row) => {
    expect(await runRow(root, row)).toEqual(halls.rows.find((one) => rowId(one) === id));
  });
});

test('two rows stand in the other order when their waits do', () => {
  const [a, b] = expected;
  const as = (row: typeof a, wait: number) => ({
    ...row!,
    found: { ...row!.expected, wait },
  });
  expect(swapped([a!, b!], [as(a, 1), as(b, 2)])).toEqual([]);
  expect(swapped([a!, b!], [as(a, 2), as(b, 1)])).toHaveLength(1);
});
