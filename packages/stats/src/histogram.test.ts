import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Histogram, orderStatistic } from './index.js';

const value = fc.oneof(
  fc.double({ min: -1000, max: 1000, noNaN: true }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1, 2, 3, 1e-320, 2.3e-308, 1.7e308),
);
const values = fc.array(value, { minLength: 1, maxLength: 60 });
const parts = fc.array(fc.array(value, { maxLength: 20 }), { maxLength: 5 });
const shares = [1e-9, 0.05, 0.25, 0.5, 0.9, 0.95, 1 - 1e-9];

function histogramOf(list: readonly number[]): Histogram {
  const histogram = new Histogram();
  histogram.addAll(Float64Array.from(list));
  return histogram;
}

describe('a histogram', () => {
  test('gives every quantile to 0.05 % of the exact one, whatever the values', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(...shares), (list, p) => {
        const exact = orderStatistic(Float64Array.from(list).sort(), p);
        const found = histogramOf(list).quantile(p);
        // what is smaller than the smallest normal double counts as 0
        const error = Math.abs(exact) < 2.2250738585072014e-308 ? found : found - exact;
        expect(Math.abs(error)).toBeLessThanOrEqual(Math.abs(exact) / 2048);
      }),
      { seed: 1 },
    );
  });

  test('has the same bits in any order and however it is split and merged', () => {
    fc.assert(
      fc.property(parts, (lists) => {
        const whole = histogramOf(lists.flat());
        const oneByOne = new Histogram();
        for (const one of lists.flat().reverse()) oneByOne.add(one);
        const merged = new Histogram();
        for (const list of [...lists].reverse()) merged.merge(histogramOf(list));
        for (const other of [oneByOne, merged]) {
          expect(other.data()).toEqual(whole.data());
          expect(other.total).toBe(lists.flat().length);
          expect(other.quantiles(shares)).toEqual(whole.quantiles(shares));
        }
      }),
      { seed: 1 },
    );
  });

  test('is the same on the other side of a thread, and can be added to there', () => {
    fc.assert(
      fc.property(parts, fc.array(value), (lists, more) => {
        const revived = Histogram.from(structuredClone(histogramOf(lists.flat()).data()));
        for (const one of more) revived.add(one);
        expect(revived.data()).toEqual(histogramOf([...lists.flat(), ...more]).data());
      }),
      { seed: 1 },
    );
  });

  test('may take a part of a column', () => {
    const part = new Histogram();
    part.addAll(Float64Array.of(7, 1, 2, 3, 9), 1, 4);
    expect(part.data()).toEqual(histogramOf([1, 2, 3]).data());
  });

  test('says NaN where nothing was observed', () => {
    expect([new Histogram().quantile(0.5), ...new Histogram().quantiles([0.1, 0.9])]).toEqual([
      NaN,
      NaN,
      NaN,
    ]);
  });

  test.each([NaN, Infinity, -Infinity])('refuses %d by its place and stays as it was', (wrong) => {
    const histogram = histogramOf([1, 2]);
    expect(() => histogram.add(wrong)).toThrow(`a value for a histogram is ${wrong}`);
    expect(() => histogram.addAll(Float64Array.of(3, wrong))).toThrow(`values[1] is ${wrong}`);
    expect(histogram.data()).toEqual(histogramOf([1, 2]).data());
    expect(() => histogram.quantile(1)).toThrow('p is 1');
  });
});
