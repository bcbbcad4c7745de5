import {
  childKey,
  draw,
  exponential,
  gamma,
  hyperexponential,
  lognormal,
  quantile,
  seedKey,
  weibull,
  type Variate,
} from '@hallsim/kernel';
import { expect, test } from 'vitest';
import { BitHash } from './hash.js';

// Run in Node and in Chromium: see exact-functions.test.ts.

const { low, high } = childKey(seedKey('riverside'), 0);

test('a million draws have the same bits in every engine', () => {
  const hash = new BitHash();
  for (let i = 0; i < 1_000_000; i++) hash.add(draw(low, high, i));
  expect(hash.toString()).toBe('1b63e7c564c3ffc5');
});

test('variates of every family have the same bits in every engine', () => {
  const fingerprint = (spread: Variate) => {
    const hash = new BitHash();
    for (let i = 0; i < 20_000; i++) hash.add(quantile(spread, draw(low, high, i)));
    return hash.toString();
  };
  expect({
    exponential: fingerprint(exponential(5)),
    lognormal: fingerprint(lognormal(4, 0.8)),
    gamma: fingerprint(gamma(6, 0.5)),
    'gamma cv 1.5': fingerprint(gamma(6, 1.5)),
    hyperexponential: fingerprint(hyperexponential(5, 2)),
    weibull: fingerprint(weibull(6, 0.5)),
  }).toEqual({
    exponential: '49f77a21c81ce06f',
    lognormal: '3fde2768b6dde504',
    gamma: '80c19d4cc15512ca',
    'gamma cv 1.5': '155ec3dbf1a3d47f',
    hyperexponential: '5f2885e4f137f51a',
    weibull: '53bed86ffc18fdfc',
  });
});
