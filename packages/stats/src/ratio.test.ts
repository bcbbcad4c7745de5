import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ratio, ratioChange, studentTQuantile } from './index.js';
import { leaningEnds } from './leaning-ends.js';

const days = (...values: number[]): Float64Array => Float64Array.from(values);
const ones = (n: number): Float64Array => new Float64Array(n).fill(1);
const number = fc
  .double({ min: -1000, max: 1000, noNaN: true })
  .map((x) => Math.round(x * 64) / 64);
const weight = fc.integer({ min: 1, max: 900 });

describe('a ratio of sums over days', () => {
  test('over ones is the mean, with the usual t interval', () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 2, maxLength: 40 }), (values) => {
        const n = values.length;
        const mean = values.reduce((a, b) => a + b, 0) / n;
        const variance = values.reduce((a, x) => a + (x - mean) ** 2, 0) / (n - 1);
        const half = studentTQuantile(0.975, n - 1) * Math.sqrt(variance / n);
        const got = ratio(days(...values), ones(n), 0.95);
        expect(got.value).toBeCloseTo(mean, 9);
        expect(got.low).toBeCloseTo(mean - half, 7);
        expect(got.high).toBeCloseTo(mean + half, 7);
      }),
      { seed: 1 },
    );
  });

  test('has the standard error of the delete-one jackknife', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(number, weight), { minLength: 2, maxLength: 20 }), (rows) => {
        const n = rows.length;
        const total = (skip: number, k: 0 | 1): number =>
          rows.reduce((a, row, i) => (i === skip ? a : a + row[k]), 0);
        const deleted = rows.map((_, i) => total(i, 0) / total(i, 1));
        const mean = deleted.reduce((a, b) => a + b, 0) / n;
        const variance = ((n - 1) / n) * deleted.reduce((a, x) => a + (x - mean) ** 2, 0);
        const half = studentTQuantile(0.95, n - 1) * Math.sqrt(variance);
        const value = total(-1, 0) / total(-1, 1);
        const got = ratio(days(...rows.map((r) => r[0])), days(...rows.map((r) => r[1])), 0.9);
        expect(got.value).toBeCloseTo(value, 9);
        expect((got.high as number) - value).toBeCloseTo(half, 6);
        expect(value - (got.low as number)).toBeCloseTo(half, 6);
      }),
      { seed: 1 },
    );
  });

  test('scales with its numerators', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(number, weight), { minLength: 2, maxLength: 20 }),
        fc.constantFrom(0.25, 2, 1024),
        (rows, factor) => {
          const den = days(...rows.map((r) => r[1]));
          const one = ratio(days(...rows.map((r) => r[0])), den, 0.95);
          const scaled = ratio(days(...rows.map((r) => r[0] * factor)), den, 0.95);
          // powers of two scale without rounding
          expect(scaled.value).toBe((one.value as number) * factor);
          expect(scaled.low).toBe((one.low as number) * factor);
          expect(scaled.high).toBe((one.high as number) * factor);
        },
      ),
      { seed: 1 },
    );
  });

  test('does not see days on which nothing was observed', () => {
    const with0 = ratio(days(1, 0, 5, 0, 3), days(10, 0, 20, 0, 9), 0.95);
    expect(with0).toEqual(ratio(days(1, 5, 3), days(10, 20, 9), 0.95));
  });

  test('is null with a reason where nothing, or only one day, was observed', () => {
    const nothing = { value: null, low: null, high: null, reason: 'nothing-observed' };
    expect(ratio(days(), days(), 0.95)).toEqual(nothing);
    expect(ratio(days(0, 0), days(0, 0), 0.95)).toEqual(nothing);
    const oneDay = { value: 0.5, low: null, high: null, reason: 'one-day' };
    expect(ratio(days(3), days(6), 0.95)).toEqual(oneDay);
    expect(ratio(days(0, 3, 0), days(0, 6, 0), 0.95)).toEqual(oneDay);
  });

  test('has no width where every day is the same', () => {
    expect(ratio(days(4, 4, 4), ones(3), 0.99)).toEqual({ value: 4, low: 4, high: 4 });
  });

  test('names the value it refuses', () => {
    expect(() => ratio(days(1, NaN), ones(2), 0.95)).toThrow('numerators[1] is NaN');
    expect(() => ratio(days(1, 2), days(1, Infinity), 0.95)).toThrow('denominators[1] is Infinity');
    expect(() => ratio(days(1, 2), days(-1, 2), 0.95)).toThrow('denominators[0] is -1');
    expect(() => ratio(days(1, 2), ones(3), 0.95)).toThrow('2 and 3 entries');
    expect(() => ratio(days(1, 2), ones(2), 95)).toThrow('confidence is 95');
    expect(() => ratio(days(3, 2), ones(2), 0.95, 'share')).toThrow("2.5, which the scale 'share'");
    expect(() => ratio(days(-3, 2), ones(2), 0.95, 'positive')).toThrow("use the scale 'plain'");
  });
});

