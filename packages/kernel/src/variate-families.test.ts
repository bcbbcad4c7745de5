import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beta,
  betaShapes,
  cdf,
  coxian,
  discrete,
  draw,
  erlang,
  exponential,
  fixed,
  gamma,
  hyperexponential,
  hyperexponentialBranches,
  lognormal,
  measured,
  mixture,
  normal,
  phaseType,
  quantile,
  seedKey,
  shifted,
  smoothed,
  triangular,
  truncatedNormal,
  uniformBetween,
  type Variate,
  variance,
  weibull,
  weibullShape,
} from '@hallsim/kernel';

/** Laws with a density, in a unit that can be stretched. */
const smooth: Record<string, (unit: number) => Variate> = {
  exponential: (m) => exponential(3 * m),
  uniform: (m) => uniformBetween(m, 4 * m),
  triangular: (m) => triangular(m, 2 * m, 7 * m),
  'triangular with its peak at an end': (m) => triangular(0, 0, 3 * m),
  normal: (m) => normal(5 * m, 2 * m),
  'normal around 0': (m) => normal(0, 2 * m),
  'normal cut at 0': (m) => truncatedNormal(2 * m, 3 * m),
  'normal cut on both sides': (m) => truncatedNormal(5 * m, 2 * m, 4 * m, 9 * m),
  'the tail of a normal': (m) => truncatedNormal(0, m, 4 * m, 6 * m),
  'a thin slice of a normal': (m) => truncatedNormal(0, m, 2 * m, 2.05 * m),
  lognormal: (m) => lognormal(4 * m, 0.8),
  gamma: (m) => gamma(6 * m, 0.5),
  erlang: (m) => erlang(5 * m, 2),
  weibull: (m) => weibull(7 * m, 0.5),
  'weibull by its shape': (m) => weibullShape(2, 18 * m),
  beta: (m) => beta(3 * m, 0.3, m, 6 * m),
  'beta by shapes': (m) => betaShapes(0.4, 1.7, 0, 8 * m),
  hyperexponential: (m) => hyperexponential(5 * m, 2),
  'two branches': (m) =>
    hyperexponentialBranches([
      [0.8, 3 * m],
      [0.2, 13 * m],
    ]),
  'three branches': (m) =>
    hyperexponentialBranches([
      [0.7, m],
      [0.2, 5 * m],
      [0.1, 20 * m],
    ]),
  coxian: (m) => coxian([2 * m, 5 * m, m], [0.6, 0.3]),
  'phase-type': (m) =>
    phaseType(
      [0.5, 0.5, 0],
      [
        [-2 / m, 1 / m, 0.5 / m],
        [0.2 / m, -1 / m, 0.3 / m],
        [0.1 / m, 0, -0.4 / m],
      ],
    ),
  smoothed: (m) => smoothed([5 * m, 1 * m, 2 * m, 9 * m, 2.5 * m]),
  mixture: (m) =>
    mixture([
      [0.6, lognormal(4 * m, 0.5)],
      [0.4, gamma(12 * m, 0.4)],
    ]),
  shifted: (m) => shifted(exponential(2 * m), 1.5 * m),
};

/** Laws with jumps: P(X = x) > 0. */
const jumping: Record<string, (unit: number) => Variate> = {
  fixed: (m) => fixed(3 * m),
  measured: (m) => measured([m, 2 * m, 2 * m, 6 * m]),
  discrete: (m) =>
    discrete([
      [3 * m, 0.2],
      [-m, 0.5],
      [2 * m, 0.3],
    ]),
  'a mixture with a fixed part': (m) =>
    mixture([
      [0.3, fixed(3.3 * m)],
      [0.7, exponential(4 * m)],
    ]),
  'a mixture of fixed parts': (m) =>
    mixture([
      [0.3, fixed(3.3 * m)],
      [0.7, fixed(0.1 * m)],
    ]),
  'phase-type that ends at once': (m) => phaseType([0.6], [[-1 / m]]),
};

const all = Object.entries({ ...smooth, ...jumping });
const uniforms = fc.integer({ min: 0, max: 2 ** 52 - 1 }).map((k) => (2 * k + 1) * 2 ** -53);
const { low, high } = seedKey('families');

