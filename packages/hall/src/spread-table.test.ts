import fc from 'fast-check';
import {
  erlang,
  exponential,
  fixed,
  gamma,
  hyperexponential,
  lognormal,
  measured,
  quantile,
  uniformBetween,
  type Variate,
  weibull,
} from '@hallsim/kernel';
import { expect, test } from 'vitest';
import { SpreadTable } from './spread-table.js';

const cv = fc.double({ min: 0.05, max: 5, noNaN: true });
const smooth: fc.Arbitrary<Variate> = fc.oneof(
  fc.constant(exponential(5)),
  cv.map((x) => lognormal(5, x)),
  cv.map((x) => gamma(5, x)),
  cv.map((x) => weibull(5, Math.min(x, 3))),
  fc.double({ min: 1.01, max: 8, noNaN: true }).map((x) => hyperexponential(5, x)),
  fc.integer({ min: 1, max: 30 }).map((k) => erlang(5, k)),
);
/** Words from everywhere, and many from the tails. */
const words = fc
  .tuple(fc.integer(), fc.integer({ min: 0, max: 31 }), fc.boolean())
  .map(([word, shift, upper]) => (upper ? ~(word >>> shift) : word >>> shift) | 0);
const shareOf = (word: number): number => ((word >>> 0) + 0.5) / 4294967296;

test('a word reads the quantile of its share, closer than three parts in a hundred million', () => {
  fc.assert(
    fc.property(smooth, fc.array(words, { minLength: 50, maxLength: 50 }), (spread, list) => {
      const table = new SpreadTable(spread);
      for (const word of list) {
        const exact = quantile(spread, shareOf(word));
        expect(Math.abs(table.at(word) - exact)).toBeLessThanOrEqual(3e-8 * exact);
      }
    }),
    { seed: 5, numRuns: 300 },
  );
});

test('what a word reads does not depend on what was read before', () => {
  fc.assert(
    fc.property(smooth, words, fc.array(words, { maxLength: 20 }), (spread, word, before) => {
      const table = new SpreadTable(spread);
      for (const other of before) table.at(other);
      expect(table.at(word)).toBe(new SpreadTable(spread).at(word));
    }),
    { seed: 5 },
  );
});

test('a spread without a density is read exactly', () => {
  for (const spread of [fixed(3), uniformBetween(2, 8), measured([1, 1, 4, 9])]) {
    const table = new SpreadTable(spread);
    for (const word of [0, 1, -1, 0x40000000, -0x40000000, 123456789]) {
      expect(table.at(word)).toBe(quantile(spread, shareOf(word)));
    }
  }
});
