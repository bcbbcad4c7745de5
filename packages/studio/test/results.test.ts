import { compare } from '@hallsim/experiment';
import { expect, test } from 'vitest';
import { firstDocument } from '../src/document/built-in-halls.js';
import { answersCsv, halfHoursCsv, resultsJson } from '../src/export/results.js';
import type { Picture } from '../src/simulation/protocol.js';

const shown = 'two-more-kiosks';
const comparison = await compare(firstDocument().scenario, {
  variants: [shown],
  day: 'billing-day',
  replications: 10,
});
const picture: Picture = {
  base: comparison.base,
  variant: comparison.variants[shown] ?? null,
  days: 10,
  complete: true,
};

test('the document is the one of the command line', () => {
  expect(JSON.parse(resultsJson(picture, shown))).toEqual(comparison);
  expect(JSON.parse(resultsJson({ ...picture, variant: null }, null))).toEqual(comparison.base);
});

test('the table has a row for each half hour of base and variant, in full precision', () => {
  const [head = '', ...rows] = halfHoursCsv(picture).trim().split('\r\n');
  const columns = head.replace('\uFEFF', '').split(',');
  expect(columns.slice(0, 3)).toEqual(['variant', 'from', 'to']);
  const { intervals } = comparison.base;
  expect(rows).toHaveLength(2 * intervals.length);
  const at = columns.indexOf('waiting_p95');
  expect(rows.map((row) => Number(row.split(',')[at])).slice(0, intervals.length)).toEqual(
    intervals.map(({ waiting }) => waiting.p95),
  );
});

test('what was not observed is an empty cell, never a zero', () => {
  const csv = halfHoursCsv({
    ...picture,
    variant: null,
    base: {
      ...picture.base,
      intervals: picture.base.intervals.map((one) => ({
        ...one,
        wait: { ...one.wait, mean: null, p90: 2 },
      })),
    },
  });
  const [head = '', first = ''] = csv.trim().split('\r\n');
  const cell = (name: string) => first.split(',')[head.split(',').indexOf(name)];
  expect([cell('wait_mean'), cell('wait_p90')]).toEqual(['', '2']);
});

test('the answers are a table of every measure, the variant with its paired change', () => {
  const [head = '', ...rows] = answersCsv(picture, 'en').trim().split('\r\n');
  expect(head.replace('\uFEFF', '')).toBe(
    'variant,scope,id,measure,label,unit,value,low,high,change_value,change_low,change_high',
  );
  const { summary, change } = picture.variant!;
  const [wait, changed] = [summary.measures['counter.wait.p90']!, change['counter.wait.p90']!];
  const numbers = [wait, changed].flatMap(({ value, low, high }) => [value, low, high]);
  expect(rows).toContain(
    `${shown},hall,,counter.wait.p90,"Counter wait, P90",min,${numbers.join(',')}`,
  );
  const measures = Object.keys(summary.measures).length;
  expect(rows.filter((row) => row.startsWith('base,hall,'))).toHaveLength(measures);
  expect(rows.some((row) => row.startsWith(`${shown},group,gen,counter.utilisation,`))).toBe(true);
  expect(answersCsv(picture, 'zh')).toContain(',counter.wait.p90,人工等候 P90,min,');
});
