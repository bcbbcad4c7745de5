import { expect, test } from 'vitest';
import { controlledRatio } from './controlled.js';
import { normalQuantile } from './normal.js';

/** Uniforms that are the same everywhere. */
function uniforms(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    let x = state;
    x = Math.imul(x ^ (x >>> 16), 0x45d9f3b);
    x = Math.imul(x ^ (x >>> 16), 0x45d9f3b);
    return ((x ^ (x >>> 16)) >>> 0) / 4294967296 + 1 / 8589934592;
  };
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** Days on which many come and few of them are served in time; 80 % are in the long run. */
function days(n: number, seed: number): [Float64Array, Float64Array, Float64Array] {
  const next = uniforms(seed);
  const normal = (): number => normalQuantile(next());
  const came = Float64Array.from({ length: n }, () => 600 + 60 * normal());
  const inTime = came.map((c) => 480 + 0.2 * (c - 600) + 12 * normal());
  return [inTime, came, came];
}

test('a control takes the luck of busy days out of a share, and says by how much', () => {
  const [inTime, came, control] = days(200, 1);
  const { estimate, gain, used } = controlledRatio(inTime, came, control, 600, 0.95);
  expect(used).toBe(true);
  // variance of the influence: (0.6 * 60)² + 12² before, 12² after
  expect(gain).toBeGreaterThan(6);
  expect(gain).toBeLessThan(14);
  expect(Math.abs(estimate.value! - 0.8)).toBeLessThan(0.006);
});

test('the variance that is left is what the correlation leaves: 1 less its square, and a little for the days', () => {
  const [inTime, came, control] = days(50, 4);
  const { gain } = controlledRatio(inTime, came, control, 600, 0.95);
  const share = total(inTime) / total(came);
  const x = control.map((c) => c - total(control) / 50);
  const y = inTime.map((served, i) => served - share * came[i]!);
  const products = (a: Float64Array, b: Float64Array): number => total(a.map((v, i) => v * b[i]!));
  const left = 1 - products(x, y) ** 2 / products(x, x) / products(y, y);
  const off = total(control) / 50 - 600;
  const fitted = (49 / 48) * (1 + (50 * off * off) / products(x, x));
  expect(gain * left * fitted).toBeCloseTo(1, 9);
});

test('its interval holds the truth as often as it says, and estimates vary as much less as is said', () => {
  let held = 0;
  let [sharp, plain] = [0, 0];
  const runs = 2000;
  for (let run = 0; run < runs; run++) {
    const [inTime, came, control] = days(30, run + 7);
    const { low, high, value } = controlledRatio(inTime, came, control, 600, 0.95).estimate;
    if (low! <= 0.8 && 0.8 <= high!) held++;
    sharp += (value! - 0.8) ** 2;
    plain += (total(inTime) / total(came) - 0.8) ** 2;
  }
  // (36² + 12²) / 12², less what a slope fitted to 30 days costs (27 / 28): 9.6, with a standard error of 0.4
  expect(plain / sharp).toBeGreaterThan(8.4);
  expect(plain / sharp).toBeLessThan(10.9);
  // 3 standard errors of 95 % of 2000
  expect(held / runs).toBeGreaterThan(0.935);
  expect(held / runs).toBeLessThan(0.965);
});

test('a control that says nothing is left out', () => {
  const [inTime, came] = days(100, 3);
  const next = uniforms(9);
  const noise = came.map(() => next());
  const { used, gain, estimate } = controlledRatio(inTime, came, noise, 0.5, 0.95);
  expect([used, gain]).toEqual([false, 1]);
  expect(estimate.value).toBeCloseTo(total(inTime) / total(came), 12);
});

test('few days and nobody are said', () => {
  const one = Float64Array.of(1);
  expect(controlledRatio(one, one, one, 1, 0.95).estimate.reason).toBe('one-day');
  const none = new Float64Array(5);
  expect(controlledRatio(none, none, none, 1, 0.95).estimate.reason).toBe('nothing-observed');
  const same = new Float64Array(5).fill(2);
  expect(controlledRatio(same, same, same, 2, 0.95).estimate).toEqual({
    value: 1,
    low: 1,
    high: 1,
  });
});
