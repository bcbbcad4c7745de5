import { defineScenario, type Scenario } from '@hallsim/scenario';
import { describe, expect, test } from 'vitest';
import { dayOf, hall } from '../test/hand-made-day.js';

const twoClasses = (vip: object): object => ({
  customers: { general: { share: '50%' }, vip: { share: '50%', ...vip } },
});
const twoErrands = {
  pay: { share: '50%', time: { fixed: '5 min' } },
  plan: { share: '50%', time: { fixed: '20 min' } },
};

describe('who is called next', () => {
  test('a strict class goes before everybody else, however long they wait; inside it first come first served', () => {
    const strict = hall(twoClasses({ priority: 'strict' }));
    const guests = ['09:00', '09:01', '09:02 pay vip', '09:03', '09:04 pay vip', '09:09 pay vip'];
    expect(dayOf(strict, guests).story).toEqual([
      'desk-1 09:00-09:05',
      'desk-1 09:20-09:25',
      'desk-1 09:05-09:10',
      'desk-1 09:25-09:30',
      'desk-1 09:10-09:15',
      'desk-1 09:15-09:20',
    ]);
  });

  test('a head start counts as so many minutes of waiting, and no more', () => {
    const ahead = hall(twoClasses({ headStart: '3 min' }));
    const guests = ['09:00', '09:01', '09:02', '09:04 pay vip', '09:06 pay vip'];
    expect(dayOf(ahead, guests).story).toEqual([
      'desk-1 09:00-09:05',
      'desk-1 09:05-09:10', // since 09:01; the head start makes it 09:01 too, and the earlier ticket wins
      'desk-1 09:15-09:20',
      'desk-1 09:10-09:15',
      'desk-1 09:20-09:25',
    ]);
  });

  test('a service is served by the most specialised group that is free, then by the first of the file', () => {
    const three = hall({
      services: twoErrands,
      counters: {
        desk: { count: 1, skills: ['pay', 'plan'], open: { usual: { '09:00': 1 } } },
        other: { count: 1, skills: ['pay', 'plan'], open: { usual: { '09:00': 1 } } },
        cash: { count: 1, skills: ['pay'], open: { usual: { '09:00': 1 } } },
      },
    });
    expect(dayOf(three, ['09:00 pay', '09:00 pay', '09:00 pay']).story).toEqual([
      'cash-1 09:00-09:05',
      'desk-1 09:00-09:05',
      'other-1 09:00-09:05',
    ]);
  });

  test('nobody is called by a group without the skill, even while it has nothing to do', () => {
    const split = hall({
      services: twoErrands,
      counters: {
        desk: { skills: ['pay'] },
        advice: { count: 1, skills: ['plan'], open: { usual: { '09:00': 1 } } },
      },
    });
    expect(dayOf(split, ['09:00 pay', '09:01 pay', '09:02 plan']).story).toEqual([
      'desk-1 09:00-09:05',
      'desk-1 09:05-09:10',
      'advice-1 09:02-09:22',
    ]);
  });

  test('a VIP counter serves only VIPs; general counters call VIPs too, by their place', () => {
    const lounge = hall({
      ...twoClasses({}),
      counters: {
        lounge: {
          count: 1,
          skills: ['pay'],
          customers: ['vip'],
          open: { usual: { '09:00': 1 } },
        },
      },
    });
    const guests = ['09:00', '09:00 pay vip', '09:01', '09:02 pay vip', '09:03 pay vip', '09:04'];
    expect(dayOf(lounge, guests).story).toEqual([
      'desk-1 09:00-09:05',
      'lounge-1 09:00-09:05',
      'desk-1 09:05-09:10',
      'lounge-1 09:05-09:10',
      'desk-1 09:10-09:15',
      'desk-1 09:15-09:20',
    ]);
  });
});

