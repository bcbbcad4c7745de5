import fc from 'fast-check';
import { expect, test } from 'vitest';
import { integral, levelAt, stepFunction, total, within } from './step-function.js';

const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.nat(4)), { maxLength: 8 });
const moments = Array.from({ length: 101 }, (_, i) => i / 2 - 2);

/** The level by the words of the definition: the last pair given for the latest time that is not later. */
function naive(list: readonly (readonly [number, number])[], time: number): number {
  const latest = Math.max(-1, ...list.map(([t]) => t).filter((t) => t <= time));
  return list.findLast(([t]) => t === latest)?.[1] ?? 0;
}

test('a level holds from its time to the next one, in whatever order the steps were given', () => {
  fc.assert(
    fc.property(pairs, (list) => {
      const steps = stepFunction(list);
      for (const time of moments) expect(levelAt(steps, time)).toBe(naive(list, time));
    }),
    { seed: 1 },
  );
});

test('steps that change nothing are not kept', () => {
  const steps = stepFunction([
    [540, 0],
    [600, 2],
    [660, 2],
    [720, 0],
  ]);
  expect([[...steps.times], [...steps.values]]).toEqual([
    [600, 720],
    [2, 0],
  ]);
});

test('integral, sum and cut are those of the levels at every moment', () => {
  const period = fc.tuple(fc.nat(20), fc.integer({ min: 21, max: 44 }));
  fc.assert(
    fc.property(pairs, pairs, period, (first, second, [from, to]) => {
      const steps = stepFunction(first);
      const other = stepFunction(second);
      const inside = moments.filter((time) => time >= from && time < to);
      const levels = inside.map((time) => levelAt(steps, time));
      expect(integral(steps, from, to)).toBe(levels.reduce((sum, level) => sum + level / 2, 0));
      const sum = total([steps, other]);
      const cut = within(steps, [{ from, to }]);
      for (const time of moments) {
        const level = levelAt(steps, time);
        expect(levelAt(sum, time)).toBe(level + levelAt(other, time));
        expect(levelAt(cut, time)).toBe(inside.includes(time) ? level : 0);
      }
    }),
    { seed: 1 },
  );
});

test('nothing is open without a step', () => {
  expect(levelAt(stepFunction([]), 600)).toBe(0);
  expect(integral(stepFunction([]), 0, 1440)).toBe(0);
  expect(levelAt(total([]), 600)).toBe(0);
});
