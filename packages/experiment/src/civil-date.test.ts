import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilDate, dateText, daysInMonth, nextDate, weekday } from './civil-date.js';

test('known dates fall on the weekdays of the almanac', () => {
  const known = {
    '0001-01-01': 'mon',
    '1582-10-15': 'fri', // the first day of the calendar
    '1969-07-20': 'sun',
    '1970-01-01': 'thu',
    '2000-02-29': 'tue',
    '2024-02-29': 'thu',
    '2026-10-01': 'thu',
    '2100-03-01': 'mon',
  };
  for (const [text, day] of Object.entries(known))
    expect([text, weekday(civilDate(text)!)]).toEqual([text, day]);
});

test('what is no day is no date', () => {
  for (const text of [
    '2026-02-29',
    '2026-13-01',
    '2026-00-01',
    '2026-04-31',
    '2026-4-1',
    '0000-01-01',
    'today',
    '',
  ]) {
    expect([text, civilDate(text)]).toEqual([text, null]);
  }
});

test('day after day is the calendar that every computer has', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9998 }),
      fc.integer({ min: 1, max: 12 }),
      (year, month) => {
        let date = { year, month, day: 1 };
        const length = daysInMonth(year, month);
        for (let i = 0; i < length + 1; i++) {
          const there = new Date(0);
          there.setUTCFullYear(year, month - 1, 1 + i);
          expect(dateText(date)).toBe(there.toISOString().slice(0, 10));
          expect(weekday(date)).toBe(
            ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][there.getUTCDay()],
          );
          date = nextDate(date);
        }
      },
    ),
    { seed: 1, numRuns: 300 },
  );
});
