import { defineScenario } from '@hallsim/scenario';
import { expect, test } from 'vitest';
import { staffingProblem } from './staffing-problem.js';
import { StaffingDays } from './staffing-days.js';
import { Decision } from './staffing-decision.js';
import { indifferenceOf, type StaffingTarget, targetOf } from './staffing-target.js';

const hall = defineScenario({
  format: 'service-hall/1',
  day: { opens: '09:00', closes: '10:00' },
  demand: { arrivals: { '09:00': '20 per hour' } },
  customers: { all: { share: '100%' } },
  services: { pay: { share: '100%', time: { exponential: '3 min' } } },
  counters: { all: { count: 4, skills: ['pay'], open: { usual: { '09:00': 2 } } } },
  targets: {
    'service-level': { within: '10 min', atLeast: '99.9%' },
    abandonment: { atMost: '0.7%' },
  },
});
const level = (share: number): StaffingTarget => ({ ...targetOf(hall), share });
const left = (share: number): StaffingTarget => ({ ...targetOf(hall, 'abandonment'), share });

test('0.3 points count as equal, but no more than a tenth of what the promise leaves', () => {
  expect([0.7, 0.8, 0.85, 0.9, 0.97].map((share) => indifferenceOf(level(share)))).toEqual(
    Array(5).fill(0.003),
  );
  expect([0.98, 0.999].map((share) => indifferenceOf(level(share)))).toEqual([0.002, 0.0001]);
  expect([0.05, 0.005].map((share) => indifferenceOf(left(share)))).toEqual([0.003, 0.0005]);
});

test('a promise is the share that the file writes, to the last digit', () => {
  expect([targetOf(hall).share, targetOf(hall, 'abandonment').share]).toEqual([0.999, 0.007]);
});

/** What an interval says of a promise. */
function judged(target: StaffingTarget, low: number, high: number): 'kept' | 'fails' | 'open' {
  const days = new StaffingDays(staffingProblem(hall, undefined, target), 'judged', {
    runner: undefined,
    signal: undefined,
    onDays: undefined,
  });
  const sign = target.id === 'abandonment' ? -1 : 1;
  const size = { days: 40, first: 40, few: 40, expected: 20 };
  const decision = new Decision(days, { ...size, confidence: 0.95, sign });
  const [kept, fails] = [decision.reaches({ low, high }), decision.fails({ low, high })];
  expect(kept && fails).toBe(false);
  return kept ? 'kept' : fails ? 'fails' : 'open';
}

test('an interval wholly on the wrong side is never kept, however near it is', () => {
  expect(judged(level(0.999), 0.996, 0.9975)).toBe('fails');
  expect(judged(level(0.85), 0.848, 0.8495)).toBe('fails');
  expect(judged(left(0.005), 0.006, 0.0078)).toBe('fails');
  expect(judged(left(0.05), 0.0501, 0.052)).toBe('fails');
});

test('an interval that holds the promise keeps it where its far end is within the indifference', () => {
  expect(judged(level(0.85), 0.8471, 0.8525)).toBe('kept');
  expect(judged(level(0.85), 0.8469, 0.8525)).toBe('open');
  expect(judged(level(0.999), 0.99895, 0.9992)).toBe('kept');
  expect(judged(level(0.999), 0.9971, 0.9995)).toBe('open');
  expect(judged(left(0.005), 0.0049, 0.0054)).toBe('kept');
  expect(judged(left(0.005), 0.0049, 0.0056)).toBe('open');
});
