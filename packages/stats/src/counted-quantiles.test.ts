import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Lcg } from '../fixtures/helpers.js';
import {
  countedChange,
  type CountedValues,
  CountedQuantiles,
  DayCounts,
  log,
  OrderedValues,
  orderStatistic,
  selectOrderStatistic,
} from './index.js';

type Days = readonly (readonly number[])[];

const wait = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 20 }),
  fc.double({ min: 0, max: 90, noNaN: true }),
);
const someDays = fc.array(fc.array(wait, { maxLength: 30 }), { minLength: 1, maxLength: 12 });
const levels = fc.double({ min: 0.001, max: 0.999, noNaN: true });

/** Counts of days; every member of the values is 0, or as told. */
function counted(days: Days, member: (value: number) => number = () => 0, members = 1): DayCounts {
  const counts = new DayCounts(members);
  for (const day of days) {
    counts.addDay(Float64Array.from(day), Uint32Array.from(day, member), 0, day.length);
  }
  return counts;
}

/** The same values kept, in order. */
function ordered(days: Days): OrderedValues {
  let length = 0;
  return new OrderedValues(
    Float64Array.from(days.flat()),
    days.map((day) => (length += day.length)),
  );
}

const quantilesOf = (days: Days, confidence = 0.95): CountedQuantiles =>
  new CountedQuantiles(counted(days).of([0]), confidence);

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
    fc.property(values, levels, (list, p) => {
      const sorted = Float64Array.from(list).sort();
      expect(selectOrderStatistic(Float64Array.from(list), p) + 0).toBe(
        orderStatistic(sorted, p) + 0,
      );
    }),
    { seed: 1, numRuns: 50 },
  );
});

describe('a quantile of counted values', () => {
  test('is order statistic floor(p n) to 0.05 %, and its place says which it is', () => {
    fc.assert(
      fc.property(someDays, levels, (days, p) => {
        const all = Float64Array.from(days.flat()).sort();
        fc.pre(all.length > 0);
        const found = quantilesOf(days);
        const exact = all[Math.min(all.length - 1, Math.floor(p * all.length))]!;
        const { value } = found.at(p).estimate;
        // what is smaller than any normal number counts as 0
        expect(Math.abs(value! - exact)).toBeLessThanOrEqual(exact / 2048 + 2.3e-308);
        const { rank } = found.place(p)!;
        // of the values that share its bin, those before it
        const before = Array.from(all).filter(
          (other) =>
            other < exact && quantilesOf([[other]]).place(0.5)!.bin === found.place(p)!.bin,
        );
        expect(rank).toBeGreaterThanOrEqual(before.length);
        const kept = new CountedQuantiles(ordered(days).all(), 0.95).at(p).estimate.value!;
        expect(kept).toBe(exact < 2.3e-308 ? 0 : exact);
      }),
      { seed: 1 },
    );
  });

  test('has an interval around it, which is wider at a higher confidence', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), levels, (seed, p) => {
        const days = waits(new Lcg(seed), 15, 40);
        const [narrow, wide] = [0.8, 0.99].map((confidence) => quantilesOf(days, confidence).at(p));
        const { value, low, high, reason } = narrow!.estimate;
        if (low === null || high === null) {
          expect(['one-day', 'few-values']).toContain(reason);
          return;
        }
        expect(low).toBeLessThanOrEqual(value!);
        expect(high).toBeGreaterThanOrEqual(value!);
        expect(low).toBeGreaterThanOrEqual(0);
        const outer = wide!.estimate;
        expect(outer.low ?? 0).toBeLessThanOrEqual(low);
        expect(outer.high ?? Infinity).toBeGreaterThanOrEqual(high);
      }),
      { seed: 1 },
    );
  });

  test('of waits half of which are 0 has 0 in its interval, and nothing below', () => {
    const random = new Lcg(8);
    const days = Array.from({ length: 30 }, () => {
      const idle = 0.3 + 0.4 * random.next();
      return Array.from({ length: 50 }, () => (random.next() < idle ? 0 : 5 * random.next()));
    });
    const { low, high } = quantilesOf(days).at(0.5).estimate;
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(0);
  });

  test('does not depend on how values are dealt out to members, nor on other members', () => {
    const days = waits(new Lcg(3), 130, 20);
    const parity = (value: number): number => Math.floor(value * 8) % 2;
    const split = counted(days, parity, 3);
    const together = new CountedQuantiles(split.of([0, 1]), 0.9);
    const one = new CountedQuantiles(split.of([1]), 0.9);
    const odd = days.map((day) => day.filter((value) => parity(value) === 1));
    for (const p of [0.5, 0.9]) {
      expect(together.at(p)).toEqual(quantilesOf(days, 0.9).at(p));
      expect(one.at(p).estimate).toEqual(quantilesOf(odd, 0.9).at(p).estimate);
    }
    expect(new CountedQuantiles(split.of([2]), 0.9).at(0.5).estimate).toEqual({
      value: null,
      low: null,
      high: null,
      reason: 'nothing-observed',
    });
  });

  test('of values that are kept has the same interval, for all of them and for parts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 1, max: 150 }),
        levels,
        (seed, count, p) => {
          const days = waits(new Lcg(seed), count, 30);
          const third = (value: number): number => Math.floor(value * 8) % 3;
          const counts = counted(days, third, 3);
          const kept = ordered(days);
          const at = (values: CountedValues) => new CountedQuantiles(values, 0.9).at(p);
          const same = (found: CountedValues, known: CountedValues): void => {
            const [one, other] = [at(found), at(known)];
            expect(one.estimate.reason).toBe(other.estimate.reason);
            // the middle of a bin stands for a value that counts know only so well
            for (const end of ['value', 'low', 'high'] as const) {
              const [a, b] = [one.estimate[end], other.estimate[end]];
              if (a === null || b === null) expect(a).toBe(b);
              else expect(Math.abs(a - b)).toBeLessThanOrEqual(b / 1000);
            }
            expect(one.influences.length).toBe(other.influences.length);
          };
          same(kept.all(), counts.of([0, 1, 2]));
          const codes = Uint32Array.from(days.flat(), third);
          const [first, others] = kept.parts(codes, [[1], [0, 2]]);
          same(first!, counts.of([1]));
          same(others!, counts.of([0, 2]));
        },
      ),
      { seed: 1, numRuns: 50 },
    );
  });

  test('without an interval says why', () => {
    const many = Array.from({ length: 40 }, (_, i) => i);
    const reasons = [quantilesOf([many]), quantilesOf([many, [], []]), quantilesOf([[1], [2]])].map(
      (found) => found.at(0.5).estimate,
    );
    expect(reasons).toEqual([
      { value: expect.any(Number) as number, low: null, high: null, reason: 'one-day' },
      { value: expect.any(Number) as number, low: null, high: null, reason: 'one-day' },
      { value: expect.any(Number) as number, low: null, high: null, reason: 'few-values' },
    ]);
    // with twenty values nobody knows what 99 in 100 do not exceed
    expect(quantilesOf([many, many]).at(0.99).estimate.reason).toBe('few-values');
  });

  test('that is the same every day is certain', () => {
    const days = Array.from({ length: 10 }, () => Array.from({ length: 20 }, () => 3));
    const found = new CountedQuantiles(ordered(days).all(), 0.95).at(0.5).estimate;
    expect(found).toEqual({ value: 3, low: 3, high: 3 });
  });
});

