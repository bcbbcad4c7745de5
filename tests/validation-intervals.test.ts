import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as formulas from '@hallsim/theory';
import { describe, expect, test } from 'vitest';
import { type Case } from '../packages/theory/fixtures/cases.js';
import { distance } from '../packages/theory/fixtures/table.js';
import { root } from './sources.js';
import {
  areIntervalsRight,
  intervalText,
  isBeyond,
  isOutside,
  pooled,
  rowsOf,
} from './validation/intervals/results.js';
import { intervalsOf, runBatch } from './validation/intervals/run-system.js';
import { readSystems } from './validation/intervals/systems.js';
import { readPage } from './validation/document.js';
import { countedHalls } from './validation/day-intervals/halls.js';
import { areDaysRight, dayIntervalText, REPETITIONS } from './validation/day-intervals/results.js';
import { firstIntervals } from './validation/day-intervals/run-hall.js';
import { isTheoryRight, theoryFile, theoryText } from './validation/theory.js';

// `npm run validate` runs each system with hundreds of seeds; here is the first of them.

const { theory, coverage } = readPage(root);
const systems = readSystems();
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('the formulas beside the table', () => {
  const { cases } = JSON.parse(read('packages/theory/fixtures/cases.json')) as { cases: Case[] };

  test('are as far from it as is checked in, and no farther than is allowed', () => {
    expect(theoryFile(cases, distance)).toEqual(theory);
    expect(theoryText(theory)).toBe(read('tests/data/validation-theory.json'));
    expect(isTheoryRight(theory)).toBe(true);
  });

  test('are those that the page names', () => {
    for (const name of theory.rows.flatMap((row) => row.functions)) {
      expect(Object.keys(formulas)).toContain(name);
    }
  });
});

describe('the coverage that is checked in', () => {
  test('is of at least 60 systems with at least 400 seeds, as they are now', () => {
    expect(
      coverage.systems.map(({ id, customers, warmUp }) => ({ id, customers, warmUp })),
    ).toEqual(systems.map(({ id, queue: { customers, warmUp } }) => ({ id, customers, warmUp })));
    expect(coverage.systems.length).toBeGreaterThanOrEqual(60);
    for (const { seeds } of coverage.systems) expect(seeds).toBeGreaterThanOrEqual(400);
    for (const { load } of systems) expect(load).toBeLessThanOrEqual(0.95);
    expect(intervalText(coverage)).toBe(read('tests/data/validation-coverage.json'));
  });

  test('is 95 ± 3 % of means, of shares and of quantiles', () => {
    expect(areIntervalsRight(coverage)).toBe(true);
  });

  test.each(systems)(
    'the first run of $id gives the same intervals to the last bit',
    async (one) => {
      const result = coverage.systems.find(({ id }) => id === one.id)!;
      const found = await intervalsOf(one, 0, coverage.run.salt);
      expect(result.measures.map(({ id }) => found.get(id))).toEqual(result.first);
    },
  );
});

describe('the coverage of days that is checked in', () => {
  const { days: file, truths } = readPage(root);
  const halls = countedHalls(root);

  test('is of a thousand runs of each hall', () => {
    expect(file.run.repetitions).toBe(REPETITIONS);
    expect(Object.keys(file.halls)).toEqual(halls.map(({ id }) => id));
    for (const { id, truths: known } of halls.map((hall) => ({
      ...hall,
      ...truths.halls[hall.id]!,
    }))) {
      const counted = new Set(file.halls[id]!.map((count) => count.id));
      for (const { id: number } of known) expect(counted).toContain(number);
    }
    expect(dayIntervalText(file)).toBe(read('tests/data/validation-days.json'));
    expect(dayIntervalText(truths)).toBe(read('tests/data/validation-truths.json'));
  });

  test('is what is promised, but for what chance takes, where the days are not said to be too few', () => {
    expect(areDaysRight(file)).toBe(true);
  });

  test.each(halls)('the first run of $id gives the same intervals to the last bit', (hall) => {
    expect(firstIntervals(hall)).toEqual(file.first[hall.id]);
  });
});

test('runs are counted by where their interval lies', async () => {
  const [system] = systems;
  const known = (exact: number) => [{ id: 'utilisation', kind: 'share', exact }] as const;
  const count = async (exact: number) => {
    const batch = await runBatch(system!, { formula: '', known: known(exact) }, 3, 5, 'salt');
    return batch.held[0];
  };
  expect(await count(0.5)).toMatchObject({ held: 2, below: 0, above: 0 });
  expect(await count(0.9)).toMatchObject({ held: 0, below: 2, above: 0 });
  expect(await count(0.1)).toMatchObject({ held: 0, below: 0, above: 2 });
});

test('a rate is of all runs: one without an interval does not hold the value', () => {
  const measure = { id: 'a', kind: 'mean', exact: 1, below: 0, above: 0, half: 0.1 } as const;
  const of = (held: number) => ({ ...measure, held, seeds: 400 });
  // 95 % of 400 is 380 ± 14.3 (99.9 %)
  expect([367, 368, 392, 393].map((held) => isOutside(of(held)))).toEqual([
    true,
    false,
    false,
    true,
  ]);
  expect([360, 380, 396].map((held) => isBeyond(of(held)))).toEqual([true, false, true]);
  const part = { id: 's', formula: '', customers: 1, warmUp: 1, seeds: 400, first: [] };
  const rows = rowsOf([{ ...part, measures: [{ ...measure, held: 300 }] }], { kind: 'mean' });
  expect(pooled(rows).rate).toBe(0.75);
});
