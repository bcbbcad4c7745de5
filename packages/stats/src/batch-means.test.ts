import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Lcg } from '../fixtures/helpers.js';
import { type BatchMeans, batchMeans, log, meanInterval, normalQuantile } from './index.js';

/** Waits of an M/M/1 queue with load 0.8 (mean 4 services), after 2000 customers. */
function waits(random: Lcg, n: number): Float64Array {
  const values = new Float64Array(n);
  let wait = 0;
  for (let i = -2000; i < n; i++) {
    wait = Math.max(0, wait - log(random.next()) + log(random.next()) / 0.8);
    if (i >= 0) values[i] = wait;
  }
  return values;
}

const noise = (random: Lcg, n: number): Float64Array =>
  Float64Array.from({ length: n }, () => 4 + normalQuantile(random.next()));

/** Shares of studies whose interval holds the mean 4, and whose batches are called long enough. */
function studies(count: number, seed: number, draw: (random: Lcg) => Float64Array): number[] {
  const random = new Lcg(seed);
  let [held, passed] = [0, 0];
  for (let study = 0; study < count; study++) {
    const { estimate, longEnough } = batchMeans(draw(random), 0.95);
    if ((estimate.low as number) <= 4 && 4 <= (estimate.high as number)) held++;
    if (longEnough) passed++;
  }
  return [held / count, passed / count];
}

describe('batch means', () => {
  test('are means of equal parts in a row, the rest left out at the start', () => {
    const values = Float64Array.from({ length: 47 }, (_, i) => i);
    const { means, size, left } = batchMeans(values, 0.95, 10);
    expect([size, left]).toEqual([4, 7]);
    expect(Array.from(means)).toEqual(Array.from({ length: 10 }, (_, b) => 7 + 4 * b + 1.5));
  });

  test('give the interval of as many replications', () => {
    const series = fc.array(fc.double({ min: 0, max: 9, noNaN: true }), {
      minLength: 20,
      maxLength: 300,
    });
    fc.assert(
      fc.property(series, fc.integer({ min: 10, max: 30 }), (list, batches) => {
        const got = batchMeans(Float64Array.from(list), 0.9, batches);
        if (list.length < 2 * batches) {
          expect(got.estimate.reason).toBe('few-values');
          expect(got.longEnough).toBe(false);
        } else {
          expect(got.means.length * got.size + got.left).toBe(list.length);
          expect(got.left).toBeLessThan(2 * batches);
          expect(got.estimate).toEqual(meanInterval(got.means, 0.9));
        }
      }),
      { seed: 1 },
    );
  });

  test('of independent values hold the mean 93 to 97 % and pass 92 to 98 % of 1000 times', () => {
    const [held, passed] = studies(1000, 5, (random) => noise(random, 200)) as [number, number];
    expect(held).toBeGreaterThan(0.93);
    expect(held).toBeLessThan(0.97);
    expect(passed).toBeGreaterThan(0.92);
    expect(passed).toBeLessThan(0.98);
  });

  test('of 2000 waits at a load of 80 % hold the mean too seldom and are found out', () => {
    const [held, passed] = studies(300, 6, (random) => waits(random, 2000)) as [number, number];
    expect(held).toBeLessThan(0.9);
    expect(passed).toBeLessThan(0.5);
  });

  test('of 40,000 waits hold it nearly as often as they say, and pass', () => {
    const [held, passed] = studies(60, 7, (random) => waits(random, 40_000)) as [number, number];
    expect(held).toBeGreaterThan(0.85);
    expect(passed).toBeGreaterThan(0.8);
  });

  test('of what never changes are certain, and of a trend too short', () => {
    const flat = batchMeans(new Float64Array(100).fill(0.1), 0.95);
    expect(flat.estimate).toEqual({ value: 0.1, low: 0.1, high: 0.1 });
    expect([flat.correlation, flat.longEnough]).toEqual([0, true]);
    const trend = batchMeans(
      Float64Array.from({ length: 400 }, (_, i) => i),
      0.95,
    );
    expect(trend.correlation).toBeGreaterThan(0.9);
    expect(trend.longEnough).toBe(false);
  });

  test('say what they lack and refuse what they cannot do', () => {
    const call = (n: number, confidence = 0.95, batches = 20): BatchMeans =>
      batchMeans(new Float64Array(n).fill(2), confidence, batches);
    expect(call(0).estimate.reason).toBe('nothing-observed');
    expect(call(39)).toMatchObject({ estimate: { value: 2, low: null }, correlation: null });
    expect(() => call(100, 0.95, 9)).toThrow('batches is 9');
    expect(() => call(100, 0.95, 20.5)).toThrow('batches is 20.5');
    expect(() => call(100, 95)).toThrow('confidence is 95');
    expect(() => batchMeans(Float64Array.of(NaN), 0.95)).toThrow('values[0] is NaN');
  });
});
