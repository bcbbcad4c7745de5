import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Lcg } from '../fixtures/helpers.js';
import { Level } from './index.js';

interface Change {
  readonly wait: number;
  readonly value: number;
}

const value = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double({ min: -9, max: 9, noNaN: true }));
const wait = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 50, noNaN: true }));
const path = fc.array(fc.record({ wait, value }), { maxLength: 20 });

/** What can be read from a level that keeps shares. */
const seen = (level: Level): number[] => [
  level.span,
  level.mean,
  level.min,
  level.max,
  level.shareAt(2),
  level.shareFrom(2),
];

function levelOf(start: number, changes: readonly Change[]): Level {
  const level = new Level(start, 1, { shares: true });
  for (const { wait: by, value: to } of changes) level.set(level.time + by, to);
  level.observeUntil(level.time + 1);
  return level;
}

describe('a level', () => {
  test('weighs each value with the time spent at it', () => {
    const line = new Level(0, 0, { shares: true });
    line.add(2, 1);
    line.add(3, 1);
    line.add(3, 2);
    line.add(3, -2);
    line.add(5, -1);
    line.observeUntil(10);
    // 0 for 2, 1 for 1, 2 for 2, 1 for 5; the 4 of an instant is not seen
    expect(seen(line)).toEqual([10, 1, 0, 2, 0.2, 0.2]);
    expect([line.shareAt(1), line.shareFrom(0), line.shareAt(7)]).toEqual([0.6, 1, 0]);
    expect([line.value, line.time]).toEqual([1, 10]);
  });

  test('has the same bits however its span is cut into pieces, merged in any order', () => {
    fc.assert(
      fc.property(path, fc.integer({ min: 1, max: 1e6 }), (changes, seed) => {
        const whole = levelOf(7, changes);
        const random = new Lcg(seed);
        const pieces: Level[] = [];
        let piece = new Level(7, 1, { shares: true });
        const cut = (at: number): void => {
          piece.observeUntil(at);
          pieces.push(piece);
          piece = new Level(at, piece.value, { shares: true });
        };
        for (const { wait: by, value: to } of changes) {
          const at = piece.time + by;
          if (random.next() < 0.3) cut(Math.min(at, piece.time + by * random.next()));
          piece.set(at, to);
        }
        cut(whole.time);
        const merged = new Level(99, 99, { shares: true });
        for (const one of pieces.sort(() => random.next() - 0.5)) {
          merged.merge(random.next() < 0.5 ? one : Level.from(structuredClone(one.data())));
        }
        expect(seen(merged)).toEqual(seen(whole));
      }),
      { seed: 1 },
    );
  });

  test('agrees with the sum of value times length to rounding', () => {
    fc.assert(
      fc.property(path, (changes) => {
        const level = levelOf(0, changes);
        let [area, at, time] = [0, 1, 0];
        for (const { wait: by, value: to } of changes) {
          area += at * (time + by - time);
          time += by;
          at = to;
        }
        area += at * (time + 1 - time);
        expect(Math.abs(level.mean * level.span - area)).toBeLessThan(1e-9 * (1 + 9 * time));
      }),
      { seed: 1 },
    );
  });

  test('can be observed on where another thread left it', () => {
    fc.assert(
      fc.property(path, path, (before, after) => {
        const whole = levelOf(0, before);
        const revived = Level.from(structuredClone(whole.data()));
        for (const level of [whole, revived]) {
          for (const { wait: by, value: to } of after) level.set(level.time + by, to);
          level.observeUntil(level.time + 3);
        }
        expect(seen(revived)).toEqual(seen(whole));
        expect(revived.data()).toEqual(whole.data());
      }),
      { seed: 1 },
    );
  });

  test('forgets the warm-up and keeps its value', () => {
    const line = new Level(0, 5, { shares: true });
    line.add(10, -3);
    line.reset(20);
    expect(seen(line)).toEqual([0, NaN, NaN, NaN, NaN, NaN]);
    line.add(25, 1);
    line.observeUntil(30);
    expect(seen(line)).toEqual([10, 2.5, 2, 3, 0.5, 1]);
  });

  test('of replications weighs them by their length', () => {
    const all = new Level();
    for (const [length, mean] of [
      [10, 1],
      [30, 2],
    ] as const) {
      const day = new Level(0, mean);
      day.observeUntil(length);
      all.merge(day);
    }
    expect([all.span, all.mean, all.min, all.max]).toEqual([40, 1.75, 1, 2]);
  });

  test('says NaN where no time was observed', () => {
    const line = new Level(3, 4, { shares: true });
    line.set(3, 8);
    expect(seen(line)).toEqual([0, NaN, NaN, NaN, NaN, NaN]);
  });

  test('refuses a time before the last one, naming both, and numbers that are not finite', () => {
    const line = new Level(0, 1);
    line.set(5, 2);
    expect(() => line.set(3, 0)).toThrow('time 3 lies before 5');
    expect(() => line.add(4.5, 1)).toThrow('time 4.5 lies before 5');
    expect(() => line.reset(0)).toThrow('time 0 lies before 5');
    expect(() => line.observeUntil(NaN)).toThrow('the time of a level is NaN');
    expect(() => line.set(Infinity, 0)).toThrow('the time of a level is Infinity');
    expect(() => line.set(6, NaN)).toThrow('the value of a level is NaN');
    expect(() => new Level(NaN)).toThrow('the start of a level is NaN');
    line.observeUntil(10);
    expect([line.mean, line.value]).toEqual([1.5, 2]);
  });

  test('without shares says how to keep them', () => {
    expect(() => new Level().shareAt(0)).toThrow('{ shares: true }');
    const keeps = new Level(0, 0, { shares: true });
    expect(() => keeps.merge(new Level())).toThrow('the other level keeps no shares');
  });
});
