import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Lcg } from '../fixtures/helpers.js';
import {
  EXACT_LIMIT,
  Histogram,
  orderStatistic,
  quantileChanges,
  quantiles,
  selectOrderStatistic,
  studentTQuantile,
} from './index.js';

interface Days {
  readonly values: Float64Array;
  readonly dayStarts: Int32Array;
}

const byDay = (days: readonly (readonly number[])[]): Days => ({
  values: Float64Array.from(days.flat()),
  dayStarts: Int32Array.from([
    0,
    ...days.map(
      (
        (n) => (day: readonly number[]) =>
          (n += day.length)
      )(0),
    ),
  ]),
});
const sorted = (values: readonly number[]): Float64Array => Float64Array.from(values).sort();
const naive = (values: readonly number[], p: number): number => orderStatistic(sorted(values), p);

const wait = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 20 }),
  fc.double({ min: 0, max: 90, noNaN: true }),
);
const someDays = fc.array(fc.array(wait, { maxLength: 30 }), { minLength: 1, maxLength: 12 });
const ps = [0.5, 0.9, 0.95];

/** Waits with a factor of their own for each day, a third of them 0. */
function waits(random: Lcg, days: number, perDay: number): number[][] {
  return Array.from({ length: days }, () => {
    const busy = 0.5 + random.next();
    return Array.from({ length: perDay }, () => Math.max(0, busy * (random.next() * 15 - 5)));
  });
}

test('an order statistic may be selected without sorting', () => {
  const values = fc.array(wait, { minLength: 1, maxLength: 2000, size: 'max' });
  fc.assert(
    fc.property(values, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (list, p) => {
      expect(selectOrderStatistic(Float64Array.from(list), p) + 0).toBe(naive(list, p) + 0);
    }),
    { numRuns: 50 },
  );
});

describe('quantiles of all days', () => {
  test('are order statistic floor(p n) counted from 0', () => {
    fc.assert(
      fc.property(someDays, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (days, p) => {
        const { values, dayStarts } = byDay(days);
        fc.pre(values.length > 0);
        const expected = Array.from(values).sort((a, b) => a - b)[
          Math.min(values.length - 1, Math.floor(p * values.length))
        ] as number;
        const { estimates, method } = quantiles(values, dayStarts, [p], 0.95);
        expect(estimates[0]?.value).toBe(expected + 0);
        expect(method).toBe('exact');
      }),
    );
  });

  test('come in the order asked for and leave the values alone', () => {
    const { values, dayStarts } = byDay(waits(new Lcg(5), 20, 300));
    const before = values.slice();
    const { estimates } = quantiles(values, dayStarts, [0.95, 0.5, 0.95], 0.9);
    const all = Array.from(values);
    expect(estimates.map((e) => e.value)).toEqual([
      naive(all, 0.95),
      naive(all, 0.5),
      naive(all, 0.95),
    ]);
    expect(values).toEqual(before);
  });

  test('have the interval of sections of whole days around the overall value', () => {
    const days = waits(new Lcg(6), 50, 40);
    const { values, dayStarts } = byDay(days);
    const all = naive(days.flat(), 0.9);
    const groups = Array.from({ length: 10 }, (_, g) =>
      naive(days.slice(g * 5, g * 5 + 5).flat(), 0.9),
    );
    const error = Math.sqrt(groups.reduce((a, q) => a + (q - all) ** 2, 0) / 9 / 10);
    const { low, high } = quantiles(values, dayStarts, [0.9], 0.95).estimates[0] as never as Record<
      string,
      number
    >;
    expect(low).toBeCloseTo(all - studentTQuantile(0.975, 9) * error, 9);
    expect(high).toBeCloseTo(all + studentTQuantile(0.975, 9) * error, 9);
  });

  test('scale with the values', () => {
    const { values, dayStarts } = byDay(waits(new Lcg(7), 30, 50));
    const one = quantiles(values, dayStarts, ps, 0.95).estimates;
    const four = quantiles(
      values.map((x) => 4 * x),
      dayStarts,
      ps,
      0.95,
    ).estimates;
    one.forEach((estimate, i) => {
      expect(four[i]?.value).toBe(4 * (estimate.value as number));
      expect(four[i]?.low).toBe(4 * (estimate.low as number));
      expect(four[i]?.high).toBe(4 * (estimate.high as number));
    });
  });

  test('have no interval from nothing, one day or few values, and say so', () => {
    const reasons = (days: number[][], p = 0.5): unknown => {
      const { values, dayStarts } = byDay(days);
      return quantiles(values, dayStarts, [p], 0.95).estimates[0];
    };
    expect(reasons([])).toEqual({ value: null, low: null, high: null, reason: 'nothing-observed' });
    expect(reasons([[], []])).toEqual({
      value: null,
      low: null,
      high: null,
      reason: 'nothing-observed',
    });
    expect(reasons([[], [1, 2, 3], []])).toEqual({
      value: 2,
      low: null,
      high: null,
      reason: 'one-day',
    });
    expect(
      reasons([
        [1, 2],
        [3, 4],
      ]),
    ).toEqual({ value: 3, low: null, high: null, reason: 'few-values' });
  });

  test.each([NaN, Infinity, -Infinity])('refuse %s among however many values', (odd) => {
    for (const n of [10, EXACT_LIMIT + 1]) {
      const values = new Float64Array(n).fill(1);
      values[7] = odd;
      const days = Int32Array.of(0, 5, n);
      expect(() => quantiles(values, days, [0.5], 0.95)).toThrow(`values[7] is ${odd}`);
    }
  });

  test('stop at 0 where no value is negative, and only there', () => {
    const days = [
      [0, 0, 0, 1],
      [0, 0, 9, 9],
      [0, 5, 0, 0],
    ];
    const positive = byDay(days);
    expect(quantiles(positive.values, positive.dayStarts, [0.6], 0.99).estimates[0]?.low).toBe(0);
    const shifted = byDay(days.map((day) => day.map((x) => x - 1)));
    expect(
      quantiles(shifted.values, shifted.dayStarts, [0.6], 0.99).estimates[0]?.low,
    ).toBeLessThan(-1);
  });

  test('refuse NaN, a level outside 0 and 1 and days out of order, each by name', () => {
    const call = (values: number[], starts: number[], p = 0.5) =>
      quantiles(Float64Array.from(values), Int32Array.from(starts), [p], 0.95);
    expect(() => call([1, NaN], [0, 2])).toThrow('values[1] is NaN');
    expect(() => call([1, -Infinity], [0, 2])).toThrow('values[1] is -Infinity');
    expect(() => call([1, 2], [0, 1])).toThrow('ends at 1 but there are 2 values');
    expect(() => call([1, 2], [1, 2])).toThrow('dayStarts[0] is 1');
    expect(() => call([1, 2], [])).toThrow('dayStarts[0] is undefined');
    expect(() => call([1, 2], [0, 2, 1, 2])).toThrow('dayStarts[2] is 1');
    expect(() => call([1, 2], [0, 2], 50)).toThrow('p is 50');
    expect(() => orderStatistic(new Float64Array(0), 0.5)).toThrow('0 values');
    expect(() => selectOrderStatistic(new Float64Array(0), 0.5)).toThrow('0 values');
  });
});

