import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clock, clockText, count, exactShare, minutes, perMinute, share } from './index.js';

describe.each([
  [minutes, '90 s', 1.5],
  [minutes, '6 min', 6],
  [minutes, '1.5 h', 90],
  [minutes, '0 min', 0],
  [minutes, '1000 h', 60_000],
  [perMinute, '54 per hour', 0.9],
  [perMinute, '0.9 per min', 0.9],
  [perMinute, '720 per day', 0.5],
  [share, '35%', 0.35],
  [share, '190%', 1.9],
  [share, '0.5%', 0.005],
  [exactShare, '99.9%', 0.999],
  [exactShare, '2.8%', 0.028],
  [exactShare, '190%', 1.9],
  [clock, '09:30', 570],
  [clock, '00:00', 0],
  [clock, '47:59', 2879],
  [count, '680', 680],
  [count, '164.5', 164.5],
] as const)('%o', (reader, text, value) => {
  test(`reads ${text} as ${value}`, () => expect(reader(text)).toBe(value));
});

const strange = [
  '',
  ' ',
  '6',
  '6min',
  '6  min',
  ' 6 min',
  '6 min ',
  '-6 min',
  '+6 min',
  '1e3 min',
  '06 min',
  '.5 h',
  '5. h',
  '6 minutes',
  '6 MIN',
  'NaN min',
  'Infinity h',
  '٦ min',
  '6 min\n',
  '54 / hour',
  '54 per week',
  '35',
  '35 %',
  '%',
  '-1%',
  '1,5%',
  '9:30',
  '48:00',
  '12:60',
  '24:5',
  '12:30:00',
  '１２:30',
  '1234567890',
  '0x10',
  'one',
];

test.each([minutes, perMinute, share, exactShare, clock, count])(
  '%o refuses everything else by name',
  (reader) => {
    for (const text of strange) {
      if (reader === count && text === '6') continue;
      if (reader === count && text === '35') continue;
      expect(() => reader(text), text).toThrow(RangeError);
      expect(() => reader(text), text).toThrow(JSON.stringify(text));
    }
    for (const value of [6, null, undefined, {}, ['6 min']]) {
      expect(() => reader(value as string)).toThrow(RangeError);
    }
  },
);

test('a reader gives a finite number that is not negative, or throws a RangeError', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.constantFrom(minutes, perMinute, share, clock, count),
      (text, reader) => {
        try {
          const value = reader(text);
          return Number.isFinite(value) && value >= 0;
        } catch (error) {
          return error instanceof RangeError;
        }
      },
    ),
    { seed: 1 },
  );
});

test('whole numbers of every unit are read exactly', () => {
  fc.assert(
    fc.property(fc.nat(999_999), (n) => {
      expect(minutes(`${n} min`)).toBe(n);
      expect(minutes(`${n} h`)).toBe(n * 60);
      expect(minutes(`${n} s`)).toBe(n / 60);
      expect(share(`${n}%`)).toBe(n / 100);
      expect(perMinute(`${n} per min`)).toBe(n);
    }),
    { seed: 2 },
  );
});

test('a clock time is found again from its minutes, after midnight too', () => {
  expect([0, 510, 570.9, 1500, 2879].map(clockText)).toEqual([
    '00:00',
    '08:30',
    '09:30',
    '25:00',
    '47:59',
  ]);
  for (let minute = 0; minute < 2880; minute++) expect(clock(clockText(minute))).toBe(minute);
});
