import { describe, expect, test } from 'vitest';
import fixture from '../fixtures/distributions.json' with { type: 'json' };
import { normalCdf, normalQuantile } from './index.js';

type Rows = readonly (readonly number[])[];

/** Every row's last number must be met within a relative error. */
function expectWithin(relative: number, rows: Rows, f: (...args: number[]) => number): void {
  for (const row of rows) {
    const value = row.at(-1) as number;
    const args = row.slice(0, -1);
    const got = f(...args);
    expect(Math.abs(got - value) / Math.abs(value), `at ${args}: ${got} for ${value}`).toBeLessThan(
      relative,
    );
  }
}

describe('normal distribution', () => {
  test('the quantile is right to a relative 1e-15', () => {
    expectWithin(1e-15, fixture.normalQuantile, (p) => normalQuantile(p as number));
  });

  test('the quantile of an upper tail given by itself mirrors the lower tail', () => {
    for (const [p] of fixture.normalQuantile as [number, number][]) {
      expect(normalQuantile(1 - p, p)).toBe(-normalQuantile(p, 1 - p));
    }
    expect(normalQuantile(1, 1e-30)).toBeCloseTo(11.464024688443617, 13);
  });

  test('the quantile at 0, 1/2 and 1 is -Infinity, 0 and Infinity, outside NaN', () => {
    expect([0, 0.5, 1, -0.1, 1.1, NaN].map((p) => normalQuantile(p))).toEqual([
      -Infinity,
      0,
      Infinity,
      NaN,
      NaN,
      NaN,
    ]);
  });

  test('the distribution function is right to a relative 1e-14, far tails included', () => {
    expectWithin(1e-14, fixture.normalCdf, (x) => normalCdf(x as number));
    expect([-Infinity, -50, 0, 50, Infinity, NaN].map(normalCdf)).toEqual([0, 0, 0.5, 1, 1, NaN]);
  });
});
