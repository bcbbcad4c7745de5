import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  rateAt,
  type RateCurve,
  rateIntegral,
  rateLines,
  rateRange,
  rateSteps,
  rateWithin,
  scaledRate,
} from './rate-curve.js';

const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.nat(8)), { maxLength: 6 });
const curves = fc
  .tuple(points, fc.boolean())
  .map(([list, lines]) => (lines ? rateLines : rateSteps)(list));
const moments = Array.from({ length: 401 }, (_, i) => i / 8 - 2);
const period = fc.tuple(fc.nat(20), fc.integer({ min: 21, max: 44 }));
const levels = (curve: RateCurve, from: number, to: number): number[] =>
  moments.filter((time) => time >= from && time < to).map((time) => rateAt(curve, time));

test('a rate in steps holds until the next time, a rate in lines is half-way half-way there', () => {
  const given = [
    [10, 2],
    [20, 6],
    [30, 0],
  ] as const;
  expect([9, 10, 15, 20, 25, 30, 99].map((t) => rateAt(rateSteps(given), t))).toEqual([
    0, 2, 2, 6, 6, 0, 0,
  ]);
  expect([9, 10, 15, 20, 25, 30, 99].map((t) => rateAt(rateLines(given), t))).toEqual([
    0, 2, 4, 6, 3, 0, 0,
  ]);
});

test('range and integral are those of the rates at every moment', () => {
  fc.assert(
    fc.property(curves, period, (curve, [from, to]) => {
      const seen = levels(curve, from, to);
      const { min, max } = rateRange(curve, from, to);
      expect(min).toBeLessThanOrEqual(Math.min(...seen) + 1e-9);
      expect(max).toBeGreaterThanOrEqual(Math.max(...seen) - 1e-9);
      // between two moments no rate goes further than an eighth of its steepest line
      const steepest = Math.max(0, ...curve.slopes.map(Math.abs));
      expect(min).toBeGreaterThanOrEqual(Math.min(...seen) - steepest / 8 - 1e-9);
      expect(max).toBeLessThanOrEqual(Math.max(...seen) + steepest / 8 + 1e-9);
      // pieces begin at whole minutes: the middle of each eighth is its mean
      const sum = moments
        .filter((time) => time >= from && time < to)
        .reduce((all, time) => all + rateAt(curve, time + 1 / 16) / 8, 0);
      expect(rateIntegral(curve, from, to)).toBeCloseTo(sum, 9);
    }),
    { seed: 1 },
  );
});

test('a curve cut to periods is the same inside them and 0 outside', () => {
  fc.assert(
    fc.property(curves, period, (curve, [from, to]) => {
      const cut = rateWithin(curve, [{ from, to }]);
      const twice = rateWithin(curve, [
        { from, to: from + 1 },
        { from: from + 1, to },
      ]);
      for (const time of moments) {
        const inside = time >= from && time < to;
        expect(rateAt(cut, time)).toBeCloseTo(inside ? rateAt(curve, time) : 0, 9);
        expect(rateAt(twice, time)).toBeCloseTo(rateAt(cut, time), 9);
        expect(rateAt(scaledRate(curve, 3), time)).toBeCloseTo(3 * rateAt(curve, time), 9);
      }
    }),
    { seed: 1 },
  );
});

test('no points are no rate', () => {
  expect(rateAt(rateLines([]), 600)).toBe(0);
  expect(rateIntegral(rateSteps([]), 0, 1440)).toBe(0);
});
