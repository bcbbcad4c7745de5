import { describe, expect, test } from 'vitest';
import fixture from '../fixtures/distributions.json' with { type: 'json' };
import { bitsHash, Lcg } from '../fixtures/helpers.js';
import {
  gammaQuantile,
  log,
  logGamma,
  normalCdf,
  normalQuantile,
  regularizedBeta,
  regularizedGammaP,
  regularizedGammaQ,
  studentTQuantile,
} from './index.js';

type Rows = readonly (readonly number[])[];

/** Every row's last number must be met within a relative error. */
function expectWithin(relative: number, rows: Rows, f: (...args: number[]) => number): void {
  for (const row of rows) {
    const value = row.at(-1) as number;
    const args = row.slice(0, -1);
    const got = f(...args);
    expect(
      Math.abs(got - value) / Math.abs(value),
      `at ${args.join()}: ${got} for ${value}`,
    ).toBeLessThan(relative);
  }
}

describe('normal distribution', () => {
  test('the quantile is right to a relative 1e-15', () => {
    expectWithin(1e-15, fixture.normalQuantile, (p) => normalQuantile(p));
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
    expectWithin(1e-14, fixture.normalCdf, (x) => normalCdf(x));
    expect([-Infinity, -50, 0, 50, Infinity, NaN].map(normalCdf)).toEqual([0, 0, 0.5, 1, 1, NaN]);
  });
});

describe('gamma', () => {
  test('logGamma is right to a relative 1e-14, beside its zeros too', () => {
    expectWithin(1e-14, fixture.logGamma, (x) => logGamma(x));
    expect([0, 1, 2, Infinity, -1, NaN].map(logGamma)).toEqual([
      Infinity,
      0,
      0,
      Infinity,
      NaN,
      NaN,
    ]);
  });

  test('both incomplete functions are right to a relative 1e-12, in their own tails', () => {
    const rows = fixture.gamma as [number, number, number, number][];
    expectWithin(
      1e-12,
      rows.map(([a, x, p]) => [a, x, p]),
      regularizedGammaP,
    );
    expectWithin(
      1e-12,
      rows.map(([a, x, , q]) => [a, x, q]),
      regularizedGammaQ,
    );
  });

  test('the quantile undoes the distribution function to a relative 1e-12', () => {
    const rows = fixture.gamma as [number, number, number, number][];
    // below shape 1 an error of p is magnified by 1 / shape
    for (const [a, x, p, q] of rows) {
      const tolerance = 1e-12 * Math.max(1, 1 / a);
      expect(Math.abs(gammaQuantile(p, a, q) / x - 1), `shape ${a} at ${x}`).toBeLessThan(
        tolerance,
      );
    }
  });

  test('shape 1 is the exponential distribution', () => {
    for (let p = 0.001; p < 1; p += 0.0473) {
      expect(gammaQuantile(p, 1) / -log(1 - p)).toBeCloseTo(1, 12);
      expect(regularizedGammaQ(1, -log(p)) / p).toBeCloseTo(1, 12);
    }
  });

  test('tiny and huge shapes come back too', () => {
    for (const shape of [1e-3, 0.02, 1e5, 1e6]) {
      for (const p of [1e-9, 0.01, 0.3, 0.5, 0.9, 0.999]) {
        const x = gammaQuantile(p, shape);
        if (x > 1e-300) expect(regularizedGammaP(shape, x) / p, `${shape} ${p}`).toBeCloseTo(1, 10);
        expect(x).toBeGreaterThanOrEqual(0);
      }
    }
  });

  test('the ends: 0 and 1 give 0 and Infinity, a wrong probability or shape gives NaN', () => {
    expect([gammaQuantile(0, 2), gammaQuantile(1, 2)]).toEqual([0, Infinity]);
    for (const [p, shape] of [
      [-0.1, 1],
      [1.1, 1],
      [NaN, 1],
      [0.5, 0],
      [0.5, -1],
      [0.5, NaN],
      [0.5, Infinity],
    ] as const) {
      expect(gammaQuantile(p, shape)).toBeNaN();
    }
    expect([regularizedGammaP(2, 0), regularizedGammaP(2, Infinity)]).toEqual([0, 1]);
    expect([regularizedGammaP(2, -1), regularizedGammaP(0, 1), regularizedGammaP(1, NaN)]).toEqual([
      NaN,
      NaN,
      NaN,
    ]);
  });
});

describe('beta and Student t', () => {
  test('the incomplete beta function is right to a relative 1e-12', () => {
    expectWithin(1e-12, fixture.beta, regularizedBeta);
    expect([
      regularizedBeta(0, 2, 3),
      regularizedBeta(1, 2, 3),
      regularizedBeta(1.1, 2, 3),
      regularizedBeta(0.5, 0, 3),
    ]).toEqual([0, 1, NaN, NaN]);
  });

  test('the quantile of t is right to a relative 1e-12, in the middle and far out', () => {
    expectWithin(1e-12, fixture.studentT, studentTQuantile);
  });

  test('the quantile of t is odd around 1/2 and becomes normal', () => {
    expect(studentTQuantile(0.25, 5)).toBe(-studentTQuantile(0.75, 5));
    expect(studentTQuantile(0.5, 5)).toBe(0);
    expect(studentTQuantile(0.975, Infinity)).toBe(normalQuantile(0.975));
    expect(studentTQuantile(0.975, 1e12)).toBeCloseTo(normalQuantile(0.975), 11);
    expect([0, 1, -1, NaN].map((p) => studentTQuantile(p, 5))).toEqual([
      -Infinity,
      Infinity,
      NaN,
      NaN,
    ]);
    expect(studentTQuantile(0.9, 0)).toBeNaN();
  });
});

test('every bit of the distributions stays as it was', () => {
  const random = new Lcg(2);
  const outputs = new Float64Array(50_000);
  for (let i = 0; i < outputs.length; i += 5) {
    const u = random.next();
    const a = random.next() * 20;
    outputs[i] = normalQuantile(u);
    outputs[i + 1] = normalCdf(a - 10);
    outputs[i + 2] = gammaQuantile(u, a);
    outputs[i + 3] = logGamma(a);
    outputs[i + 4] = studentTQuantile(u, a + 1);
  }
  expect(bitsHash(outputs)).toMatchInlineSnapshot(`"f6c3eae6"`);
});
