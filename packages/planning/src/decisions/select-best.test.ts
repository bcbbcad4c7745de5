import { UnknownVariantError, withVariant } from '@hallsim/experiment';
import { expect, test } from 'vitest';
import { hall, quick, ruledHall, stopAfter } from '../../test/one-line.js';
import { selectBest } from './select-best.js';

const variants = ['base', 'with-3', 'with-5', 'with-6'];
const measure = 'hall.serviceLevel.everyone';

test('is right at least as often as promised, and leaves early what cannot be the best', async () => {
  let right = 0;
  const runs = 20;
  for (let run = 0; run < runs; run++) {
    const options = { variants, measure, indifference: 0.01, confidence: 0.9, seed: `kn ${run}` };
    const { best, variants: found } = await selectBest(hall, { ...options, firstStage: 8 });
    if (best === 'with-6') right++;
    expect(found['with-3']!.days).toBeLessThanOrEqual(found['with-6']!.days);
  }
  // 3 standard errors of 90 % of 20
  expect(right / runs).toBeGreaterThanOrEqual(0.7);
});

test('that runs out of days names nobody, and says who is left', async () => {
  const close = { variants: ['base', 'with-5', 'with-6'], measure, indifference: 0.0001 };
  const { best, left, complete } = await selectBest(hall, {
    ...close,
    most: 8,
    firstStage: 8,
    seed: 'x',
  });
  expect({ best, complete }).toEqual({ best: null, complete: true });
  expect(left).toContain('with-6');
  expect(left.length).toBeGreaterThan(1);
});

test('that is stopped, before its first day or midway, names nobody, and has no mean without a day', async () => {
  const options = { variants, measure, indifference: 0.0001, seed: 'x' };
  const before = await selectBest(hall, { ...options, signal: stopAfter(0) });
  expect(before).toEqual({
    best: null,
    variants: Object.fromEntries(variants.map((id) => [id, { mean: null, days: 0 }])),
    left: variants,
    ties: [],
    complete: false,
  });
  const midway = await selectBest(hall, { ...options, signal: stopAfter(7) });
  expect(midway).toMatchObject({ best: null, complete: false });
  expect(midway.variants['with-6']!.days).toBe(35);
  expect(midway.left).toContain('with-6');
});

test('variants that are the same on every day are told as ties of the best', async () => {
  const { best, ties } = await selectBest(hall, {
    variants: { one: hall, more: withVariant(hall, 'with-6'), other: withVariant(hall, 'with-6') },
    measure,
    indifference: 0.01,
    seed: 'x',
  });
  expect({ best, ties }).toEqual({ best: 'more', ties: ['other'] });
});

test('is as sure as the scenario wants unless told otherwise', async () => {
  const sure = { ...hall, run: { confidence: '99.9%' as const } };
  const options = { variants: ['base', 'with-5'], measure, indifference: 0.01, seed: 'y' };
  const days = async (confidence?: number): Promise<number> => {
    const more = confidence === undefined ? {} : { confidence };
    return (await selectBest(sure, { ...options, ...more })).variants['base']!.days;
  };
  expect(await days()).toBe(await days(0.999));
  expect(await days()).toBeGreaterThan(await days(0.6));
});

test('goes by rules of the host, and tells of the days it runs', async () => {
  const told: number[] = [];
  const { best, variants: found } = await selectBest(hall, {
    variants: { plain: hall, ruled: ruledHall },
    measure,
    indifference: 0.05,
    rules: [quick],
    onDays: (days) => told.push(days),
  });
  expect(best).toBe('ruled');
  expect(told.at(-1)).toBe(found['plain']!.days + found['ruled']!.days);
});

test('options out of range are named with their value', async () => {
  const options = { variants, measure, indifference: 0.01 };
  const refused = (more: object): ReturnType<typeof expect<Promise<unknown>>>['rejects'] =>
    expect(selectBest(hall, { ...options, ...more })).rejects;
  for (const most of [0, -1, 25.5, NaN]) await refused({ most }).toThrow(`most must be a whole`);
  await refused({ most: 19 }).toThrow('not 19');
  await refused({ indifference: 0 }).toThrow('indifference is 0');
  await refused({ firstStage: 2 }).toThrow('firstStage is 2');
  await refused({ confidence: 1.5 }).toThrow('confidence');
  await refused({ variants: [] }).toThrow(
    'variants must be at least two to choose among, not none.',
  );
  await refused({ variants: ['base'] }).toThrow('not "base" alone');
  await refused({ variants: ['base', 'with-3', 'base'] }).toThrow('"base" twice');
  await refused({ variants: ['base', 'zzz'] }).toThrow(UnknownVariantError);
  await refused({ variants: ['base', 'zzz'] }).toThrow('It has: with-3, with-5, with-6.');
  await refused({ measure: 'counter.wait.p90' }).toThrow('"counter.wait.p90"');
});
