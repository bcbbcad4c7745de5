import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TimeHeap } from '@hallsim/kernel';

test('entries leave by time, then by entity number, whatever order they came in', () => {
  const entries = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.nat(50)));
  fc.assert(
    fc.property(entries, (list) => {
      const heap = new TimeHeap(1);
      for (const [time, entity] of list) heap.push(time, entity);
      const left: [number, number][] = [];
      while (heap.size > 0) {
        left.push([heap.time, heap.entity]);
        heap.pop();
      }
      expect(left).toEqual([...list].sort((a, b) => a[0] - b[0] || a[1] - b[1]));
    }),
  );
});

test('pushes and pops may alternate: the head is always the least of what is inside', () => {
  const commands = fc.array(fc.option(fc.tuple(fc.nat(30), fc.nat(30)), { freq: 3 }));
  fc.assert(
    fc.property(commands, (list) => {
      const heap = new TimeHeap();
      const inside: [number, number][] = [];
      for (const command of list) {
        if (command) {
          heap.push(command[0], command[1]);
          inside.push(command);
          inside.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        } else {
          heap.pop();
          inside.shift();
        }
        expect([heap.time, heap.entity, heap.size]).toEqual([
          inside[0]?.[0] ?? Infinity,
          inside[0]?.[1] ?? -1,
          inside.length,
        ]);
      }
    }),
  );
});

test('a time that is not a number is refused with the entity it belongs to', () => {
  expect(() => new TimeHeap().push(NaN, 17)).toThrow('entity 17');
});
