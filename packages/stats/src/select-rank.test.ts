import { expect, test } from 'vitest';
import { Lcg } from '../fixtures/helpers.js';
import { selectOrderStatistic } from './index.js';

const N = 20_000;
const random = new Lcg(31);
const uniform = Float64Array.from({ length: N }, () => random.next());

/** Lines of values that a sample may misjudge, or that have many equals. */
const lines: Record<string, (u: number, i: number) => number> = {
  'in random order': (u) => u,
  ascending: (_, i) => i,
  descending: (_, i) => -i,
  'all equal': () => 7,
  'a third of them 0': (u) => Math.max(0, u - 1 / 3),
  'of two kinds': (u) => (u < 0.7 ? 1 : 2),
  'small whole numbers': (u) => Math.floor(u * 10),
  // the stride of the sample is 35 or 36: it sees the large ones too seldom or too often
  'with the period of the sample': (u, i) => (i % 71 < 36 ? u : 10 + u),
  'with one run of large ones': (u, i) => (i > 9000 && i < 11_000 ? 10 + u : u),
};

test.each(Object.entries(lines))('a rank of values %s is that of sorting them', (_, line) => {
  const values = uniform.map(line);
  const sorted = values.slice().sort();
  for (const p of [1e-9, 0.001, 0.05, 0.3, 0.3333, 0.5, 0.7, 0.9, 0.95, 0.999, 1 - 1e-9]) {
    const moved = values.slice();
    const expected = sorted[Math.floor(p * N)] as number;
    expect(selectOrderStatistic(moved, p), `p = ${p}`).toBe(expected + 0);
    expect(moved.sort().every((value, i) => value === sorted[i])).toBe(true);
  }
});

test('where a zero stands at a rank it is 0, whatever the order of 0 and -0', () => {
  expect(selectOrderStatistic(Float64Array.of(-0, 0), 0.1)).toBe(0);
  expect(selectOrderStatistic(Float64Array.of(0, -0), 0.1)).toBe(0);
});
