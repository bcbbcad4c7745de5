import { describe, expect, test } from 'vitest';
import fixture from '../fixtures/elementary.json' with { type: 'json' };
import { exp, expm1, log, log1p, logBlock, pow } from './index.js';
import { bitsHash, Lcg, ulpsApart } from '../fixtures/helpers.js';

const MAX = Number.MAX_VALUE;

describe('one ulp from the correctly rounded value, subnormals included', () => {
  test.each([
    ['log', log, fixture.log],
    ['log1p', log1p, fixture.log1p],
    ['exp', exp, fixture.exp],
    ['expm1', expm1, fixture.expm1],
  ] as const)('%s', (_name, f, rows) => {
    for (const [x, value] of rows as [number, number][]) {
      expect(ulpsApart(f(x), value), `at ${x}: ${f(x)} for ${value}`).toBeLessThanOrEqual(1);
    }
  });

  test('pow', () => {
    for (const [x, y, value] of fixture.pow as [number, number, number][]) {
      const got = pow(x, y);
      expect(ulpsApart(got, value), `at ${x}, ${y}: ${got} for ${value}`).toBeLessThanOrEqual(1);
    }
  });
});

describe('the ends of the range', () => {
  test.each([
    [
      'log',
      log,
      [
        [0, -Infinity],
        [-0, -Infinity],
        [1, 0],
        [Infinity, Infinity],
        [-1, NaN],
        [-5e-324, NaN],
        [-Infinity, NaN],
        [NaN, NaN],
      ],
    ],
    [
      'log1p',
      log1p,
      [
        [-1, -Infinity],
        [0, 0],
        [-0, -0],
        [Infinity, Infinity],
        [-1.5, NaN],
        [-Infinity, NaN],
        [NaN, NaN],
      ],
    ],
    [
      'exp',
      exp,
      [
        [0, 1],
        [-0, 1],
        [Infinity, Infinity],
        [710, Infinity],
        [-746, 0],
        [-Infinity, 0],
        [NaN, NaN],
      ],
    ],
    [
      'expm1',
      expm1,
      [
        [0, 0],
        [-0, -0],
        [Infinity, Infinity],
        [710, Infinity],
        [-40, -1],
        [-Infinity, -1],
        [NaN, NaN],
      ],
    ],
  ] as const)('%s', (_name, f, rows) => {
    for (const [x, value] of rows) expect(f(x), `at ${x}`).toBe(value);
  });

  test('pow takes the limits, and 1 wherever base 1 or exponent 0 stands', () => {
    const rows: [number, number, number][] = [
      [NaN, 0, 1],
      [1, NaN, 1],
      [1, Infinity, 1],
      [0, 0, 1],
      [NaN, 1, NaN],
      [2, NaN, NaN],
      [-2, 2, NaN],
      [0, 3, 0],
      [0, -3, Infinity],
      [-0, 1, 0],
      [-0, 0.5, 0],
      [Infinity, 2, Infinity],
      [Infinity, -2, 0],
      [Infinity, 0.5, Infinity],
      [2, Infinity, Infinity],
      [2, -Infinity, 0],
      [0.5, Infinity, 0],
      [0.5, -Infinity, Infinity],
      [0, Infinity, 0],
      [0, -Infinity, Infinity],
      [Infinity, -Infinity, 0],
      [2, 1024, Infinity],
      [2, -1080, 0],
      [0.5, MAX, 0],
      [1 + 2 ** -52, MAX, Infinity],
      [7, 1, 7],
      [9, 0.5, 3],
      [2, 1e-300, 1],
    ];
    for (const [x, y, value] of rows) expect(pow(x, y), `at ${x}, ${y}`).toBe(value);
  });

  test('pow is exact where the result is a small whole number', () => {
    for (let base = 1; base <= 20; base++) {
      let product = 1;
      for (let k = 0; k <= 12; k++) {
        expect(pow(base, k), `${base}^${k}`).toBe(product);
        product *= base;
      }
    }
  });
});

test('every bit of a million outputs stays as it was', () => {
  const random = new Lcg(1);
  const outputs = new Float64Array(1_000_000);
  for (let i = 0; i < outputs.length; i += 5) {
    const u = random.next();
    const v = random.next() * 40 - 30;
    outputs[i] = log(u);
    outputs[i + 1] = exp(v);
    outputs[i + 2] = log1p(u - 0.7 > -1 ? u - 0.7 : u);
    outputs[i + 3] = expm1(v / 10);
    outputs[i + 4] = pow(u * 3, v);
  }
  expect(bitsHash(outputs)).toMatchInlineSnapshot(`"489caca1"`);
});

describe('logBlock', () => {
  test('gives the bits of factor times log, wherever it writes', () => {
    const values = new Float64Array(300);
    for (let i = 0; i < 300; i++) values[i] = (i % 2 ? 1 / 3 : 7) ** (i - 150) || 2.5e-308;
    const out = new Float64Array(310);
    logBlock(values, new Int32Array(values.buffer), 300, -1.5, out, 10);
    for (let i = 0; i < 300; i++) expect(out[10 + i]).toBe(-1.5 * log(values[i]!));
    expect(out.subarray(0, 10).every((value) => value === 0)).toBe(true);
  });
});