describe('people who do not stay', () => {
  test('patience begins on joining the counter line, and ends only a wait', () => {
    const strained = hall({
      customers: { general: { share: '100%', patience: { fixed: '3 min' } } },
    });
    expect(dayOf(strained, ['09:00', '09:01', '09:03']).story).toEqual([
      'desk-1 09:00-09:05',
      'patience 09:04',
      'desk-1 09:05-09:10',
    ]);
  });

  test('a rule of the length looks at everybody who waits for any counter', () => {
    const shy = hall({
      services: twoErrands,
      customers: { general: { share: '100%', balks: { whenWaiting: 2, chance: '100%' } } },
      counters: {
        advice: { count: 1, skills: ['plan'], open: { usual: { '09:00': 1 } } },
      },
    });
    const guests = ['09:00 pay', '09:00 plan', '09:01 pay', '09:01 plan', '09:02 pay'];
    expect(dayOf(shy, guests).story.slice(2)).toEqual([
      'desk-1 09:05-09:10',
      'advice-1 09:20-09:40',
      'line 09:02',
    ]);
  });

  test('a guess is people ahead times mean service over open counters', () => {
    // almost a step: nobody leaves at a guess of 9 min, everybody at 11 min
    const guess = { half: '10 min', scale: '1 s' };
    const guessing = (counters: number): object => ({
      customers: { general: { share: '100%', balks: { guess } } },
      counters: { desk: { count: 2, open: { usual: { '09:00': counters } } } },
      services: { pay: { time: { fixed: '11 min' } } },
    });
    const one = ['09:00', '09:01', '09:02'];
    expect(dayOf(hall(guessing(1)), one).story[2]).toBe('line 09:02');
    const two = ['09:00', ...one, '09:03'];
    expect(dayOf(hall(guessing(2)), two).story.slice(2)).toEqual([
      'desk-1 09:11-09:22',
      'desk-2 09:11-09:22',
      'line 09:03',
    ]);
  });

  test('a free counter is a short line: nobody balks on the way to it', () => {
    const shy = { share: '100%', balks: { whenWaiting: 0, chance: '100%' } };
    expect(dayOf(hall({ customers: { general: shy } }), ['09:00', '09:01']).story).toEqual([
      'desk-1 09:00-09:05',
      'line 09:01',
    ]);
  });
});

describe('the roster', () => {
  test('a counter that should close finishes its customer, and that is overtime', () => {
    const falls = hall({
      counters: { desk: { count: 2, open: { usual: { '09:00': 2, '09:02': 1 } } } },
    });
    const { story, log } = dayOf(falls, ['09:00', '09:00', '09:01', '09:01']);
    expect(story).toEqual([
      'desk-1 09:00-09:05',
      'desk-2 09:00-09:05',
      'desk-1 09:05-09:10',
      'desk-1 09:10-09:15',
    ]);
    expect([...log.overtime]).toEqual([3]);
  });

  /** Clerks instead of rosters: each has a shift and a way of working. */
  const room = (count: number, staff: object): object => ({
    ...hall(),
    counters: { count },
    staff,
  });
  const clerk = { headcount: 1, skills: ['pay'], shift: { from: '09:00', to: '12:00' } };

  test('a slow clerk takes the time divided by the speed', () => {
    const slow = defineScenario(room(1, { trainee: { ...clerk, speed: '50%' } }) as Scenario);
    expect(dayOf(slow, ['09:00', '09:01']).story).toEqual([
      'trainee-1 09:00-09:10',
      'trainee-1 09:10-09:20',
    ]);
  });

  test('a clerk on a break takes nobody; one at a time means one after the other', () => {
    const breaks = { tea: { from: '10:00', length: '10 min', oneAtATime: true } };
    const pair = defineScenario(room(2, { pair: { ...clerk, headcount: 2, breaks } }) as Scenario);
    expect(dayOf(pair, ['10:00', '10:00', '10:18', '10:18', '10:20', '10:20']).story).toEqual([
      'pair-2 10:00-10:05',
      'pair-2 10:05-10:10', // pair-1 rests until 10:10, then pair-2 goes
      'pair-1 10:18-10:23',
      'pair-2 10:20-10:25',
      'pair-1 10:23-10:28',
      'pair-2 10:25-10:30',
    ]);
  });

  test('more clerks than counters: those first in the file sit, the others when a counter is free', () => {
    const staff = {
      early: { ...clerk, shift: { from: '09:00', to: '10:00' } },
      late: clerk,
    };
    const crowded = defineScenario(room(1, staff) as Scenario);
    expect(dayOf(crowded, ['09:50', '09:51', '10:04']).story).toEqual([
      'early-1 09:50-09:55',
      'early-1 09:55-10:00',
      'late-1 10:04-10:09',
    ]);
  });

  test('while the hall is closed at midday nobody starts; people inside keep their places', () => {
    const lunch = hall({
      day: {
        opens: null,
        closes: null,
        hours: [
          { from: '09:00', to: '10:00' },
          { from: '11:00', to: '12:00' },
        ],
      },
    });
    const { story, log } = dayOf(lunch, ['09:56', '09:57', '09:58', '11:00']);
    expect(story).toEqual([
      'desk-1 09:56-10:01',
      'desk-1 11:00-11:05',
      'desk-1 11:05-11:10',
      'desk-1 11:10-11:15',
    ]);
    expect([...log.overtime]).toEqual([1]);
  });
});
