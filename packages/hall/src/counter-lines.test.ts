import { describe, expect, test } from 'vitest';
import type { Scenario } from '@hallsim/scenario';
import { dayOf, hall } from '../test/hand-made-day.js';
import { meanOf, overDays, teachingHall } from '../test/long-days.js';

/** Two desks for payments and contracts, services as they are given, a line at each. */
const two = (change: object = {}, jockeying?: object): Scenario =>
  hall({
    services: {
      pay: { share: '50%', time: { fixed: '5 min' } },
      plan: { share: '50%', time: { fixed: '20 min' } },
    },
    counters: { desk: { count: 2, skills: ['pay', 'plan'], open: { usual: { '09:00': 2 } } } },
    rules: { queues: 'per-counter', ...(jockeying && { jockeying }) },
    ...change,
  });
const clerks = (breaks: object, shift = '12:00'): object => ({
  counters: { desk: null, count: 2 },
  staff: {
    early: { headcount: 1, skills: ['pay', 'plan'], shift: { from: '09:00', to: shift }, breaks },
    late: { headcount: 1, skills: ['pay', 'plan'], shift: { from: '09:00', to: '12:00' } },
  },
});

describe('newcomers', () => {
  test('go to a free counter, else to the line with the fewest people, of equal ones to the lowest number', () => {
    const guests = ['09:00 plan', '09:01 pay', '09:02 pay', '09:03 pay', '09:07 pay'];
    expect(dayOf(two(), guests).story).toEqual([
      'desk-1 09:00-09:20',
      'desk-2 09:01-09:06',
      'desk-1 09:20-09:25', // stays behind the long case, though desk-2 is free from 09:11 on
      'desk-2 09:06-09:11',
      'desk-2 09:11-09:16',
    ]);
    expect(dayOf(two(), guests).visits.map(({ ahead }) => ahead)).toEqual([0, 0, 0, 0, 0]);
  });

  test('stand only where their case is served', () => {
    const split = two({
      counters: {
        desk: { count: 1, skills: ['pay', 'plan'], open: { usual: { '09:00': 1 } } },
        cash: { count: 1, skills: ['pay'], open: { usual: { '09:00': 1 } } },
      },
    });
    const guests = ['09:00 plan', '09:01 pay', '09:02 plan', '09:03 plan', '09:04 pay'];
    expect(dayOf(split, guests).story).toEqual([
      'desk-1 09:00-09:20',
      'cash-1 09:01-09:06',
      'desk-1 09:20-09:40',
      'desk-1 09:40-10:00',
      'cash-1 09:06-09:11',
    ]);
  });

  test('guess the wait from the line they would join', () => {
    const guess = two({
      customers: {
        general: {
          share: '100%',
          balks: { guess: { half: '12 min', scale: '0.01 min' } },
        },
      },
    });
    // a mean of 12.5 minutes for each one ahead
    const guests = ['09:00 plan', '09:00 plan', '09:01', '09:01', '09:02'];
    expect(dayOf(guess, guests).story.slice(2)).toEqual([
      'desk-1 09:20-09:25',
      'desk-2 09:20-09:25',
      'line 09:02',
    ]);
  });

  test('wait for the first counter that opens where none is open, and are called by their places', () => {
    const late = two({
      counters: {
        desk: { count: 2, skills: ['pay', 'plan'], open: { usual: { '09:00': 0, '09:10': 2 } } },
      },
    });
    expect(dayOf(late, ['09:00', '09:01', '09:02', '09:03', '09:12']).story).toEqual([
      'desk-1 09:10-09:15',
      'desk-2 09:10-09:15',
      'desk-1 09:15-09:20',
      'desk-2 09:15-09:20',
      'desk-1 09:20-09:25',
    ]);
  });
});

describe('inside each line', () => {
  test('strict priority, head starts and disciplines hold', () => {
    const vip = two({
      counters: { desk: { count: 1, skills: ['pay', 'plan'], open: { usual: { '09:00': 1 } } } },
      customers: { general: { share: '50%' }, vip: { share: '50%', priority: 'strict' } },
    });
    expect(dayOf(vip, ['09:00', '09:01', '09:02 pay vip']).story).toEqual([
      'desk-1 09:00-09:05',
      'desk-1 09:10-09:15',
      'desk-1 09:05-09:10',
    ]);
    const latest = two({ rules: { queues: 'per-counter', discipline: 'last-come-first-served' } });
    const guests = ['09:00', '09:00', '09:01', '09:02', '09:03', '09:04'];
    expect(dayOf(latest, guests).story).toEqual([
      'desk-1 09:00-09:05',
      'desk-2 09:00-09:05',
      'desk-1 09:10-09:15',
      'desk-2 09:10-09:15',
      'desk-1 09:05-09:10',
      'desk-2 09:05-09:10',
    ]);
  });
});

