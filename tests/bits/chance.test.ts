import {
  arrivalCursor,
  type Arrivals,
  cdf,
  seedKey,
  type Spread,
  Stream,
  streamKey,
  variance,
  variateOf,
} from '@hallsim/kernel';
import { expect, test } from 'vitest';
import { BitHash } from './hash.js';

// Run in Node and in Chromium: see exact-functions.test.ts. Draws and five older families are
// pinned in draws.test.ts.

const root = seedKey('riverside');

test('a stream has the same bits in every engine', () => {
  const gaps = new Stream(streamKey(root, 3, 'gaps'));
  const hash = new BitHash();
  const block = new Float64Array(1_000);
  for (let i = 0; i < 2_000; i++) {
    hash.add(gaps.next());
    hash.add(gaps.exponential(2.2));
    hash.add(gaps.uniform(-1, 4));
    hash.add(gaps.pick(1 + i));
    hash.add(gaps.chance(0.3) ? 1 : 0);
    hash.add(gaps.at(1e9 + i));
  }
  for (const mean of [0.5, 3]) {
    gaps.fill(variateOf({ family: 'exponential', mean }), block);
    hash.addAll(block);
  }
  hash.addAll(gaps.shuffle(Array.from({ length: 100 }, (_, i) => i)));
  expect(hash.toString()).toBe('60b293562a1b961b');
});

const spreads: Record<string, Spread> = {
  fixed: { family: 'fixed', value: 3 },
  uniform: { family: 'uniform', from: 1, to: 4 },
  triangular: { family: 'triangular', from: 1, mode: 2, to: 7 },
  normal: { family: 'normal', mean: 5, sd: 2 },
  'truncated normal': { family: 'truncatedNormal', mean: 2, sd: 3, from: 0, to: 9 },
  erlang: { family: 'erlang', mean: 5, k: 2 },
  'weibull by shape': { family: 'weibull', shape: 2, scale: 18 },
  beta: { family: 'beta', mean: 3, cv: 0.3, from: 1, to: 6 },
  'beta by shapes': { family: 'beta', alpha: 0.4, beta: 1.7 },
  'two branches': {
    family: 'hyperexponential',
    branches: [
      [0.8, 3],
      [0.2, 13],
    ],
  },
  'three branches': {
    family: 'hyperexponential',
    branches: [
      [0.7, 1],
      [0.2, 5],
      [0.1, 20],
    ],
  },
  coxian: { family: 'coxian', means: [2, 5, 1], onward: [0.6, 0.3] },
  'phase-type': {
    family: 'phaseType',
    initial: [0.5, 0.4],
    generator: [
      [-2, 1],
      [0.2, -1],
    ],
  },
  measured: { family: 'measured', values: [1.5, 4, 11, 2.2] },
  smoothed: { family: 'smoothed', values: [1.5, 4, 11, 2.2] },
  discrete: {
    family: 'discrete',
    outcomes: [
      [1, 0.5],
      [2, 0.3],
      [3, 0.2],
    ],
  },
  mixture: {
    family: 'mixture',
    parts: [
      [0.6, { family: 'lognormal', mean: 4, cv: 0.5 }],
      [0.3, { family: 'gamma', mean: 12, cv: 0.4 }],
      [0.1, { family: 'fixed', value: 3.3 }],
    ],
  },
  shifted: { family: 'shifted', by: 1.5, spread: { family: 'exponential', mean: 2 } },
};

test('draws of every family, and their moments and shares, have the same bits in every engine', () => {
  const fingerprint = (spread: Spread): string => {
    const variate = variateOf(spread);
    const stream = new Stream(streamKey(root, 0, 'work'));
    const hash = new BitHash();
    hash.add(variate.mean);
    hash.add(variance(variate));
    for (let i = 0; i < 2_000; i++) {
      const x = stream.draw(variate);
      hash.add(x);
      hash.add(cdf(variate, x * 1.01));
    }
    return hash.toString();
  };
  const found = Object.entries(spreads).map(([name, spread]) => [name, fingerprint(spread)]);
  expect(Object.fromEntries(found)).toEqual({
    beta: '9f3031333a34e3ca',
    'beta by shapes': '7077b0c52bee8f99',
    coxian: '19ee00a8d2db04e3',
    discrete: '7524ba937969098f',
    erlang: '76e9ca4e056f8ed0',
    fixed: '98e59e15b3de1677',
    measured: '33c75f60cfb90fb7',
    mixture: 'b45ce88313418512',
    normal: '04d2116ffb553cf6',
    'phase-type': '0e8884eaea5da6ba',
    shifted: '4b754c58d5b33d79',
    smoothed: '713c7ff45c3799d8',
    'three branches': 'e26dc06a085b489e',
    triangular: '7b6d5008786adb7a',
    'truncated normal': 'baa7bc23649f0bb0',
    'two branches': '37021035a5dd5ccb',
    uniform: 'ed4fbe2623f0601e',
    'weibull by shape': '338eec5178df27c9',
  });
});

const arrivals: Record<string, Arrivals> = {
  gaps: { every: { family: 'gamma', mean: 2, cv: 0.7 }, from: 1 },
  rates: {
    rates: [
      [0, 1],
      [7, 3.3],
      [9, 0.4],
    ],
    repeat: 24,
  },
  knots: {
    knots: [
      [0, 0.2],
      [6, 1.9],
      [15, 1.4],
      [24, 0.2],
    ],
    repeat: 24,
  },
  mmpp: {
    mmpp: {
      rates: [0.5, 1.3, 4],
      switch: [
        [0, 0.1, 0.1],
        [0.2, 0, 0],
        [0.3, 0.3, 0],
      ],
    },
  },
  times: { times: [1, 2.5, 7] },
  batches: {
    every: { family: 'exponential', mean: 0.9 },
    batch: {
      family: 'discrete',
      outcomes: [
        [1, 0.5],
        [2, 0.3],
        [3, 0.2],
      ],
    },
  },
};

test('arrivals of every kind have the same bits in every engine', () => {
  const fingerprint = (declared: Arrivals): string => {
    const times = new Float64Array(5_000);
    const cursor = arrivalCursor(declared, streamKey(root, 0, 'door'));
    return new BitHash().addAll(times.subarray(0, cursor.fill(times, times.length))).toString();
  };
  const found = Object.entries(arrivals).map(([name, each]) => [name, fingerprint(each)]);
  expect(Object.fromEntries(found)).toEqual({
    batches: '563d5b8839c09999',
    gaps: '94b92a623a80b3b1',
    knots: '5bfb4e04abc1f8f1',
    mmpp: 'ef6c9d3a04eee563',
    rates: '28dda40fc37c158f',
    times: '91ef879d60616bb1',
  });
});
