import { describe, expect, test } from 'vitest';
import { integrate } from '../quadrature.js';
import { deterministic } from './deterministic.js';
import { erlang } from './erlang.js';
import { exponential } from './exponential.js';
import { gamma } from './gamma-law.js';
import { balancedHyperexponential } from './hyperexponential.js';
import { type Law } from './law.js';
import { lognormal } from './lognormal.js';
import { uniform } from './uniform.js';
import { weibull } from './weibull.js';

const laws: Law[] = [
  deterministic(4),
  uniform(2, 6),
  uniform(0, 8),
  gamma(4, 0.5),
  gamma(4, 2),
  erlang(4, 3),
  exponential(4),
  balancedHyperexponential(4, 2),
  lognormal(4, 0.6),
  lognormal(4, 2),
  weibull(4, 0.5),
  weibull(4, 1.5),
];

describe.each(laws.map((law) => [`${law.family}, scv ${law.scv.toFixed(2)}`, law] as const))(
  '%s',
  (_, law) => {
    test('has the mean asked for, and moments that fit its spread', () => {
      expect(law.mean).toBeCloseTo(4, 12);
      expect(law.moment(1)).toBeCloseTo(law.mean, 12);
      expect(law.moment(2) / (law.mean * law.mean) - 1).toBeCloseTo(law.scv, 11);
    });

    test('gives the same moments and transform by integration', () => {
      for (const k of [1, 2, 3] as const) {
        expect(law.expect((x) => x ** k) / law.moment(k)).toBeCloseTo(1, 12);
      }
      for (const s of [0.1, 3]) {
        expect(law.expect((x) => Math.exp(-s * x))).toBeCloseTo(law.transform(s), 13);
      }
    });

    test('has an equilibrium law that is the integral of its survival function', () => {
      for (const t of [0.5, 1, 5, 12]) {
        const upTo = integrate((x) => law.survival(x), 0, t, law.breaks);
        expect(1 - upTo / law.mean).toBeCloseTo(law.equilibriumSurvival(t), 12);
        expect(law.cdf(t) + law.survival(t)).toBeCloseTo(1, 14);
      }
      expect([law.survival(0), law.equilibriumSurvival(0), law.transform(0)]).toEqual([
        1,
        1,
        expect.closeTo(1, 13),
      ]);
    });
  },
);

test('a law refuses what it cannot be, naming the value', () => {
  expect(() => exponential(0)).toThrow(/mean .* above 0, but is 0/);
  expect(() => gamma(4, NaN)).toThrow(/cv .* NaN/);
  expect(() => uniform(6, 2)).toThrow(/high must be above low \(6\), but is 2/);
  expect(() => balancedHyperexponential(4, 0.5)).toThrow(/cv must be at least 1, but is 0.5/);
  expect(() => erlang(4, 1.5)).toThrow(/k must be a whole number of at least 1, but is 1.5/);
  expect(() => weibull(4, 100)).toThrow(/cv must be between 0.02 and 20/);
});
