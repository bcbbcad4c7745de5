import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  childKey,
  coarseDraw,
  coarseUniform,
  draw,
  type Key,
  seedKey,
  uniform,
  word,
} from '@hallsim/kernel';

const keys = fc.record({ low: fc.integer(), high: fc.integer() });

/** Bits that differ between two words. */
function distance(a: number, b: number): number {
  let bits = a ^ b;
  let count = 0;
  while (bits !== 0) {
    bits &= bits - 1;
    count++;
  }
  return count;
}

/** Chi-square of counts against equal expectation, as a z score (Wilson–Hilferty). */
function chiSquareZ(counts: Int32Array, total: number): number {
  const expected = total / counts.length;
  let chi = 0;
  for (const count of counts) chi += (count - expected) ** 2 / expected;
  const freedom = counts.length - 1;
  return (Math.cbrt(chi / freedom) - (1 - 2 / (9 * freedom))) / Math.sqrt(2 / (9 * freedom));
}

describe('a draw is a function of its address alone', () => {
  test('the same address gives the same word, whatever was read before', () => {
    fc.assert(
      fc.property(keys, fc.integer(), fc.integer(), (key, purpose, other) => {
        const first = word(key.low, key.high, purpose);
        word(key.low, key.high, other);
        expect(word(key.low, key.high, purpose)).toBe(first);
      }),
      { seed: 1 },
    );
  });

  test('a name of several letters is an address of its own, not a sum of its letters', () => {
    const root = seedKey('names');
    const seen = new Set<string>();
    for (const name of ['', 'a', 'b', 'ab', 'ba', 'aab', 'baa', 'base', 'early']) {
      const key = childKey(root, name);
      seen.add(`${key.low}/${key.high}`);
    }
    expect(seen.size).toBe(9);
  });

  test('seeds that look alike share nothing', () => {
    const words = new Set<number>();
    for (let i = 0; i < 10_000; i++) words.add(seedKey(`seed-${i}`).low);
    // 10,000 words out of 2^32 collide 0.012 times on average
    expect(words.size).toBeGreaterThan(9_997);
  });
});

describe('uniforms', () => {
  test('never reach 0 or 1, and u and 1 - u are both exact', () => {
    for (const [first, second] of [
      [0, 0],
      [-1, -1],
      [0x7fffffff, 0],
      [-0x80000000, -1],
    ] as const) {
      const u = uniform(first, second);
      expect(u).toBeGreaterThan(0);
      expect(u).toBeLessThan(1);
      expect(1 - (1 - u)).toBe(u);
      expect(coarseUniform(first)).toBeGreaterThan(0);
      expect(coarseUniform(first)).toBeLessThan(1);
    }
    expect(uniform(0, 0)).toBe(2 ** -53);
    expect(uniform(-1, -1)).toBe(1 - 2 ** -53);
  });

  test('a coarse draw is the leading half of the fine one', () => {
    fc.assert(
      fc.property(keys, fc.integer({ min: 0, max: 1000 }), (key, purpose) => {
        const gap = coarseDraw(key.low, key.high, purpose) - draw(key.low, key.high, purpose);
        expect(Math.abs(gap)).toBeLessThan(2 ** -32);
      }),
      { seed: 1 },
    );
  });
});

/** Every walk a demand makes: neighbours along each part of an address must be independent. */
const walks: Record<string, (i: number, root: Key) => [number, number]> = {
  'one purpose after the other': (i, root) => [
    word(root.low, root.high, i),
    word(root.low, root.high, i + 1),
  ],
  'one customer after the other': (i, root) => {
    const here = childKey(root, i);
    const next = childKey(root, i + 1);
    return [word(here.low, here.high, 3), word(next.low, next.high, 3)];
  },
  'two purposes of one customer': (i, root) => {
    const here = childKey(root, i);
    return [word(here.low, here.high, 2), word(here.low, here.high, 3)];
  },
  'the same customer in the next replication': (i, root) => {
    const here = childKey(childKey(root, 7), i);
    const there = childKey(childKey(root, 8), i);
    return [word(here.low, here.high, 3), word(there.low, there.high, 3)];
  },
  'the two words of a key': (i, root) => {
    const here = childKey(root, i);
    return [here.low, here.high];
  },
};

describe('words behave as chance (200,000 pairs of a fixed seed, |z| < 4)', () => {
  for (const [name, walk] of Object.entries(walks)) {
    test(name, () => {
      const root = seedKey('chance');
      const total = 200_000;
      const singles = new Int32Array(256);
      const lows = new Int32Array(256);
      const pairs = new Int32Array(1024);
      let bits = 0;
      for (let i = 0; i < total; i++) {
        const [first, second] = walk(i, root);
        singles[first >>> 24]!++;
        lows[first & 255]!++;
        pairs[((first >>> 27) << 5) | (second >>> 27)]!++;
        bits += distance(first, second);
      }
      expect(Math.abs(chiSquareZ(singles, total))).toBeLessThan(4);
      expect(Math.abs(chiSquareZ(lows, total))).toBeLessThan(4);
      expect(Math.abs(chiSquareZ(pairs, total))).toBeLessThan(4);
      // Hamming distance of independent words: mean 16, variance 8
      expect(Math.abs((bits / total - 16) / Math.sqrt(8 / total))).toBeLessThan(4);
    });
  }

  test('changing one bit of the key or of the purpose changes every bit of the word half of the time', () => {
    const changes = [
      (k: Key, p: number, bit: number) => word(k.low ^ (1 << bit), k.high, p),
      (k: Key, p: number, bit: number) => word(k.low, k.high ^ (1 << bit), p),
      (k: Key, p: number, bit: number) => word(k.low, k.high, p ^ (1 << bit)),
    ];
    const trials = 4_000;
    const root = seedKey('avalanche');
    for (const change of changes) {
      for (let bit = 0; bit < 32; bit++) {
        const flips = new Int32Array(32);
        for (let i = 0; i < trials; i++) {
          const key = childKey(root, i);
          let diff = word(key.low, key.high, i) ^ change(key, i, bit);
          for (let out = 0; out < 32; out++, diff >>>= 1) flips[out]! += diff & 1;
        }
        // 3 × 32 × 32 frequencies, standard deviation 0.0079 each: 5 of them is far beyond chance
        for (const flip of flips) expect(Math.abs(flip / trials - 0.5)).toBeLessThan(0.0395);
      }
    }
  });
});
