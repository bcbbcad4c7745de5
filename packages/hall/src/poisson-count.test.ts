import fc from 'fast-check';
import { expect, test } from 'vitest';
import { poissonCount, STRIP } from './poisson-count.js';

/** Largest uniform there is. */
const LARGEST = 1 - 2 ** -53;

/** Least uniform, to the last bit, for which there are more than `n` points. */
function boundary(n: number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (poissonCount(middle) > n) high = middle;
    else low = middle;
  }
  return high;
}

test('a cell holds a Poisson number of points, mean 8: P(N <= n) to 1e-15 for every n', () => {
  let term = Math.exp(-STRIP);
  let below = 0;
  for (let n = 0; n < 40; n++) {
    below += term;
    expect(Math.abs(boundary(n) - below)).toBeLessThan(1e-15);
    term *= STRIP / (n + 1);
  }
});

test('a larger uniform never brings fewer points, and no uniform falls off the table', () => {
  expect(poissonCount(2 ** -54)).toBe(0);
  expect(poissonCount(LARGEST)).toBeLessThan(45);
  const uniforms = fc.double({ min: 2 ** -54, max: LARGEST, noNaN: true });
  fc.assert(
    fc.property(uniforms, uniforms, (a, b) => {
      expect(poissonCount(Math.min(a, b))).toBeLessThanOrEqual(poissonCount(Math.max(a, b)));
    }),
    { seed: 1 },
  );
});