describe.each(all)('%s', (_name, at) => {
  const spread = at(1);

  test('40,000 draws have its mean and its variance (4.5 standard errors)', () => {
    const n = 40_000;
    const values = Float64Array.from({ length: n }, (_, i) => quantile(spread, draw(low, high, i)));
    const mean = values.reduce((sum, x) => sum + x, 0) / n;
    const moment = (k: number) => values.reduce((sum, x) => sum + (x - spread.mean) ** k, 0) / n;
    const rounding = 1e-9;
    expect(Math.abs(mean - spread.mean)).toBeLessThan(
      4.5 * Math.sqrt(variance(spread) / n) + rounding,
    );
    const error = Math.sqrt(Math.max(0, moment(4) - moment(2) ** 2) / n);
    expect(Math.abs(moment(2) - variance(spread))).toBeLessThan(4.5 * error + rounding);
  });

  test('its quantile has its mean and variance (by integration over u)', () => {
    // evenly in u but for the ends, where each decade down to 1e-15 is cut alike
    let total = 0;
    let first = 0;
    let second = 0;
    const add = (u: number, weight: number) => {
      const x = quantile(spread, u) - spread.mean;
      total += weight;
      first += weight * x;
      second += weight * x * x;
    };
    for (let i = 0; i < 4_000; i++) add(0.01 + (0.98 * (i + 0.5)) / 4_000, 0.98 / 4_000);
    const cuts = 600;
    const ratio = 1e-13 ** (1 / cuts);
    for (let i = 0, to = 0.01; i < cuts; i++, to *= ratio) {
      const middle = (to * (1 + ratio)) / 2;
      add(middle, to * (1 - ratio));
      add(1 - middle, to * (1 - ratio));
    }
    const sd = Math.sqrt(variance(spread));
    expect(total).toBeCloseTo(1, 12);
    expect(Math.abs(first)).toBeLessThan(1e-3 * (sd + 1e-9));
    expect(Math.abs(second - sd * sd)).toBeLessThan(2e-3 * sd * sd + 1e-9);
  });

  test('the shares of its draws are those of its distribution function (Kolmogorov-Smirnov)', () => {
    const n = 20_000;
    const values = Float64Array.from({ length: n }, (_, i) =>
      quantile(spread, draw(low, high, 1e6 + i)),
    ).sort();
    let distance = 0;
    for (let i = 0; i < n; i++) {
      const x = values[i]!;
      if (x !== values[i + 1])
        distance = Math.max(distance, Math.abs((i + 1) / n - cdf(spread, x)));
    }
    // 1.95 / √n is exceeded once in a thousand
    expect(distance).toBeLessThan(1.95 / Math.sqrt(n));
  });

  test('a larger uniform never gives a smaller value, and every value is finite', () => {
    fc.assert(
      fc.property(uniforms, uniforms, fc.boolean(), (u, v, near) => {
        const other = near ? Math.min(u + 2 ** -52, 1 - 2 ** -53) : v;
        const less = quantile(spread, Math.min(u, other));
        const more = quantile(spread, Math.max(u, other));
        expect(Number.isFinite(less) && Number.isFinite(more)).toBe(true);
        // uniforms next to each other may meet in the last bits where a quantile is a formula
        const together = Math.abs(u - other) < 1e-9;
        expect(more - less).toBeGreaterThanOrEqual(together ? -1e-13 * Math.abs(more) : 0);
      }),
      { seed: 1 },
    );
  });

  test('a unit twice as long gives values twice as large', () => {
    const double = at(2);
    expect(double.mean).toBeCloseTo(2 * spread.mean, 12);
    expect(variance(double)).toBeCloseTo(4 * variance(spread), 10);
    fc.assert(
      fc.property(uniforms, (u) => {
        const x = quantile(spread, u);
        expect(Math.abs(quantile(double, u) - 2 * x)).toBeLessThan(1e-12 * (1 + Math.abs(x)));
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  test('its distribution function rises from 0 to 1', () => {
    expect(cdf(spread, -1e9)).toBe(0);
    expect(cdf(spread, 1e9)).toBeCloseTo(1, 12);
    expect(cdf(spread, -Infinity)).toBe(0);
    expect(cdf(spread, Infinity)).toBe(1);
    expect(cdf(spread, Number.NaN)).toBeNaN();
    const sd = Math.sqrt(variance(spread)) + 1e-3;
    let before = 0;
    for (let z = -8; z <= 12; z += 0.05) {
      const share = cdf(spread, spread.mean + z * sd);
      expect(share).toBeGreaterThanOrEqual(before - 1e-15);
      before = share;
    }
  });
});

describe.each(Object.entries(smooth))('%s', (_name, at) => {
  test('a share u lies below its quantile at u', () => {
    const spread = at(1);
    fc.assert(
      fc.property(uniforms, (u) => {
        expect(Math.abs(cdf(spread, quantile(spread, u)) - u)).toBeLessThan(5e-14);
      }),
      { seed: 1 },
    );
    for (const u of [2 ** -53, 1e-9, 1e-4, 0.5, 1 - 1e-4, 1 - 2 ** -53]) {
      expect(Math.abs(cdf(spread, quantile(spread, u)) - u)).toBeLessThan(5e-14);
    }
  });
});

describe.each(Object.entries(jumping))('%s', (_name, at) => {
  test('its quantile at u is the smallest value that a share u does not exceed', () => {
    const spread = at(1);
    fc.assert(
      fc.property(uniforms, (u) => {
        const x = quantile(spread, u);
        expect(cdf(spread, x)).toBeGreaterThanOrEqual(u - 1e-15);
        const below = x - 1e-7 * Math.max(1, Math.abs(x));
        expect(cdf(spread, below)).toBeLessThan(u + 1e-15);
      }),
      { seed: 1 },
    );
  });
});

test('a mixture meets the values of its fixed parts exactly', () => {
  const spread = mixture([
    [0.3, fixed(3.3)],
    [0.7, exponential(4)],
  ]);
  const before = 0.7 * (1 - Math.exp(-3.3 / 4));
  expect(quantile(spread, before + 0.01)).toBe(3.3);
  expect(quantile(spread, before + 0.29)).toBe(3.3);
  expect(quantile(spread, before - 0.01)).toBeLessThan(3.3);
});

test('a gamma with whole shape, a Coxian and a phase-type of the same phases are one law', () => {
  const laws = [
    erlang(6, 3),
    coxian([2, 2, 2], [1, 1]),
    phaseType(
      [1, 0, 0],
      [
        [-0.5, 0.5, 0],
        [0, -0.5, 0.5],
        [0, 0, -0.5],
      ],
    ),
  ];
  for (const u of [1e-6, 0.01, 0.3, 0.5, 0.9, 0.9999, 1 - 1e-12]) {
    const [gammaValue, ...others] = laws.map((law) => quantile(law, u));
    for (const value of others) expect(Math.abs(value / gammaValue! - 1)).toBeLessThan(1e-7);
  }
  for (const x of [0.01, 1, 6, 20]) {
    expect(cdf(laws[1]!, x)).toBeCloseTo(cdf(laws[0]!, x), 13);
  }
});

test('phases may be a million times shorter than others', () => {
  const spread = hyperexponentialBranches([
    [0.5, 1e-3],
    [0.3, 1],
    [0.2, 1e3],
  ]);
  const exact = (x: number) =>
    0.5 * Math.exp(-x / 1e-3) + 0.3 * Math.exp(-x) + 0.2 * Math.exp(-x / 1e3);
  for (const x of [1e-4, 1e-3, 0.1, 1, 30, 1e3, 1e4]) {
    expect(1 - cdf(spread, x)).toBeCloseTo(exact(x), 9);
  }
  expect(spread.mean).toBeCloseTo(200.3005, 9);
});

test('a truncated normal far out keeps its digits', () => {
  const spread = truncatedNormal(0, 1, 10, Infinity);
  // mean of the tail beyond 10: 10 + 1/10 - 2/1000 + 10/100000 - …
  expect(spread.mean).toBeCloseTo(10.09809, 4);
  expect(variance(spread)).toBeCloseTo(0.009445, 5);
  expect(quantile(spread, 0.5)).toBeCloseTo(10.0689, 3);
});

describe('a spread that cannot be is refused with its value', () => {
  const refused: Record<string, [() => Variate, string]> = {
    'triangular out of order': [() => triangular(1, 5, 4), '1, 5, 4'],
    'triangular with NaN': [() => triangular(1, Number.NaN, 4), 'NaN'],
    'normal without a spread': [() => normal(-1, 0), 'not 0'],
    'normal around nothing': [() => normal(Number.NaN, 1), 'not NaN'],
    'truncated normal the wrong way round': [() => truncatedNormal(1, 1, 3, 2), '3 to 2'],
    'truncated normal where there is none': [() => truncatedNormal(0, 1, 50), '50 to Infinity'],
    'weibull without a shape': [() => weibullShape(0, 1), 'not 0'],
    'beta with a mean outside': [() => beta(7, 0.1, 0, 5), 'not 7'],
    'beta too wide': [() => beta(0.5, 1.5), 'below 1, not 1.5'],
    'beta with a negative shape': [() => betaShapes(-1, 2), 'not -1'],
    'branches that miss a share': [() => hyperexponentialBranches([[0.5, 2]]), 'not 0.5'],
    'a branch without a mean': [
      () =>
        hyperexponentialBranches([
          [0.5, 2],
          [0.5, 0],
        ]),
      'not 0',
    ],
    'coxian with too many probabilities': [() => coxian([1, 2], [0.5, 0.5]), '2 for 2'],
    'coxian with a probability above 1': [() => coxian([1, 2], [1.5]), 'not 1.5'],
    'phases that never end': [() => phaseType([1], [[0]]), 'not 0 at 0, 0'],
    'phases that go round for ever': [
      () =>
        phaseType(
          [1, 0],
          [
            [-1, 1],
            [1, -1],
          ],
        ),
      'endless phase 1',
    ],
    'phases of another number': [() => phaseType([1], []), 'generator of 1 rows'],
    'phases entered twice': [() => phaseType([1.5], [[-1]]), 'not 1.5'],
    'nothing measured': [() => smoothed([]), 'empty list'],
    'a negative measurement': [() => smoothed([1, -2]), 'not -2'],
    'discrete shares beyond 1': [() => discrete([[1, 1.1]]), 'not 1.1'],
    'a negative share': [
      () =>
        discrete([
          [1, 1.2],
          [2, -0.2],
        ]),
      'not -0.2',
    ],
    'a discrete value without a number': [() => discrete([[Number.NaN, 1]]), 'not NaN'],
    'no values at all': [() => discrete([]), 'not 0'],
    'an empty mixture': [() => mixture([]), 'not 0'],
    'a shift by infinity': [() => shifted(fixed(1), Infinity), 'not Infinity'],
  };
  test.each(Object.entries(refused))('%s', (_name, [make, part]) => {
    expect(make).toThrow(RangeError);
    expect(make).toThrow(part);
  });
});
