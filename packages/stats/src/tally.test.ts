import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Tally } from './index.js';

const value = fc.oneof(
  fc.double({ min: -1000, max: 1000, noNaN: true }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1, 2, 3, 1e9, 1e9 + 1e-7),
);
const parts = fc.array(fc.array(value, { maxLength: 20 }), { maxLength: 5 });

function tallyOf(values: readonly number[]): Tally {
  const tally = new Tally();
  tally.addAll(Float64Array.from(values));
  return tally;
}

/** What can be read from a tally. */
const seen = ({ count, sum, mean, variance, min, max }: Tally): number[] => [
  count,
  sum,
  mean,
  variance,
  min,
  max,
];

describe('a tally', () => {
  test('has the same bits in any order and however it is split and merged', () => {
    fc.assert(
      fc.property(parts, (lists) => {
        const whole = tallyOf(lists.flat());
        const backwards = tallyOf(lists.flat().reverse());
        const merged = new Tally();
        for (const list of [...lists].reverse()) merged.merge(tallyOf(list));
        expect(seen(backwards)).toEqual(seen(whole));
        expect(seen(merged)).toEqual(seen(whole));
        expect(merged.data()).toEqual(whole.data());
      }),
      { seed: 1 },
    );
  });

  test('is the same on the other side of a thread, and can be added to there', () => {
    fc.assert(
      fc.property(parts, fc.array(value), (lists, more) => {
        const whole = tallyOf(lists.flat());
        const revived = Tally.from(structuredClone(whole.data()));
        expect(seen(revived)).toEqual(seen(whole));
        for (const x of more) revived.add(x);
        expect(seen(revived)).toEqual(seen(tallyOf([...lists.flat(), ...more])));
      }),
      { seed: 1 },
    );
  });

  test('knows mean, variance and extremes', () => {
    expect(seen(tallyOf([2, 4, 4, 4, 5, 5, 7, 9]))).toEqual([8, 40, 5, 32 / 7, 2, 9]);
    expect(seen(tallyOf([0.1, 0.1, 0.1]))).toEqual([3, 0.1 + 0.2, 0.1, 0, 0.1, 0.1]);
  });

  test('has a mean between the extremes', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
        const { min, mean, max } = tallyOf(values);
        expect(min <= mean && mean <= max).toBe(true);
      }),
      { seed: 1 },
    );
  });

  test('moves the mean and keeps the variance when all values are moved by whole numbers', () => {
    const whole = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(whole, fc.constantFrom(1e6, -1e9, 1e12), (values, by) => {
        const near = tallyOf(values);
        const far = tallyOf(values.map((x) => x + by));
        expect(far.variance).toBe(near.variance);
        expect(far.sum).toBe(near.sum + by * values.length);
      }),
      { seed: 1 },
    );
  });

  test('keeps a variance far smaller than the mean, and far larger than a double', () => {
    const [a, b, c] = [1e9, 1e9 + 2 ** -20, 1e9 + 2 ** -19];
    expect(tallyOf([a, b, c]).variance).toBe(2 ** -40);
    expect(tallyOf([1e308, 1e308]).mean).toBe(1e308);
    expect(tallyOf([1e308, 1e308]).variance).toBe(0);
    expect(tallyOf([1e200, -1e200]).variance).toBe(Infinity);
  });

  test('says NaN where too little was observed, and an empty one changes nothing', () => {
    expect(seen(new Tally())).toEqual([0, 0, NaN, NaN, NaN, NaN]);
    expect(seen(tallyOf([3]))).toEqual([1, 3, 3, NaN, 3, 3]);
    const tally = tallyOf([3, 5]);
    tally.merge(new Tally());
    expect(seen(tally)).toEqual([2, 8, 4, 2, 3, 5]);
    tally.merge(tally);
    expect(seen(tally)).toEqual([4, 16, 4, 4 / 3, 3, 5]);
  });

  test('refuses what is not finite by its name and stays as it was', () => {
    const tally = tallyOf([3]);
    expect(() => tally.add(NaN)).toThrow('NaN cannot be added');
    expect(() => tally.addAll(Float64Array.of(-Infinity))).toThrow('-Infinity cannot be added');
    expect(seen(tally)).toEqual([1, 3, 3, NaN, 3, 3]);
  });
});
