import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  childKey,
  discrete,
  draw,
  exponential,
  fill,
  fixed,
  gamma,
  lognormal,
  mixture,
  quantile,
  seedKey,
  Stream,
  streamKey,
  uniformBetween,
} from '@hallsim/kernel';

const root = seedKey('stream');
const stream = (name = 'gaps', replication = 0) => new Stream(streamKey(root, replication, name));

describe('a stream is a key and a counter', () => {
  test('its numbers are the draws under its key, read in order or at a place', () => {
    const { low, high } = streamKey(root, 3, 'work');
    const work = stream('work', 3);
    for (let n = 0; n < 100; n++) {
      expect(work.index).toBe(n);
      expect(work.at(n)).toBe(draw(low, high, n));
      expect(work.next()).toBe(draw(low, high, n));
    }
    expect(work.at(5)).toBe(draw(low, high, 5));
    expect(work.index).toBe(100);
  });

  test('what another stream reads changes nothing', () => {
    const alone = stream();
    const beside = stream();
    const other = stream('other');
    for (let n = 0; n < 50; n++) {
      other.exponential(3);
      if (n % 3 === 0) other.pick(7);
      expect(beside.next()).toBe(alone.next());
    }
  });

  test('other seeds, replications and names give other numbers', () => {
    const first = [
      stream('a', 0),
      stream('a', 1),
      stream('b', 0),
      new Stream(streamKey(seedKey('Stream'), 0, 'a')),
    ].map((each) => each.next());
    expect(new Set(first).size).toBe(4);
  });

  test('after 2^31 places the numbers go on under another key instead of repeating', () => {
    const key = streamKey(root, 0, 'long');
    const long = new Stream(key);
    const next = childKey(key, 1);
    expect(long.at(2 ** 31 - 1)).toBe(draw(key.low, key.high, 2 ** 31 - 1));
    expect(long.at(2 ** 31)).toBe(draw(next.low, next.high, 0));
    expect(long.at(2 ** 31 + 9)).toBe(draw(next.low, next.high, 9));
    const late = new Stream(key, 2 ** 31 - 3);
    const block = new Float64Array(4);
    late.fill(uniformBetween(0, 1), block);
    for (let i = 0; i < 4; i++) expect(block[i]).toBe(long.at(2 ** 31 - 3 + i));
    expect(late.index).toBe(2 ** 31 + 1);
    expect(late.next()).toBe(draw(next.low, next.high, 1));
    const later = new Stream(key, 2 ** 32 - 1);
    expect(later.next()).toBe(long.at(2 ** 32 - 1));
    expect(later.next()).toBe(long.at(2 ** 32));
  });
});

describe('a block is the numbers one by one, to the bit', () => {
  const families = {
    fixed: fixed(2),
    exponential: exponential(2.2),
    lognormal: lognormal(4, 0.8),
    gamma: gamma(6, 0.5),
    mixture: mixture([
      [0.25, fixed(1)],
      [0.75, exponential(2)],
    ]),
  };
  test.each(Object.entries(families))('%s', (_name, variate) => {
    const n = variate.family === 'exponential' ? 200_000 : 2_000;
    const { low, high } = streamKey(root, 0, 'block');
    const block = new Float64Array(n + 1);
    fill(variate, low, high, 17, block, n);
    for (let i = 0; i < n; i++) {
      if (block[i] !== quantile(variate, draw(low, high, 17 + i))) expect(i).toBe('the same');
    }
    expect(block[n]).toBe(0);
    const singles = stream('block');
    const blocks = stream('block');
    const parts = new Float64Array(100);
    blocks.fill(variate, parts.subarray(0, 30));
    blocks.fill(variate, parts.subarray(30), 70);
    expect(parts).toEqual(Float64Array.from(parts, () => singles.draw(variate)));
    expect(blocks.index).toBe(100);
  });

  test('exponential draws whose number has many leading zeros come out the same', () => {
    // -log(1 - u) above 7.6: one place in 2,000; keys beside places, so that none is missed
    let seen = 0;
    const one = new Float64Array(1);
    for (let i = 0; i < 300_000; i++) {
      const u = draw(i, -i, 5);
      if (u < 0.9995) continue;
      seen++;
      fill(exponential(3), i, -i, 5, one, 1);
      expect(one[0]).toBe(quantile(exponential(3), u));
    }
    expect(seen).toBeGreaterThan(100);
  });
});

