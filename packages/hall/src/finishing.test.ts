import { defineScenario, type Scenario } from '@hallsim/scenario';
import { describe, expect, test } from 'vitest';
import { dayOf, hall } from '../test/hand-made-day.js';

const clerk = { headcount: 1, skills: ['pay'], shift: { from: '09:00', to: '12:00' } };

function room(count: number, staff: object, change: object = {}): Scenario {
  return defineScenario({ ...hall(change), counters: { count }, staff } as Scenario);
}

describe('calling', () => {
  const calling = { rules: { calling: { call: { fixed: '1 min' }, walk: { fixed: '2 min' } } } };

  test('takes the time of the call and of the walk, and keeps the counter busy', () => {
    const { story, visits, log } = dayOf(hall(calling), ['09:00', '09:01']);
    expect(story).toEqual(['desk-1 09:03-09:08', 'desk-1 09:11-09:16']);
    expect(visits.map(({ called }) => called)).toEqual([540, 548]);
    expect([...log.start.subarray(0, 2)].map((start, i) => start - log.called[i]!)).toEqual([3, 3]);
  });

  test('ends the patience of whoever is called', () => {
    const hasty = hall({
      ...calling,
      customers: { general: { share: '100%', patience: { fixed: '4 min' } } },
    });
    expect(dayOf(hasty, ['09:00', '09:03', '09:05']).story).toEqual([
      'desk-1 09:03-09:08',
      'patience 09:07',
      'desk-1 09:11-09:16',
    ]);
  });

  test('that takes no time is the start itself', () => {
    const { log, visits } = dayOf(hall(), ['09:00', '09:01']);
    expect(log.called).toBe(log.start);
    expect(visits.map(({ called }) => called)).toEqual([540, 545]);
  });
});

describe('after-work', () => {
  const after = { services: { pay: { afterWork: { fixed: '3 min' } } } };

  test('keeps the counter busy when the customer has gone', () => {
    const { story, visits } = dayOf(hall(after), ['09:00', '09:01']);
    expect(story).toEqual(['desk-1 09:00-09:05', 'desk-1 09:08-09:13']);
    expect(visits[0]!.left).toBe(545);
  });

  test('takes a slow clerk longer, and is overtime after closing', () => {
    const slow = room(1, { trainee: { ...clerk, speed: '50%' } }, after);
    const { story, log } = dayOf(slow, ['11:45', '11:46']);
    expect(story).toEqual(['trainee-1 11:45-11:55', 'trainee-1 12:01-12:11']);
    expect(log.overtime[0]).toBe(17);
  });
});

test('a service takes its time at the counters of a group, or with a kind of clerk, the clerk first', () => {
  const times = { timeAt: { desk: { fixed: '7 min' }, quick: { fixed: '2 min' } } };
  const front = hall({
    services: { pay: times },
    counters: {
      desk: {
        skills: null,
        open: null,
        count: 2,
        staff: { quick: clerk, other: clerk },
      },
    },
  });
  expect(dayOf(front, ['09:00', '09:00']).story).toEqual([
    'desk.quick-1 09:00-09:02',
    'desk.other-1 09:00-09:07',
  ]);
});

describe('errors', () => {
  test('are done over once, by the same clerk at once', () => {
    const clumsy = room(1, { trainee: { ...clerk, errors: '100%' } });
    expect(dayOf(clumsy, ['09:00', '09:01']).story).toEqual([
      'trainee-1 09:00-09:10',
      'trainee-1 09:10-09:20',
    ]);
  });
});
