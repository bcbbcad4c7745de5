import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Lcg } from '../fixtures/helpers.js';
import { exp, mser5, normalQuantile } from './index.js';

/** What MSER-5 makes least, for each place in batches, by its definition. */
function widths(series: readonly number[]): number[] {
  const batches: number[] = [];
  for (let i = 0; i + 5 <= series.length; i += 5) {
    batches.push(series.slice(i, i + 5).reduce((a, b) => a + b, 0) / 5);
  }
  return batches.slice(0, -5).map((_, d) => {
    const rest = batches.slice(d);
    const mean = rest.reduce((a, b) => a + b, 0) / rest.length;
    return rest.reduce((total, x) => total + (x - mean) * (x - mean), 0) / rest.length ** 2;
  });
}

/** Independent noise of deviation 1 about 10, with something added at first. */
const noisy = (seed: number, n: number, bias: (i: number) => number): Float64Array => {
  const random = new Lcg(seed);
  return Float64Array.from({ length: n }, (_, i) => 10 + bias(i) + normalQuantile(random.next()));
};

describe('the end of a warm-up', () => {
  test('is where the rest gives the narrowest interval', () => {
    const value = fc.oneof(
      fc.integer({ min: 0, max: 20 }),
      fc.double({ max: 9, min: 0, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 50, maxLength: 300 }), (list) => {
        const { deleted, reason } = mser5(Float64Array.from(list));
        const all = widths(list);
        // rounding decides between places as good as each other
        const good = (width: number): boolean => width <= Math.min(...all) + 1e-9;
        const half = Math.floor(list.length / 5) / 2;
        if (deleted !== null) {
          expect(deleted / 5).toBeLessThanOrEqual(half);
          expect(good(all[deleted / 5] as number)).toBe(true);
        } else {
          expect(reason).toBe('late-minimum');
          expect(all.some((width, d) => d > half && good(width))).toBe(true);
        }
      }),
      { seed: 1 },
    );
  });

  test('is the end of a shift, or a few batches later', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { deleted } = mser5(noisy(seed, 1000, (i) => (i < 200 ? 3 : 0)));
      expect(deleted).toBeGreaterThanOrEqual(200);
      expect(deleted).toBeLessThanOrEqual(300);
    }
  });

  test('takes the bias out of a mean: 0.5 of 10 without it, below 0.15 with it', () => {
    let [raw, cut] = [0, 0];
    for (let seed = 1; seed <= 100; seed++) {
      const series = noisy(seed, 1000, (i) => -10 * exp(-i / 50));
      const { deleted } = mser5(series);
      const mean = (values: Float64Array) => values.reduce((a, b) => a + b, 0) / values.length;
      raw += mean(series) - 10;
      cut += mean(series.subarray(deleted as number)) - 10;
    }
    expect(raw / 100).toBeLessThan(-0.45);
    expect(Math.abs(cut / 100)).toBeLessThan(0.15);
  });

  test('is the start where nothing warms up, mostly, and always where nothing changes', () => {
    expect(mser5(new Float64Array(200).fill(0.1))).toEqual({ deleted: 0 });
    let early = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const { deleted } = mser5(noisy(seed, 1000, () => 0));
      if (deleted !== null && deleted <= 100) early++;
    }
    expect(early).toBeGreaterThan(80);
  });

  test('is unknown where the series goes on changing, or has fewer than 50 values', () => {
    // the shift comes at 60 %
    expect(mser5(noisy(1, 500, (i) => (i < 300 ? 9 : 0)))).toEqual({
      deleted: null,
      reason: 'late-minimum',
    });
    expect(mser5(new Float64Array(49))).toEqual({ deleted: null, reason: 'few-values' });
    expect(mser5(new Float64Array(50))).toEqual({ deleted: 0 });
  });

  test('is not a few values at the end that happen to agree', () => {
    const series = noisy(3, 500, () => 0);
    series.fill(10, 480);
    expect(mser5(series).deleted).toBeLessThan(100);
  });

  test('refuses what is not finite by its place', () => {
    const series = new Float64Array(100);
    series[7] = NaN;
    expect(() => mser5(series)).toThrow('series[7] is NaN');
  });
});
