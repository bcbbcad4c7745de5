import { expect, test } from 'vitest';
import { PeopleInLine } from './people-in-line.js';

/** People of 700 days in two intervals. */
const numbers = Float64Array.from({ length: 1400 }, (_, i) => ((37 * i) % 501) / 10);
const levels = [0.05, 0.5, 0.95];

function found(most: number): number[][] {
  const people = new PeopleInLine(2, most);
  for (let day = 0; day < 700; day++) people.add(numbers, day, 700);
  return [0, 1].map((interval) => people.quantiles(interval, levels));
}

test('the spread over days is that of order statistics, of each interval alone', () => {
  const expected = [0, 1].map((interval) => {
    const sorted = numbers.slice(700 * interval, 700 * (interval + 1)).sort();
    return levels.map((p) => sorted[Math.floor(p * 700)]!);
  });
  expect(found(1000)).toEqual(expected);
});

test('of more days than are kept it is right to 0.05 %', () => {
  found(1000)
    .flat()
    .forEach((exact, i) => {
      expect(Math.abs(found(300).flat()[i]! - exact)).toBeLessThanOrEqual(exact / 2048);
    });
});
