import { expect } from 'vitest';

// Seeds are fixed, so these tests never fail by chance. A statistic that passes 4 standard errors
// would be chance once in 16,000 times.
const LARGEST_Z = 4;

export function expectUsual(...values: number[]): void {
  for (const z of values) expect(Math.abs(z)).toBeLessThan(LARGEST_Z);
}

export const mean = (list: readonly number[]): number =>
  list.reduce((sum, x) => sum + x, 0) / list.length;
export const covariance = (a: readonly number[], b: readonly number[]): number => {
  const [meanA, meanB] = [mean(a), mean(b)];
  return mean(a.map((x, i) => (x - meanA) * (b[i]! - meanB)));
};
export const correlation = (a: readonly number[], b: readonly number[]): number =>
  covariance(a, b) / Math.sqrt(covariance(a, a) * covariance(b, b));

/** Mean and variance of a list against those it should have, in standard errors. */
export function momentsZ(list: readonly number[], expected: number, variance: number): number[] {
  const middle = mean(list);
  const spread = covariance(list, list);
  const fourth = mean(list.map((x) => (x - middle) ** 4));
  return [
    (middle - expected) / Math.sqrt(spread / list.length),
    (spread - variance) / Math.sqrt((fourth - spread * spread) / list.length),
  ];
}

/** Chi-square of counts as a standard normal value (Wilson and Hilferty). */
export function chiSquareZ(counts: readonly number[], expected: readonly number[]): number {
  const chi = counts.reduce((sum, n, i) => sum + (n - expected[i]!) ** 2 / expected[i]!, 0);
  const freedom = counts.length - 1;
  const spread = 2 / (9 * freedom);
  return (Math.cbrt(chi / freedom) - (1 - spread)) / Math.sqrt(spread);
}

/** Largest distance of a sample from a distribution, times √n: 2.2 is passed once in 8,000 times (Kolmogorov). */
export function distance(sample: readonly number[], below: (x: number) => number): number {
  const sorted = sample.toSorted((a, b) => a - b);
  const n = sorted.length;
  const largest = sorted.reduce((most, x, i) => {
    const share = below(x);
    return Math.max(most, (i + 1) / n - share, share - i / n);
  }, 0);
  return largest * Math.sqrt(n);
}
