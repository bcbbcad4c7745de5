import type { Scenario } from '@hallsim/scenario';
import { expect, test } from 'vitest';
import { dayOf, hall } from '../test/hand-made-day.js';
import { overDays, teachingHall } from '../test/long-days.js';

const open = (count: number): object => ({ usual: { '09:00': count } });
/** A general desk with two counters, and one for payments alone. */
const desks = {
  services: {
    pay: { share: '50%', time: { fixed: '5 min' } },
    plan: { share: '50%', time: { fixed: '5 min' } },
  },
  counters: {
    desk: { count: 2, skills: ['pay', 'plan'], open: open(2) },
    cash: { count: 1, skills: ['pay'], open: open(1) },
  },
};
const clerks = (freeCounter?: string, more: object = desks): Scenario =>
  hall({ ...more, ...(freeCounter !== undefined && { rules: { freeCounter } }) });
const who = (scenario: Scenario, guests: readonly string[]): (string | undefined)[] =>
  dayOf(scenario, guests).story.map((told) => told.split(' ')[0]);

test('the most specialised group that is free takes a customer, where no rule says otherwise', () => {
  expect(who(clerks(), ['09:00 pay', '09:01 pay', '09:02 pay'])).toEqual([
    'cash-1',
    'desk-1',
    'desk-2',
  ]);
});

test('in fixed order the first free counter of the file does', () => {
  expect(who(clerks('fixed-order'), ['09:00 pay', '09:01 pay', '09:02 pay'])).toEqual([
    'desk-1',
    'desk-2',
    'cash-1',
  ]);
});

test('the counter that has been free longest does, of several the first in the file', () => {
  const guests = ['09:00 pay', '09:10 pay', '09:20 pay', '09:30 pay', '09:40 pay'];
  expect(who(clerks('longest-idle'), guests)).toEqual([
    'desk-1',
    'desk-2',
    'cash-1',
    'desk-1',
    'desk-2',
  ]);
});

test('the fastest clerk who is free does', () => {
  const staff = (speed: string): object => ({
    headcount: 1,
    skills: ['pay'],
    speed,
    shift: { from: '09:00', to: '12:00' },
  });
  const room = {
    counters: { desk: null, count: 3 },
    staff: { slow: staff('50%'), quick: staff('200%'), usual: staff('100%') },
  };
  expect(who(clerks('fastest', room), ['09:00', '09:00', '09:00', '09:04'])).toEqual([
    'quick-1',
    'usual-1',
    'slow-1',
    'quick-1',
  ]);
});

test('agrees with the exact wait at three unequal counters of which the fastest free one serves', () => {
  // het-a: 0.45 customers a minute; 0.3, 0.2 and 0.12 services a minute
  const one = { count: 1, skills: ['errand'], open: { usual: { '00:00': 1 } } };
  const at = (rate: number): object => ({ exponential: { mean: `${60 / rate} s` } });
  const unequal = teachingHall({
    demand: { arrivals: { '00:00': '27 per hour' } },
    services: {
      errand: {
        share: '100%',
        time: { exponential: '5 min' },
        timeAt: { quick: at(0.3), usual: at(0.2), slow: at(0.12) },
      },
    },
    counters: { quick: one, usual: one, slow: one },
    rules: { freeCounter: 'fixed-order' },
  });
  const { mean, error } = overDays(unequal, { days: 40, seed: 'theory' }, (log, row) => [
    log.start[row]! - log.waitFrom[row]!,
    1,
  ]);
  const exact = 3.074617631363098;
  expect(Math.abs(mean - exact) / error, `${mean} ± ${error} against ${exact}`).toBeLessThan(4);
});
