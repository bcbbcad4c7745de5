import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cos, exp, expm1, log, log1p, sin } from './elementary.js';
import { gammaP, gammaQ, logGamma, poissonAtLeast, poissonProbability } from './gamma.js';
import { normalCdf, normalQuantile } from './normal.js';
import { integrate } from './quadrature.js';

// Reference values with 17 digits from mpmath 1.3 at 60 digits.

const close = (got: number, want: number, relative: number): void =>
  expect(Math.abs(got - want), `${got} for ${want}`).toBeLessThanOrEqual(relative * Math.abs(want));

const reals = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('the elementary functions', () => {
  test('are within two units in the last place of those of the machine', () => {
    fc.assert(
      fc.property(reals(-700, 700), reals(1e-300, 1e300), reals(-0.3, 0.3), (x, y, z) => {
        close(exp(x), Math.exp(x), 5e-16);
        close(log(y), Math.log(y), 5e-16);
        close(log1p(z), Math.log1p(z), 6e-16);
        close(expm1(z), Math.expm1(z), 8e-16);
        expect(Math.abs(sin(x) - Math.sin(x))).toBeLessThan(1e-15);
        expect(Math.abs(cos(x) - Math.cos(x))).toBeLessThan(1e-15);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  test('go to their limits', () => {
    expect([exp(-1e9), exp(1e9), log(0), log(Infinity), exp(-745)]).toEqual([
      0,
      Infinity,
      -Infinity,
      Infinity,
      5e-324,
    ]);
    expect([exp(NaN), log(-1)]).toEqual([NaN, NaN]);
  });
});

test.each([
  [0.5, 0.57236494292470009],
  [0.001, 6.9071788853838537],
  [3.7, 1.4280723266653879],
  [170.3, 702.97738545132818],
])('log Γ(%d)', (x, value) => close(logGamma(x), value, 1e-14));

test.each([
  [2.5, 1, 0.84914503608460964],
  [1e5, 100500, 0.057103269976028711],
  [0.1, 3, 0.0015652717471143538],
  [50, 20, 0.99999998754107392],
])('the incomplete gamma function Q(%d, %d)', (a, x, value) => {
  close(gammaQ(a, x), value, 3e-13);
  close(gammaP(a, x), 1 - value, value > 0.999 ? 1e-8 : 3e-13);
});

test('P and Q of the incomplete gamma function add up to 1, and Poisson tails are their sums', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), reals(0.1, 300), (k, mean) => {
      close(gammaP(k, mean) + gammaQ(k, mean), 1, 1e-14);
      const difference = poissonAtLeast(k, mean) - poissonAtLeast(k + 1, mean);
      expect(Math.abs(difference - poissonProbability(k, mean))).toBeLessThan(1e-14);
    }),
    { seed: 2 },
  );
});

test.each([
  [-20, 2.7536241186062337e-89],
  [-3, 0.0013498980316300945],
  [-1.5, 0.066807201268858066],
  [0.3, 0.61791142218895263],
  [2.5, 0.99379033467422386],
])('Φ(%d)', (x, value) => close(normalCdf(x), value, 2e-14));

test.each([
  [1e-20, -9.2623400897984076],
  [0.01, -2.3263478740408411],
  [0.975, 1.9599639845400542],
])('the normal quantile of %d', (p, value) => close(normalQuantile(p), value, 1e-14));

test('quadrature finds the integral of a function with a corner, and of one with a steep end', () => {
  close(
    integrate((x) => Math.abs(x - 0.3), 0, 1, [0.3]),
    0.29,
    1e-15,
  );
  close(integrate(Math.sqrt, 0, 1), 2 / 3, 1e-13);
});