describe('beyond 200,000 values', () => {
  const days = waits(new Lcg(8), 110, 2000);
  const { values, dayStarts } = byDay(days);

  test('quantiles come from a histogram, right to 0.05 %', () => {
    const { estimates, method } = quantiles(values, dayStarts, ps, 0.95);
    expect(method).toBe('histogram');
    const exact = sorted(Array.from(values));
    ps.forEach((p, i) => {
      const value = orderStatistic(exact, p);
      expect(Math.abs((estimates[i]?.value as number) / value - 1)).toBeLessThanOrEqual(1 / 2048);
    });
  });

  test('changes are those of the two values', () => {
    const shorter = waits(new Lcg(9), 110, 100);
    const b = byDay(shorter);
    const { estimates, method } = quantileChanges({ values, dayStarts }, b, ps, 0.95);
    expect(method).toBe('histogram');
    const before = quantiles(values, dayStarts, ps, 0.95).estimates;
    const after = quantiles(b.values, b.dayStarts, ps, 0.95).estimates;
    estimates.forEach((change, i) => {
      expect(change.value).toBe((after[i]?.value as number) - (before[i]?.value as number));
      expect(change.high).toBeGreaterThan(change.value as number);
    });
  });
});

describe('changes of quantiles, paired by day', () => {
  test('are the jackknife over groups of days of the difference itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom(0.3, 0.5, 0.9), (seed, p) => {
        const random = new Lcg(seed);
        const a = waits(random, 12, 1 + Math.floor(random.next() * 30));
        const b = waits(random, 12, 12 + Math.floor(random.next() * 9));
        const without = (days: number[][], g: number): number[] => {
          // 12 days make 5 groups, starting at days 0, 2, 4, 7, 9
          const starts = [0, 2, 4, 7, 9, 12];
          return days
            .filter((_, d) => d < (starts[g] as number) || d >= (starts[g + 1] as number))
            .flat();
        };
        const deleted = [0, 1, 2, 3, 4].map(
          (g) => naive(without(b, g), p) - naive(without(a, g), p),
        );
        const mean = deleted.reduce((x, y) => x + y, 0) / 5;
        const error = Math.sqrt((4 / 5) * deleted.reduce((s, x) => s + (x - mean) ** 2, 0));
        const value = naive(b.flat(), p) - naive(a.flat(), p);
        const [got] = quantileChanges(byDay(a), byDay(b), [p], 0.95).estimates;
        expect(got?.value).toBe(value);
        if (got?.reason === 'few-values') return;
        expect(got?.high).toBeCloseTo(value + studentTQuantile(0.975, 4) * error, 8);
        expect(got?.low).toBeCloseTo(value - studentTQuantile(0.975, 4) * error, 8);
      }),
    );
  });

  test('between two equal halls are exactly 0', () => {
    const a = byDay(waits(new Lcg(11), 40, 60));
    for (const estimate of quantileChanges(a, a, ps, 0.95).estimates) {
      expect(estimate).toEqual({ value: 0, low: 0, high: 0 });
    }
  });

  test('are null with a reason where one side has nothing or a single day', () => {
    const full = byDay([
      [1, 2, 3],
      [2, 3, 4],
    ]);
    const reason = (days: number[][]) =>
      quantileChanges(full, byDay(days), [0.5], 0.95).estimates[0]?.reason;
    expect(reason([[], []])).toBe('nothing-observed');
    expect(reason([[1, 2, 3], []])).toBe('one-day');
    expect(reason([[1, 2], [3]])).toBe('few-values');
    expect(() => quantileChanges(full, byDay([[1]]), [0.5], 0.95)).toThrow('3 and 2 entries');
  });
});

