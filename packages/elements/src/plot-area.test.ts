import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hourTicks } from './plot-area.js';

test('labels of hours never touch, be it a morning or a teaching queue of a thousand hours', () => {
  const minutes = fc.integer({ min: 30, max: 60_000 });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1440 }),
      minutes,
      fc.integer({ min: 150, max: 2000 }),
      (start, length, pixels) => {
        const ticks = hourTicks(start, start + length, pixels);
        const gaps = ticks.slice(1).map((tick, i) => ((tick - (ticks[i] ?? 0)) / length) * pixels);
        expect(Math.min(Infinity, ...gaps)).toBeGreaterThan(40);
      },
    ),
    { seed: 1 },
  );
});

test('a day is labelled by the hour, a week by the day', () => {
  expect(hourTicks(540, 720, 600)).toEqual([540, 600, 660, 720]);
  expect(hourTicks(0, 7 * 1440, 600).slice(0, 3)).toEqual([0, 1440, 2880]);
});
