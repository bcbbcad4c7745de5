import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AtOnce } from './at-once.js';

test('pairs leave in the order they came in, however many are inside', () => {
  // pushes so many, then takes so many: the ring turns and grows at every place of its head
  const turns = fc.array(fc.tuple(fc.nat(90), fc.nat(90)), { maxLength: 30, size: 'max' });
  fc.assert(
    fc.property(turns, (list) => {
      const ring = new AtOnce();
      const naive: [number, number][] = [];
      let pushed = 0;
      for (const [pushes, takes] of list) {
        for (let i = 0; i < pushes; i++) {
          naive.push([pushed % 5, 1000 - pushed]);
          ring.push(pushed % 5, 1000 - pushed++);
        }
        for (let i = 0; i < takes && ring.size > 0; i++) {
          ring.take();
          expect([ring.kind, ring.entity]).toEqual(naive.shift());
        }
        expect(ring.size).toBe(naive.length);
      }
    }),
    { seed: 3 },
  );
});