describe('short words for common draws', () => {
  test('exponential and uniform are the quantiles of the next number', () => {
    const work = stream('work');
    const same = stream('work');
    for (let i = 0; i < 50; i++) {
      expect(work.exponential(2.5)).toBe(same.draw(exponential(2.5)));
      const value = work.uniform(-3, 5);
      expect(value).toBe(-3 + 8 * same.next());
    }
    expect(work.exponential(0)).toBe(0);
    expect(work.uniform(4, 4)).toBe(4);
  });

  test('pick gives every number from 0 to n - 1 equally often', () => {
    const counts = new Int32Array(6);
    const dice = stream('dice');
    for (let i = 0; i < 60_000; i++) counts[dice.pick(6)]!++;
    // standard deviation 91
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(4 * 91);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (n) => {
        const k = dice.pick(n);
        expect(Number.isInteger(k) && k >= 0 && k < n).toBe(true);
      }),
      { seed: 1 },
    );
  });

  test('chance is true as often as it says, always at 1 and never at 0', () => {
    const coin = stream('coin');
    let heads = 0;
    for (let i = 0; i < 40_000; i++) {
      if (coin.chance(0.3)) heads++;
      expect(coin.chance(1)).toBe(true);
      expect(coin.chance(0)).toBe(false);
    }
    expect(Math.abs(heads - 12_000)).toBeLessThan(4 * 92);
  });

  test('shuffle keeps the items and puts each in every place equally often', () => {
    const cards = stream('cards');
    const first = new Int32Array(4);
    for (let i = 0; i < 8_000; i++) {
      const deck = cards.shuffle([0, 1, 2, 3]);
      expect([...deck].sort()).toEqual([0, 1, 2, 3]);
      first[deck[0]!]!++;
    }
    for (const count of first) expect(Math.abs(count - 2_000)).toBeLessThan(4 * 39);
    expect(cards.index).toBe(24_000);
  });

  test('discrete values come out as often as they should', () => {
    const sizes = stream('sizes');
    const spread = discrete([
      [1, 0.5],
      [2, 0.3],
      [3, 0.2],
    ]);
    const counts = [0, 0, 0];
    for (let i = 0; i < 20_000; i++) counts[sizes.draw(spread) - 1]!++;
    expect(Math.abs(counts[0]! - 10_000)).toBeLessThan(300);
    expect(Math.abs(counts[1]! - 6_000)).toBeLessThan(260);
  });
});

test('whatever is read in whatever order, each place has its own number', () => {
  const key = streamKey(root, 0, 'mixed');
  const spread = exponential(2);
  for (const start of [0, 2 ** 31 - 40]) {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 300 }), (reads) => {
        const mixed = new Stream(key, start);
        const block = new Float64Array(5);
        for (const kind of reads) {
          const u = mixed.at(mixed.index);
          if (kind === 0) expect(mixed.next()).toBe(u);
          else if (kind === 1) expect(mixed.exponential(3)).toBe(quantile(exponential(3), u));
          else if (kind === 2) expect(mixed.draw(spread)).toBe(quantile(spread, u));
          else {
            mixed.fill(spread, block);
            expect(block[0]).toBe(quantile(spread, u));
          }
        }
      }),
      { seed: 1 },
    );
  }
});

test('what cannot be drawn is refused with its value, and reads no number', () => {
  const work = stream();
  expect(() => work.exponential(-1)).toThrow('mean is -1');
  expect(() => work.exponential(Number.NaN)).toThrow('is NaN:');
  expect(() => work.exponential(Infinity)).toThrow('is Infinity:');
  expect(() => work.uniform(5, 2)).toThrow('5 to 2');
  expect(() => work.uniform(0, Infinity)).toThrow('0 to Infinity');
  expect(() => work.pick(0)).toThrow('is 0:');
  expect(() => work.pick(2.5)).toThrow('is 2.5:');
  expect(() => work.chance(1.2)).toThrow('is 1.2:');
  expect(() => work.chance(Number.NaN)).toThrow('is NaN:');
  expect(() => work.at(-1)).toThrow('is -1:');
  expect(() => work.at(0.5)).toThrow('is 0.5:');
  expect(work.index).toBe(0);
});
