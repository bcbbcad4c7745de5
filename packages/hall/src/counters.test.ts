import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Counters } from './counters.js';
import { stepFunction } from './step-function.js';

const group = (count: number): ConstructorParameters<typeof Counters>[0] => ({
  id: 'desk',
  count,
  open: stepFunction([]),
  clerks: null,
  speed: 1,
  meanService: 5,
  lines: new Int32Array(0),
  helps: null,
  elastic: null,
});

test('the lowest free counter is taken, in groups of any size', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.array(fc.nat(99)), (count, releases) => {
      const counters = new Counters(group(count), 0, 0);
      counters.openUpTo(count, 0);
      const busy = new Set<number>();
      const lowest = (): number => {
        let free = 0;
        while (busy.has(free)) free++;
        return free;
      };
      const fill = (): void => {
        while (counters.hasFree) {
          const expected = lowest();
          expect(counters.take(0)).toBe(expected);
          busy.add(expected);
        }
        expect(busy.size).toBe(count);
      };
      fill();
      for (const counter of releases.filter((n) => n < count)) {
        if (busy.delete(counter)) counters.release(counter, 0);
      }
      fill();
    }),
    { seed: 1 },
  );
});

test('overtime is what more counters work than are rostered, from the first measured moment on', () => {
  const counters = new Counters(group(3), 0, 100);
  counters.openUpTo(3, 0);
  counters.take(80);
  counters.take(80);
  counters.take(80);
  counters.openUpTo(1, 90); //  two too many, 10 min of them before anything is measured
  counters.release(0, 105); // 2 × 5
  counters.release(1, 110); // 1 × 5
  expect(counters.overtime).toBe(15);
  counters.close(120); //     one is busy as rostered until here
  counters.release(2, 127); // 1 × 7
  expect(counters.overtime).toBe(22);
  counters.clear();
  expect([counters.overtime, counters.open, counters.busy]).toEqual([0, 0, 0]);
});