test('who is handed over goes before the line of the next counter that is free', () => {
  const leaves = two({
    ...clerks({}, '09:10'),
    rules: { queues: 'per-counter', atShiftEnd: 'hand-over' },
  });
  const guests = ['09:00 plan', '09:08', '09:09', '09:12'];
  expect(dayOf(leaves, guests).story).toEqual([
    'late-1 09:00-09:23', // early-1 until ten past, late-1 from 09:13 on
    'late-1 09:08-09:13',
    'late-1 09:23-09:28',
    'late-1 09:28-09:33',
  ]);
});

test('a counter that has broken down keeps its line', () => {
  const one = { count: 1, skills: ['pay', 'plan'], open: { usual: { '09:00': 1 } } };
  const failures = { every: { fixed: '3 min' }, lasts: { fixed: '30 min' } };
  const broken = two({ counters: { desk: { ...one, failures }, sound: one } });
  expect(dayOf(broken, ['09:00', '09:00', '09:01', '09:02']).story).toEqual([
    'desk-1 09:00-09:35', // down from 09:03 to 09:33
    'sound-1 09:00-09:05',
    'desk-1 09:35-10:40', // down again from 09:36 and from 10:09
    'sound-1 09:05-09:10',
  ]);
});

describe('the line of a counter that is not open any more', () => {
  const guests = ['09:00 plan', '09:00 plan', '09:01', '09:02', '09:03', '09:04'];

  test('goes from the front to the ends of the shortest others when the roster closes the counters with the highest numbers', () => {
    const closing = two({
      counters: {
        desk: {
          count: 2,
          skills: ['pay', 'plan'],
          open: { usual: { '09:00': 2, '09:10': 1 } },
        },
      },
    });
    expect(dayOf(closing, guests).story).toEqual([
      'desk-1 09:00-09:20',
      'desk-2 09:00-09:20',
      'desk-1 09:20-09:25',
      'desk-1 09:30-09:35', // had stood at desk-2
      'desk-1 09:25-09:30',
      'desk-1 09:35-09:40',
    ]);
  });

  test('does so when the clerk goes on a break, and when the shift ends', () => {
    const rests = two(clerks({ tea: { from: '09:20', length: '30 min' } }));
    expect(dayOf(rests, guests).story).toEqual([
      'early-1 09:00-09:20',
      'late-1 09:00-09:20',
      'late-1 09:30-09:35', // had stood at early-1
      'late-1 09:20-09:25',
      'late-1 09:35-09:40',
      'late-1 09:25-09:30',
    ]);
    const leaves = two(clerks({}, '09:10'));
    expect(dayOf(leaves, guests).story).toEqual(dayOf(rests, guests).story);
  });

  test('goes in the order in which it came, whatever it is called by', () => {
    const shortest = two({
      ...clerks({ tea: { from: '09:20', length: '30 min' } }),
      rules: { queues: 'per-counter', discipline: 'shortest-job' },
    });
    const line = ['09:00 plan', '09:00', '09:01 plan', '09:02', '09:03'];
    expect(dayOf(shortest, line).story).toEqual([
      'early-1 09:00-09:20',
      'late-1 09:00-09:05',
      'late-1 09:20-09:40', // the first of the line of early-1 finds late-1 free
      'late-1 09:05-09:10',
      'late-1 09:40-09:45',
    ]);
  });

  test('waits on by the time waited while no counter is open, and keeps the patience', () => {
    const lunch = two({
      day: {
        hours: [
          { from: '09:00', to: '09:10' },
          { from: '09:30', to: '12:00' },
        ],
        opens: null,
        closes: null,
      },
      customers: {
        general: { share: '50%' },
        hasty: { share: '50%', patience: { fixed: '20 min' } },
      },
    });
    const before = ['09:00 plan', '09:00 plan', '09:01', '09:02', '09:03 pay hasty', '09:04'];
    expect(dayOf(lunch, before).story).toEqual([
      'desk-1 09:00-09:20',
      'desk-2 09:00-09:20',
      'desk-1 09:30-09:35',
      'desk-2 09:30-09:35',
      'patience 09:23',
      'desk-1 09:35-09:40',
    ]);
  });
});

