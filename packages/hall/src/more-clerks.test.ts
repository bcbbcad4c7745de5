import { expect, test } from 'vitest';
import { dayOf, hall } from '../test/hand-made-day.js';

// One line of equal clerks whom nobody leaves is never worse off with one clerk more (tests/laws-of-change.test.ts).

test('one more clerk may lengthen the waits of a day: restless customers who would have left are served, and take long', () => {
  const clerks = (count: number) =>
    hall({
      customers: {
        general: { share: '50%' },
        restless: { share: '50%', patience: { fixed: '10 min' } },
      },
      services: {
        pay: { share: '50%', time: { fixed: '8 min' } },
        plan: { share: '50%', time: { fixed: '100 min' } },
      },
      counters: { desk: { count, skills: ['pay', 'plan'], open: { usual: { '09:00': count } } } },
    });
  const guests = [
    '09:00 pay',
    '09:01 pay',
    '09:02 plan restless',
    '09:03 plan restless',
    '09:20 pay',
    '09:40 pay',
  ];
  expect(dayOf(clerks(1), guests).story).toEqual([
    'desk-1 09:00-09:08',
    'desk-1 09:08-09:16',
    'patience 09:12',
    'patience 09:13',
    'desk-1 09:20-09:28',
    'desk-1 09:40-09:48',
  ]);
  expect(dayOf(clerks(2), guests).story).toEqual([
    'desk-1 09:00-09:08',
    'desk-2 09:01-09:09',
    'desk-1 09:08-10:48',
    'desk-2 09:09-10:49',
    'desk-1 10:48-10:56',
    'desk-2 10:49-10:57',
  ]);
});
