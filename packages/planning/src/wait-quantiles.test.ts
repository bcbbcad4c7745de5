import { log, ratio } from '@hallsim/stats';
import { describe, expect, test } from 'vitest';
import { WaitQuantiles } from './wait-quantiles.js';

/** Numbers between 0 and 1 that look random: multiples of the golden ratio without their whole part. */
function* fractions(): Generator<number, never> {
  for (let i = 1; ; i++) yield (i * 0.6180339887498949) % 1;
}

/** Exponential waits of some replications, each around a mean of its own; every third is 0. */
function replications(count: number, size: number): Float64Array[] {
  const random = fractions();
  return Array.from({ length: count }, (_, r) => {
    const mean = 4 + ((r * 7) % 5);
    return Float64Array.from({ length: size }, (__, i) =>
      i % 3 === 0 ? 0 : -mean * log(1 - random.next().value),
    );
  });
}

function pooled(parts: readonly Float64Array[], most: number): WaitQuantiles {
  const waits = new WaitQuantiles(parts.length, most);
  for (const part of parts) waits.add(part, part.length);
  return waits;
}

const PARTS = replications(20, 500);

/** Interval of the share of waits that are at most x. */
const shareUpTo = (x: number) =>
  ratio(
    Float64Array.from(PARTS, (part) => part.filter((wait) => wait <= x).length),
    Float64Array.from(PARTS, ({ length }) => length),
    0.95,
    'share',
  );

describe('the interval of a quantile', () => {
  test.each([0.4, 0.5, 0.9, 0.95])('holds the times whose share may be %d', (p) => {
    const [found] = pooled(PARTS, 10_000).estimates([p], 0.95);
    const { value, low, high } = found!;
    const sorted = PARTS.flatMap((part) => [...part]).sort((a, b) => a - b);
    expect(value).toBe(sorted[Math.floor(p * sorted.length)]);
    const mayBe = (x: number) => shareUpTo(x).high! >= p && shareUpTo(x).low! <= p;
    const before = (x: number) => sorted[sorted.indexOf(x) - 1]!;
    const after = (x: number) => sorted[sorted.lastIndexOf(x) + 1]!;
    expect(mayBe(value!)).toBe(true);
    expect([before(low!), low!].map(mayBe)).toEqual([false, true]);
    // up to the first wait that is certainly long enough
    expect([before(high!), high!, after(high!)].map(mayBe)).toEqual([true, false, false]);
  });

  test('is a point where that many customers do not wait', () => {
    const [found] = pooled(PARTS, 10_000).estimates([0.2], 0.95);
    expect(found).toEqual({ value: 0, low: 0, high: 0 });
  });

  test('is a point where all wait as long', () => {
    const same = PARTS.map(({ length }) => new Float64Array(length).fill(3));
    expect(pooled(same, 10_000).estimates([0.5, 0.95], 0.95)).toEqual([
      { value: 3, low: 3, high: 3 },
      { value: 3, low: 3, high: 3 },
    ]);
  });

  test('is the same from a histogram, to its 0.1 %', () => {
    const ps = [0.5, 0.9, 0.95];
    const kept = pooled(PARTS, 10_000).estimates(ps, 0.95);
    const counted = pooled(PARTS, 1_000_000).estimates(ps, 0.95);
    kept.forEach(({ value, low, high }, i) => {
      expect(counted[i]!.value! / value!).toBeCloseTo(1, 3);
      expect(counted[i]!.low! / low!).toBeCloseTo(1, 2);
      expect(counted[i]!.high! / high!).toBeCloseTo(1, 2);
    });
  });

  test('is missing where only the longest wait is certainly long enough', () => {
    const [few] = pooled(replications(3, 40), 10_000).estimates([0.95], 0.95);
    expect(few).toMatchObject({ low: null, high: null, reason: 'few-values' });
    expect(few!.value).toBeGreaterThan(0);
  });
});