describe('changing over', () => {
  const guests = ['09:00 plan', '09:01 pay', '09:02 pay', '09:03 pay', '09:04 pay'];

  test('the last of a line that has become longer than another by the difference goes there', () => {
    expect(dayOf(two({}, { difference: 2 }), guests).story).toEqual([
      'desk-1 09:00-09:20',
      'desk-2 09:01-09:06',
      'desk-2 09:16-09:21', // went over at 09:16, when desk-2 had nobody
      'desk-2 09:06-09:11',
      'desk-2 09:11-09:16', // the last of three at desk-1 went over at 09:06, when one was left at desk-2
    ]);
    expect(dayOf(two({}, { difference: 3 }), guests).story.slice(2)).toEqual([
      'desk-1 09:20-09:25',
      'desk-2 09:06-09:11',
      'desk-2 09:11-09:16',
    ]);
  });

  test('a counter that opens draws people at once, who keep their patience', () => {
    const opening = two(
      {
        counters: {
          desk: { count: 2, skills: ['pay', 'plan'], open: { usual: { '09:00': 1, '09:04': 2 } } },
        },
        customers: { general: { share: '100%', patience: { fixed: '8 min' } } },
      },
      { difference: 2 },
    );
    expect(dayOf(opening, ['09:00 plan', '09:01', '09:02', '09:03']).story).toEqual([
      'desk-1 09:00-09:20',
      'patience 09:09',
      'desk-2 09:09-09:14',
      'desk-2 09:04-09:09',
    ]);
  });

  test('who came into the line last is its last, also where the shortest service is first', () => {
    const shortest = two({
      rules: {
        queues: 'per-counter',
        discipline: 'shortest-job',
        jockeying: { difference: 2 },
      },
    });
    expect(
      dayOf(shortest, ['09:00 plan', '09:01', '09:02 plan', '09:03 plan', '09:04']).story,
    ).toEqual([
      'desk-1 09:00-09:20',
      'desk-2 09:01-09:06',
      'desk-1 09:20-09:40',
      'desk-2 09:06-09:26',
      'desk-2 09:26-09:31', // was the last of desk-1 at 09:06, though the next to be called there
    ]);
  });

  test('each customer is of the kind that changes, or not, by a chance of the own', () => {
    const changed = (chance: string): number => {
      const day = dayOf(two({}, { difference: 2, chance }), guests);
      const without = dayOf(two(), guests);
      return day.visits.filter(({ start }, i) => start !== without.visits[i]!.start).length;
    };
    expect(changed('0%')).toBe(0);
    expect(changed('100%')).toBeGreaterThan(0);
  });

  test('nobody goes where the case is not served', () => {
    const split = two(
      {
        counters: {
          desk: { count: 1, skills: ['pay', 'plan'], open: { usual: { '09:00': 1 } } },
          cash: { count: 1, skills: ['pay'], open: { usual: { '09:00': 1 } } },
        },
      },
      { difference: 2 },
    );
    expect(dayOf(split, ['09:00 plan', '09:01 pay', '09:02 plan', '09:03 plan']).story).toEqual([
      'desk-1 09:00-09:20',
      'cash-1 09:01-09:06',
      'desk-1 09:20-09:40',
      'desk-1 09:40-10:00',
    ]);
  });
});

describe('mean waits at two equal counters differ from those of one line as exactly as they should', () => {
  // jsq-a: 0.34 customers a minute, 0.2 services a minute and counter
  const waits = (rules: object): readonly number[] => {
    const desks = teachingHall({
      demand: { arrivals: { '00:00': '20.4 per hour' } },
      counters: { desk: { count: 2, skills: ['errand'], open: { usual: { '00:00': 2 } } } },
      rules,
    });
    return overDays(desks, { days: 30, seed: 'lines' }, (log, row) => [
      log.start[row]! - log.waitFrom[row]!,
      1,
    ]).values;
  };
  const pooled = waits({});

  test.each([
    ['a line each, whose shortest newcomers join', undefined, 13.989945786483647 - 13.018018018018],
    ['a line each, where everybody changes over', { difference: 2 }, 0],
  ])('%s', (_, jockeying, exact) => {
    const own = waits({ queues: 'per-counter', ...(jockeying && { jockeying }) });
    const { mean, error } = meanOf(own.map((value, day) => value - pooled[day]!));
    expect(error).toBeLessThan(0.05);
    expect(Math.abs(mean - exact) / error, `${mean} ± ${error} against ${exact}`).toBeLessThan(3);
  });
});