test('a share below a number is that of the values, and its interval that of any share', () => {
  const days = waits(new Lcg(4), 100, 50);
  const found = quantilesOf(days);
  const all = days.flat();
  const share = (holds: (value: number) => boolean): number =>
    all.filter(holds).length / all.length;
  expect(found.shareBelow(0).value).toBe(share((value) => value === 0));
  for (const x of [0.5, 1, 7, 10, 15, 1000]) {
    const { value, low, high } = found.shareBelow(x);
    expect(value).toBe(share((other) => other < x));
    if (value === 1) continue;
    expect(low).toBeLessThan(value!);
    expect(high).toBeGreaterThan(value!);
  }
  for (const x of [-1, 1e-3, 7.01, NaN]) expect(() => found.shareBelow(x)).toThrow(RangeError);
});

describe('the change of a quantile', () => {
  test('from a hall to itself is exactly 0, with certainty', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const days = waits(new Lcg(seed), 30, 30);
        const [a, b] = [quantilesOf(days).at(0.9), quantilesOf(days).at(0.9)];
        expect(countedChange(a, b)).toEqual({ value: 0, low: 0, high: 0 });
      }),
      { seed: 1 },
    );
  });

  test('turns its sign when the two change places', () => {
    const [first, second] = [waits(new Lcg(1), 40, 30), waits(new Lcg(2), 40, 30)];
    const [a, b] = [quantilesOf(first).at(0.9), quantilesOf(second).at(0.9)];
    const there = countedChange(a, b);
    const back = countedChange(b, a);
    expect(back.value).toBe(-there.value!);
    expect(back.low).toBeCloseTo(-there.high!, 12);
  });

  test('of the same days is sharper than of others', () => {
    const days = waits(new Lcg(1), 40, 60);
    const faster = days.map((day) => day.map((value) => 0.9 * value));
    const other = waits(new Lcg(2), 40, 60);
    const width = (b: Days): number => {
      const { low, high } = countedChange(quantilesOf(days).at(0.9), quantilesOf(b).at(0.9));
      return high! - low!;
    };
    expect(width(faster)).toBeLessThan(0.4 * width(other));
  });
});

test('days in any number are kept in at most 64 sections, and none is lost', () => {
  const random = new Lcg(9);
  for (const days of [1, 63, 64, 65, 127, 128, 129, 1000]) {
    const list = Array.from({ length: days }, () => [-3 * log(random.next()), 0, 1e-4]);
    const values = counted(list).of([0]);
    expect(values.total).toBe(3 * days);
    expect(values.zeros).toBe(days);
    expect(values.sums.totals.length).toBeLessThanOrEqual(64);
    expect(values.sums.totals.length).toBeGreaterThan(Math.min(days - 1, 32));
  }
});

test('a value that cannot be counted is named, and the day is not', () => {
  const counts = new DayCounts(1);
  for (const bad of [-1, NaN, Infinity]) {
    const add = (): void => {
      counts.addDay(Float64Array.of(1, bad), Uint32Array.of(0, 0), 0, 2);
    };
    expect(add).toThrow(RangeError);
    expect(add).toThrow(`values[1] is ${bad}`);
    expect(() => ordered([[1, bad]])).toThrow(`values[1] is ${bad}`);
  }
  expect(counts.of([0]).total).toBe(0);
});