describe('the scales of an interval', () => {
  const share = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 50, max: 900 }));

  test('keep a share inside 0 and 1, and a mean above 0', () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 2, maxLength: 12 }), fc.boolean(), (rows, flip) => {
        const num = days(...rows.map(([n, d]) => (flip ? d - n : n)));
        const den = days(...rows.map(([, d]) => d));
        for (const scale of ['share', 'positive'] as const) {
          const { value, low, high, reason } = ratio(num, den, 0.99, scale);
          if (reason !== undefined) continue;
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(value as number);
          expect(high).toBeGreaterThanOrEqual(value as number);
          if (scale === 'share') expect(high).toBeLessThanOrEqual(1);
        }
      }),
      { seed: 1 },
    );
  });

  test('a share and its complement have mirrored intervals', () => {
    const den = days(100, 120, 90, 110);
    const yes = ratio(days(3, 5, 1, 9), den, 0.95, 'share');
    const no = ratio(days(97, 115, 89, 101), den, 0.95, 'share');
    expect(no.low).toBeCloseTo(1 - (yes.high as number), 12);
    expect(no.high).toBeCloseTo(1 - (yes.low as number), 12);
  });

  test('agree where the days vary little', () => {
    const num = Float64Array.from({ length: 50 }, (_, i) => 400 + (i % 5));
    const den = new Float64Array(50).fill(1000);
    const plain = ratio(num, den, 0.95);
    for (const scale of ['positive', 'share'] as const) {
      expect(ratio(num, den, 0.95, scale).low).toBeCloseTo(plain.low as number, 5);
    }
  });

  test('give no interval at their end, where never and rarely look alike', () => {
    const none = { value: 0, low: null, high: null, reason: 'no-variation' };
    expect(ratio(days(0, 0, 0), days(9, 8, 7), 0.95, 'share')).toEqual(none);
    expect(ratio(days(0, 0, 0), days(9, 8, 7), 0.95, 'positive')).toEqual(none);
    const all = ratio(days(9, 8, 7), days(9, 8, 7), 0.95, 'share');
    expect(all).toEqual({ ...none, value: 1 });
  });

  test('stand where all but one day are at the end', () => {
    const { value, low, high } = ratio(days(0, 0, 2, 0), days(100, 100, 100, 100), 0.95, 'share');
    expect(value).toBe(0.005);
    expect(low).toBeGreaterThan(0);
    expect(high).toBeGreaterThan(0.01);
    expect(high).toBeLessThan(1);
  });

  test('say few-days where the end would be infinite', () => {
    const wild = ratio(days(0.001, 100000), days(1, 1), 0.9999, 'positive');
    expect(wild.reason).toBe('few-days');
  });
});

describe('the change of a ratio, paired by day', () => {
  const row = fc.tuple(number, weight, number, weight);

  test('is the ratio of B less that of A, and the jackknife of that difference', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 15 }), (rows) => {
        const n = rows.length;
        const part = (k: number): Float64Array => days(...rows.map((r) => r[k] as number));
        const total = (skip: number, k: number): number =>
          rows.reduce((a, r, i) => (i === skip ? a : a + (r[k] as number)), 0);
        const change = (skip: number): number =>
          total(skip, 2) / total(skip, 3) - total(skip, 0) / total(skip, 1);
        const deleted = rows.map((_, i) => change(i));
        const mean = deleted.reduce((a, b) => a + b, 0) / n;
        const variance = ((n - 1) / n) * deleted.reduce((a, x) => a + (x - mean) ** 2, 0);
        const reach = studentTQuantile(0.975, n - 1);
        const gaps = Float64Array.from(deleted, (x) => x - change(-1));
        const { low, high } = leaningEnds(change(-1), gaps, reach);
        const got = ratioChange(part(0), part(1), part(2), part(3), 0.95);
        expect(got.value).toBeCloseTo(change(-1), 9);
        expect(got.low).toBeCloseTo(low, 6);
        expect(got.high).toBeCloseTo(high, 6);
        // whatever the skewness, it is not shorter than half of Student's
        expect((got.high! - got.low!) / 2).toBeGreaterThan(
          0.5 * reach * Math.sqrt(variance) - 1e-9,
        );
      }),
      { seed: 1 },
    );
  });

  test('between two equal halls is exactly 0', () => {
    const num = days(0.1, 0.7, 0.3);
    const den = days(3, 7, 11);
    expect(ratioChange(num, den, num.slice(), den.slice(), 0.95)).toEqual({
      value: 0,
      low: 0,
      high: 0,
    });
  });

  test('forgets what both days share', () => {
    const a = days(10, 50, 20, 90);
    const shifted = a.map((x) => x + 1);
    const { low, high } = ratioChange(a, ones(4), shifted, ones(4), 0.95);
    expect(low).toBeCloseTo(1, 9);
    expect(high).toBeCloseTo(1, 9);
  });

  test('is null where either has nothing, and names what it refuses', () => {
    expect(ratioChange(days(1, 2), ones(2), days(0, 0), days(0, 0), 0.9).reason).toBe(
      'nothing-observed',
    );
    expect(ratioChange(days(1, 2), ones(2), days(0, 3), days(0, 5), 0.9).reason).toBe('one-day');
    expect(() => ratioChange(days(1, 2), ones(2), days(1, NaN), ones(2), 0.9)).toThrow(
      'numerators of B[1] is NaN',
    );
    expect(() => ratioChange(days(1), ones(1), days(1, 2), ones(2), 0.9)).toThrow(
      '1 and 2 entries',
    );
  });
});
