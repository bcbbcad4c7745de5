import { dayNumbers, withVariant } from '@hallsim/experiment';
import { ocbaShares } from '@hallsim/stats';
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

test('shares out a large budget as the theorem does by the moments of many other days', async () => {
  const halls = variants.map((id) => ({ scenario: withVariant(hall, id) }));
  const many = {
    seed: 'moments',
    first: 0,
    replications: 600,
    columns: ['inTime', 'came'],
  } as const;
  const [means, deviations] = [new Float64Array(4), new Float64Array(4)];
  (await dayNumbers(halls, many)).forEach(({ columns }, i) => {
    const shares = columns.inTime!.map((inTime, day) => inTime / columns.came![day]!);
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    means[i] = mean;
    deviations[i] = Math.sqrt(
      shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / (shares.length - 1),
    );
  });
  const wanted = ocbaShares(means, deviations);
  const budget = 1200;
  const { variants: found } = await selectWithin(hall, { variants, measure, budget, seed: 'o' });
  variants.forEach((id, i) => {
    expect(Math.abs(found[id]!.days / budget - wanted[i]!), id).toBeLessThan(0.06);
  });
});

test('that is stopped, before its first day or midway, names nobody and no chance', async () => {
  const options = { variants, measure, budget: 200, seed: 'ocba' };
  const before = await selectWithin(hall, { ...options, signal: stopAfter(0) });
  expect(before).toEqual({
    best: null,
    variants: Object.fromEntries(variants.map((id) => [id, { mean: null, days: 0 }])),
    left: variants,
    ties: [],
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
