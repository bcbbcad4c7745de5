import { expect, test } from 'vitest';
import { hall, stopAfter } from '../../test/one-line.js';
import { selectWithin } from './select-within.js';

const variants = ['base', 'with-3', 'with-5', 'with-6'];
const measure = 'hall.serviceLevel.everyone';

test('of a budget gives most days to those that are hard to tell', async () => {
  const answer = await selectWithin(hall, { variants, measure, budget: 200, seed: 'ocba' });
  const { best, variants: found, chance, complete } = answer;
  expect(['with-5', 'with-6']).toContain(best);
  expect(complete).toBe(true);
  expect(found['with-3']!.days).toBeLessThan(found['with-5']!.days);
  expect(chance).toBeGreaterThan(0.5);
  const days = Object.values(found).reduce((sum, one) => sum + one.days, 0);
  expect(days).toBe(200);
});

test('that is stopped, before its first day or midway, names nobody and no chance', async () => {
  const options = { variants, measure, budget: 200, seed: 'ocba' };
  const before = await selectWithin(hall, { ...options, signal: stopAfter(0) });
  expect(before).toEqual({
    best: null,
    variants: Object.fromEntries(variants.map((id) => [id, { mean: null, days: 0 }])),
    left: variants,
    complete: false,
    chance: null,
  });
  const midway = await selectWithin(hall, { ...options, signal: stopAfter(12) });
  expect(midway).toMatchObject({ best: null, chance: null, complete: false, left: variants });
  expect(midway.variants['with-3']!.mean).toBeLessThan(midway.variants['with-6']!.mean!);
});

test('options out of range are named with their value', async () => {
  await expect(selectWithin(hall, { variants, measure, budget: 10 })).rejects.toThrow('not 10');
  await expect(selectWithin(hall, { variants, measure, budget: NaN })).rejects.toThrow('not NaN');
  await expect(
    selectWithin(hall, { variants, measure, budget: 100, firstStage: 4 }),
  ).rejects.toThrow('not 4');
  await expect(selectWithin(hall, { variants, measure: 'hall.came', budget: 100 })).rejects.toThrow(
    '"hall.came"',
  );
  await expect(selectWithin(hall, { variants: {}, measure, budget: 100 })).rejects.toThrow(
    'not none',
  );
});
