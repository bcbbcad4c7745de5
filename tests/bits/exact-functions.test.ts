import { exp, expm1, log, log1p, pow } from '@hallsim/stats';
import { expect, test } from 'vitest';
import { BitHash } from './hash.js';

// These tests run twice, in Node and in Chromium, against the same literals: an engine whose
// result differs in one bit of one number fails. A literal changes only with the function itself.

const COUNT = 100_000;

/** Numbers in (0, 1), the same everywhere: a 32-bit multiplicative generator, one per call. */
function generator(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 4294967296;
  };
}

function fingerprint(f: (next: () => number) => number): string {
  const hash = new BitHash();
  const next = generator();
  for (let i = 0; i < COUNT; i++) hash.add(f(next));
  return hash.toString();
}

test('log, log1p, exp, expm1 and pow have the same bits in every engine', () => {
  expect({
    'log below 1': fingerprint((next) => log(next())),
    'log to 1000': fingerprint((next) => log(1000 * next())),
    log1p: fingerprint((next) => log1p(next() - 0.5)),
    exp: fingerprint((next) => exp(1400 * next() - 700)),
    'exp near 0': fingerprint((next) => exp(2 * next() - 1)),
    expm1: fingerprint((next) => expm1(2 * next() - 1)),
    pow: fingerprint((next) => pow(1000 * next(), 6 * next() - 3)),
  }).toEqual({
    'log below 1': '84e1d58868b34dfd',
    'log to 1000': 'e1dab9dc40e5367d',
    log1p: '053c6fa2c4b61c8f',
    exp: 'c794ee113983b182',
    'exp near 0': 'e267930f385522a4',
    expm1: 'b9f4c1ba7c03b3c8',
    pow: '474d6ef66bba7a74',
  });
});

test('the fingerprint notices one changed last bit', () => {
  expect(fingerprint((next) => next())).not.toBe(
    fingerprint((next) => {
      const value = next();
      return value === generator()() ? value * (1 + Number.EPSILON) : value;
    }),
  );
});
