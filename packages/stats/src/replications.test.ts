import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Lcg } from '../fixtures/helpers.js';
import { meanInterval, normalQuantile, ratio } from './index.js';

const values = fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 2 });

describe('the mean of replications', () => {
  test("has Student's interval", () => {
    // mean 5, variance 32 / 7, t(0.975, 7) = 2.364624251592785 by scipy
    const { value, low, high } = meanInterval(Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9), 0.95);
    const half = 2.364624251592785 * Math.sqrt(32 / 7 / 8);
    expect(value).toBe(5);
    expect(low).toBeCloseTo(5 - half, 12);
    expect(high).toBeCloseTo(5 + half, 12);
  });

  test('has the same bits in any order, inside its interval', () => {
    fc.assert(
      fc.property(values, (list) => {
        const estimate = meanInterval(Float64Array.from(list), 0.9);
        expect(meanInterval(Float64Array.from(list).reverse(), 0.9)).toEqual(estimate);
        expect(meanInterval(Float64Array.from(list).sort(), 0.9)).toEqual(estimate);
        const { low, value, high } = estimate as Record<'low' | 'value' | 'high', number>;
        expect(low <= value && value <= high).toBe(true);
      }),
      { seed: 1 },
    );
  });

  test('is the ratio to ones, on the plain scale, to rounding', () => {
    fc.assert(
      fc.property(values, (list) => {
        const mine = meanInterval(Float64Array.from(list), 0.95);
        const theirs = ratio(Float64Array.from(list), new Float64Array(list.length).fill(1), 0.95);
        expect(mine.value).toBeCloseTo(theirs.value as number, 9);
        expect(mine.low).toBeCloseTo(theirs.low as number, 7);
        expect(mine.high).toBeCloseTo(theirs.high as number, 7);
      }),
      { seed: 1 },
    );
  });

  test('is held in 93 to 97 % of 2000 studies of 10 replications', () => {
    const random = new Lcg(17);
    let held = 0;
    for (let study = 0; study < 2000; study++) {
      const means = Float64Array.from({ length: 10 }, () => 5 + normalQuantile(random.next()));
      const { low, high } = meanInterval(means, 0.95);
      if ((low as number) <= 5 && 5 <= (high as number)) held++;
    }
    expect(held / 2000).toBeGreaterThan(0.93);
    expect(held / 2000).toBeLessThan(0.97);
  });

  test('of equal replications is certain, of one or none says why not', () => {
    expect(meanInterval(Float64Array.of(0.1, 0.1, 0.1), 0.95)).toEqual({
      value: 0.1,
      low: 0.1,
      high: 0.1,
    });
    expect(meanInterval(Float64Array.of(3), 0.95)).toEqual({
      value: 3,
      low: null,
      high: null,
      reason: 'one-day',
    });
    expect(meanInterval(new Float64Array(0), 0.95).reason).toBe('nothing-observed');
  });

  test('refuses what is not finite and a confidence that is not one', () => {
    expect(() => meanInterval(Float64Array.of(1, NaN), 0.95)).toThrow('values[1] is NaN');
    expect(() => meanInterval(Float64Array.of(1, 2), 95)).toThrow('confidence is 95');
  });
});