describe('a histogram', () => {
  const value = fc.oneof(
    wait,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constant(5e-324),
  );
  const of = (values: readonly number[]): Histogram => {
    const histogram = new Histogram();
    histogram.addAll(Float64Array.from(values));
    return histogram;
  };

  test('merges to the same counts in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.array(value, { maxLength: 20 }), { maxLength: 6 }), (parts) => {
        const whole = of(parts.flat());
        const backwards = new Histogram();
        for (const part of [...parts].reverse()) backwards.merge(Histogram.from(of(part).data()));
        expect(backwards.data()).toEqual(whole.data());
        expect(backwards.total).toBe(parts.flat().length);
      }),
    );
  });

  test('gives the order statistic to 0.05 %, zeros and negative values included', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), (values) => {
        const levels = [0.1, 0.5, 0.99];
        of(values)
          .quantiles(levels)
          .forEach((got, i) => {
            const exact = naive(values, levels[i] as number);
            const error = Math.abs(got - exact);
            if (Math.abs(exact) < 2.2250738585072014e-308) expect(got).toBe(0);
            else expect(error / Math.abs(exact)).toBeLessThanOrEqual(1 / 2048);
          });
      }),
    );
  });

  test('counts a part of a column as it counts its values one by one', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), fc.nat(9), (values, from) => {
        const column = Float64Array.from([1, -0, ...values]).subarray(1);
        const part = new Histogram();
        part.addAll(column, from);
        const one = new Histogram();
        for (const x of column.slice(from)) one.add(x);
        expect(part.data()).toEqual(one.data());
        expect(part.total).toBe(one.total);
      }),
    );
  });

  test('takes values one by one and gives a single quantile', () => {
    const one = new Histogram();
    for (const x of [3, 0, -2, 1, 8]) one.add(x);
    expect(one.data()).toEqual(of([3, 0, -2, 1, 8]).data());
    expect(one.quantile(0.5)).toBe(one.quantiles([0.5])[0]);
    expect(Math.abs(one.quantile(0.5) - 1)).toBeLessThanOrEqual(1 / 2048);
    expect(new Histogram().quantile(0.5)).toBe(NaN);
    expect(() => one.add(NaN)).toThrow('a value for a histogram is NaN');
    expect(() => one.quantile(95)).toThrow('p is 95');
    expect(one.total).toBe(5);
  });

  test('leaves out a part of itself', () => {
    const [a, b] = [
      [0, 1, 2, 3, 40],
      [0, 5, 60, 700],
    ] as const;
    const all = of([...a, ...b]);
    expect(all.quantiles([0.2, 0.5, 0.9], of(b))).toEqual(of(a).quantiles([0.2, 0.5, 0.9]));
    expect(all.quantiles([0.5], of([...a, ...b]))).toEqual([NaN]);
  });
});
