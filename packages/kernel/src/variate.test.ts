import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  childKey,
  draw,
  erlang,
  exponential,
  fixed,
  gamma,
  hyperexponential,
  lognormal,
  measured,
  quantile,
  seedKey,
  uniformBetween,
  type Variate,
  weibull,
} from '@hallsim/kernel';

const spreads: Record<string, { at: (mean: number) => Variate; cv: number }> = {
  exponential: { at: (mean) => exponential(mean), cv: 1 },
  'lognormal cv 0.6': { at: (mean) => lognormal(mean, 0.6), cv: 0.6 },
  'gamma cv 0.5': { at: (mean) => gamma(mean, 0.5), cv: 0.5 },
  'gamma cv 1.5': { at: (mean) => gamma(mean, 1.5), cv: 1.5 },
  'erlang k 3': { at: (mean) => erlang(mean, 3), cv: Math.sqrt(1 / 3) },
  'hyperexponential cv 2': { at: (mean) => hyperexponential(mean, 2), cv: 2 },
  'weibull cv 0.5': { at: (mean) => weibull(mean, 0.5), cv: 0.5 },
  'uniform 0.5 to 1.5 of the mean': {
    at: (mean) => uniformBetween(0.5 * mean, 1.5 * mean),
    cv: 1 / Math.sqrt(12),
  },
  'measured 1, 2, 6': {
    at: (mean) => measured([mean / 3, (2 * mean) / 3, 2 * mean]),
    cv: Math.sqrt(14 / 27),
  },
};

const uniforms = fc.integer({ min: 0, max: 2 ** 52 - 1 }).map((k) => (2 * k + 1) * 2 ** -53);

describe.each(Object.entries(spreads))('%s', (_name, { at, cv }) => {
  test('has the mean and the cv it was asked for (60,000 draws, 4.5 standard errors)', () => {
    const spread = at(6);
    const root = seedKey('variates');
    const n = 60_000;
    const values = Float64Array.from({ length: n }, (_, i) => {
      const key = childKey(root, i);
      return quantile(spread, draw(key.low, key.high, 5));
    });
    const mean = values.reduce((sum, x) => sum + x, 0) / n;
    const moment = (order: number) => values.reduce((sum, x) => sum + (x - mean) ** order, 0) / n;
    const variance = moment(2);
    expect(spread.mean).toBe(6);
    expect(Math.abs(mean - 6)).toBeLessThan(4.5 * Math.sqrt((6 * cv) ** 2 / n));
    expect(Math.abs(variance - (6 * cv) ** 2)).toBeLessThan(
      4.5 * Math.sqrt((moment(4) - variance ** 2) / n),
    );
  });

  test('a larger uniform never gives a smaller value, and no value is negative or infinite', () => {
    const spread = at(6);
    fc.assert(
      fc.property(uniforms, uniforms, (u, v) => {
        const low = quantile(spread, Math.min(u, v));
        const high = quantile(spread, Math.max(u, v));
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeGreaterThanOrEqual(low);
        expect(high).toBeLessThan(Infinity);
      }),
      { seed: 1 },
    );
  });

  test('a mean twice as large stretches the same customer to exactly twice the time', () => {
    fc.assert(
      fc.property(uniforms, (u) => {
        expect(quantile(at(12), u)).toBe(2 * quantile(at(6), u));
      }),
      { seed: 1 },
    );
  });
});

test('a fixed spread is the same for everybody', () => {
  expect(quantile(fixed(3), 0.01)).toBe(3);
  expect(quantile(fixed(3), 0.99)).toBe(3);
});

test('the hyperexponential quantile inverts its own distribution', () => {
  const { a: p, b: fast, c: slow } = hyperexponential(1, 3);
  fc.assert(
    fc.property(uniforms, (u) => {
      const x = quantile(hyperexponential(1, 3), u);
      const tail = p * Math.exp(-fast * x) + (1 - p) * Math.exp(-slow * x);
      expect(Math.abs(tail - (1 - u))).toBeLessThan(1e-14);
    }),
    { seed: 1 },
  );
});

test('a spread that cannot be is refused with its value', () => {
  expect(() => exponential(-1)).toThrow('-1');
  expect(() => lognormal(4, 0)).toThrow('not 0');
  expect(() => erlang(4, 1.5)).toThrow('1.5');
  expect(() => hyperexponential(4, 0.5)).toThrow('0.5');
  expect(() => uniformBetween(5, 2)).toThrow('5 to 2');
  expect(() => measured([])).toThrow('empty list');
  expect(() => measured([1, Number.NaN])).toThrow('NaN');
});
