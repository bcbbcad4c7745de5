import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockMinute, clockText, slotAt } from './index.js';
import { slots } from './test-page.js';

test('a clock text and its minute are the same time, also beyond midnight', () => {
  expect(clockText(570)).toBe('09:30');
  expect(clockMinute('99:30')).toBe(5970);
  fc.assert(
    fc.property(fc.nat(100_000), (minute) => {
      expect(clockMinute(clockText(minute))).toBe(minute);
    }),
    { seed: 1 },
  );
});

test('a slot holds its first minute and not its last', () => {
  expect(slotAt(slots, 540)).toBe(0);
  expect(slotAt(slots, 570)).toBe(1);
  expect(slotAt(slots, 539)).toBe(-1);
  expect(slotAt(slots, 660)).toBe(-1);
  expect(slotAt(slots, null)).toBe(-1);
});
