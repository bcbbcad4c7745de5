import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Lcg } from '../fixtures/helpers.js';
import { ExactSum } from './index.js';

/** Any double, of sizes that meet, of sizes that never do, and at the ends of the range. */
const double = fc.oneof(
  fc.double({ min: -1000, max: 1000, noNaN: true }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1, -1, 5e-324, -5e-324, 2.2250738585072014e-308, 1e-200),
  fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, 2 ** 900, 2 ** 450, 2 ** -450, 0.1),
);
const doubles = fc.array(double, { maxLength: 40 });

/** A double in units of 2^-2148, by doubling until it is whole. */
function unitsOf(x: number): bigint {
  let [whole, power] = [x, 0];
  while (!Number.isInteger(whole)) [whole, power] = [whole * 2, power + 1];
  return BigInt(whole) << BigInt(2148 - power);
}

const bits = new BigUint64Array(1);
const view = new Float64Array(bits.buffer);

/** The double next to a finite x above 0, away from 0. */
function above(x: number): number {
  view[0] = x;
  bits[0] = (bits[0] as bigint) + 1n;
  return view[0];
}

/** Whether no double is nearer to the units, and of two as near it is the even one. */
function isNearest(value: number, units: bigint): boolean {
  if (units === 0n) return Object.is(value, 0);
  const size = units < 0n ? -units : units;
  if (Math.abs(value) === Infinity) {
    // half a unit beyond the largest double, as if there were a next one
    return value > 0 === units > 0n && size >= unitsOf(Number.MAX_VALUE) + (1n << 3118n);
  }
  if (value !== 0 && value > 0 !== units > 0n) return false;
  view[0] = Math.abs(value);
  const even = ((bits[0] as bigint) & 1n) === 0n;
  const own = unitsOf(Math.abs(value));
  const next = above(Math.abs(value));
  const up = next === Infinity ? own + (1n << 3119n) : unitsOf(next);
  view[0] = Math.abs(value);
  bits[0] = (bits[0] as bigint) - 1n;
  const down = value === 0 ? own : unitsOf(view[0]);
  const [least, most] = [own + down, own + up];
  return even ? 2n * size >= least && 2n * size <= most : 2n * size > least && 2n * size < most;
}

function sumOf(values: Iterable<number>): ExactSum {
  const sum = new ExactSum();
  for (const value of values) sum.add(value);
  return sum;
}

describe('an exact sum', () => {
  test('is what whole numbers say, rounded once to the nearest double', () => {
    fc.assert(
      fc.property(doubles, fc.array(fc.tuple(double, double), { maxLength: 20 }), (xs, pairs) => {
        const sum = sumOf(xs);
        let units = xs.reduce((total, x) => total + unitsOf(x), 0n);
        for (const [x, y] of pairs) {
          sum.addProduct(x, y);
          units += (unitsOf(x) * unitsOf(y)) >> 2148n;
        }
        expect(sum.units()).toBe(units);
        expect(isNearest(sum.value(), units)).toBe(true);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  test('has the same bits in any order and however its numbers are split and merged', () => {
    fc.assert(
      fc.property(
        fc.array(doubles, { maxLength: 5 }),
        fc.integer({ min: 1, max: 1e6 }),
        (parts, seed) => {
          const random = new Lcg(seed);
          const shuffled = parts
            .flat()
            .map((value) => [random.next(), value] as const)
            .sort(([a], [b]) => a - b)
            .map(([, value]) => value);
          const merged = new ExactSum();
          for (const part of [...parts].reverse()) {
            const sum = sumOf(part);
            merged.merge(random.next() < 0.5 ? sum : ExactSum.from(sum.units()));
          }
          const whole = sumOf(shuffled);
          expect(merged.value()).toBe(whole.value());
          expect(merged.units()).toBe(whole.units());
        },
      ),
      { seed: 1 },
    );
  });

  test('of numbers and their opposites is 0', () => {
    fc.assert(
      fc.property(doubles, doubles, (a, b) => {
        const sum = sumOf([...a, ...b, ...a.map((x) => -x), ...b.map((x) => -x)]);
        expect(sum.value()).toBe(0);
      }),
      { seed: 1 },
    );
  });

  test('loses neither what is small nor what overflows on the way', () => {
    expect(sumOf([1e100, 1, -1e100]).value()).toBe(1);
    expect(sumOf([1e308, 1e308, 5e-324, -1e308, -1e308]).value()).toBe(5e-324);
    expect(sumOf([Number.MAX_VALUE, Number.MAX_VALUE]).value()).toBe(Infinity);
    expect(sumOf(Array.from({ length: 10 }, () => 0.1)).value()).toBe(1);
    // 1 + 2^-53 lies between two doubles: the even one, unless something tips it
    expect(sumOf([1, 2 ** -53]).value()).toBe(1);
    expect(sumOf([1, 2 ** -53, 5e-324]).value()).toBe(1 + 2 ** -52);
    expect(sumOf([]).value()).toBe(0);
    expect(Object.is(sumOf([-0]).value(), 0)).toBe(true);
  });

  test('of a product keeps what rounding takes', () => {
    const sum = new ExactSum();
    sum.addProduct(0.1, 0.1);
    sum.add(-(0.1 * 0.1));
    // the square of the double 0.1 less its rounded square, by Python's fractions
    expect(sum.value()).toBe(-8.326672684688674e-19);
    const tiny = new ExactSum();
    for (let i = 0; i < 4; i++) tiny.addProduct(2 ** -538, 2 ** -538);
    expect(tiny.value()).toBe(5e-324);
  });

  test('may be merged with itself', () => {
    const sum = sumOf([0.1, 1e200, -1e-200, Number.MAX_VALUE, -Number.MAX_VALUE]);
    const twice = 2n * sum.units();
    sum.merge(sum);
    expect(sum.units()).toBe(twice);
  });

  test('refuses what is not finite by its name and stays as it was', () => {
    const sum = sumOf([2]);
    expect(() => sum.add(NaN)).toThrow('NaN cannot be added');
    expect(() => sum.add(Infinity)).toThrow('Infinity cannot be added');
    expect(() => sum.addProduct(0, -Infinity)).toThrow('-Infinity cannot be added');
    expect(() => sum.addProduct(NaN, 0)).toThrow('NaN cannot be added');
    expect(sum.value()).toBe(2);
  });
});
