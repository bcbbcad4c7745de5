import { expect, test } from 'vitest';
import {
  counterGroups,
  defaultDayType,
  expectedCustomers,
  isCounterPool,
  label,
  openingHours,
  parseScenario,
} from './index.js';
import type { Scenario } from './index.js';
import { changed, hallText } from './testing/documents.js';

function read(source: string | Record<string, unknown>): Scenario {
  const result = parseScenario(typeof source === 'string' ? source : JSON.stringify(source));
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.scenario;
}

const small = read(changed({}));
const riverside = read(hallText('riverside-telecom'));

test('a label is shown in its language, one text in both, and an id where there is none', () => {
  expect(label({ en: 'Payment', zh: '缴费' }, 'zh', 'pay')).toBe('缴费');
  expect(label('缴费', 'en', 'pay')).toBe('缴费');
  expect(label(undefined, 'zh', 'pay')).toBe('pay');
});

test('expected customers are the arrivals times the volume, and the rushes', () => {
  // 3 h of 30 per hour and 5 h of 18 per hour.
  expect(expectedCustomers(small)).toBeCloseTo(180, 9);
  expect(expectedCustomers(small, 'busy')).toBeCloseTo(280, 9);
  expect(() => expectedCustomers(small, 'quiet')).toThrow(
    /no day type "quiet"; it has normal, busy/,
  );
});

test('nobody comes while the hall is closed at midday', () => {
  const hours = [
    { from: '09:00', to: '12:00' },
    { from: '14:00', to: '17:00' },
  ];
  const hall = read(changed({ day: { hours } }));
  expect(expectedCustomers(hall)).toBeCloseTo(90 + 54, 9);
  // Of the rush from 12:00 to 13:00 nothing is left.
  expect(expectedCustomers(hall, 'busy')).toBeCloseTo(1.5 * 144, 9);
  expect(openingHours(hall.day)).toEqual({
    opens: 540,
    closes: 1020,
    lastTicket: 1020,
    periods: [
      { from: 540, to: 720 },
      { from: 840, to: 1020 },
    ],
  });
});

test('the day type is the one named, else the first, else none', () => {
  expect(defaultDayType(riverside)).toBe('billing-day');
  expect(defaultDayType(read(changed({ 'demand/dayType': undefined })))).toBe('normal');
  expect(
    defaultDayType(read(changed({ 'demand/dayType': undefined, 'demand/dayTypes': undefined }))),
  ).toBeUndefined();
});

test('counters are a pool or groups', () => {
  expect(isCounterPool(riverside.counters)).toBe(true);
  expect(counterGroups(riverside)).toEqual({});
  expect(Object.keys(counterGroups(small))).toEqual(['front']);
});
