import { defineScenario, type Scenario } from '@hallsim/scenario';
import { describe, expect, test } from 'vitest';
import { dayOf, hall, type ToldDay } from '../test/hand-made-day.js';
import { CLERK_STATES } from './clerk-state.js';
import { compile } from './compile.js';
import { drawDemand } from './draw-demand.js';
import { runDay } from './day.js';

const clerk = { headcount: 1, skills: ['pay'], shift: { from: '09:00', to: '12:00' } };

/** Clerks instead of rosters, in one room of so many counters. */
function room(count: number, staff: object, day: object = {}): Scenario {
  const plain = hall();
  return defineScenario({
    ...plain,
    day: { ...plain.day, ...day },
    counters: { count },
    staff,
  } as Scenario);
}

/** What each clerk did: `1 idle 09:00, 1 serving 09:01`; a star for work beyond the roster. */
function lives({ log: { states } }: ToldDay): string[] {
  return Array.from({ length: states.length }, (_, i) => {
    const minutes = states.from[i]!;
    const time = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
    const state = CLERK_STATES[states.state[i]!]!;
    const beyond = states.rostered[i] === 0 && state !== 'off' && state !== 'absent' ? '*' : '';
    return `${states.unit[i]! + 1} ${state}${beyond} ${time}`;
  });
}

describe('a shift', () => {
  test('ends after the customer, and what is served beyond it is overtime', () => {
    const early = room(1, { early: { ...clerk, shift: { from: '09:00', to: '10:00' } } });
    const day = dayOf(early, ['09:58', '09:59']);
    expect(day.story).toEqual(['early-1 09:58-10:03', 'no-counter 12:00']);
    expect(lives(day)).toEqual([
      '1 idle 9:00',
      '1 serving 9:58',
      '1 serving* 10:00',
      '1 off 10:03',
    ]);
    expect([day.log.staffed[0], day.log.overtime[0]]).toEqual([60, 3]);
  });

  test('that reaches closing lasts until the hall is empty', () => {
    const day = dayOf(room(1, { late: clerk }), ['11:58', '11:59']);
    expect(day.story).toEqual(['late-1 11:58-12:03', 'late-1 12:03-12:08']);
    expect(day.log.overtime[0]).toBe(8);
  });

  test('begins without a counter while all are taken, and whoever leaves first gives one up', () => {
    const staff = { early: { ...clerk, shift: { from: '09:00', to: '10:00' } }, late: clerk };
    const day = dayOf(room(1, staff), ['09:58', '09:59']);
    expect(day.story).toEqual(['early-1 09:58-10:03', 'late-1 10:03-10:08']);
    expect(lives(day).filter((line) => line.startsWith('2'))).toEqual([
      '2 no-counter 9:00',
      '2 serving 10:03',
      '2 idle 10:08',
      '2 off 12:00',
    ]);
  });

  test('goes on over a midday closure, in which the clerk is off and may rest', () => {
    const hours = [
      { from: '09:00', to: '10:00' },
      { from: '11:00', to: '12:00' },
    ];
    const breaks = { lunch: { from: '10:00', length: '30 min' } };
    const lunch = { opens: undefined, closes: undefined, hours };
    const day = dayOf(room(1, { all: { ...clerk, breaks } }, lunch), ['09:58', '09:59']);
    expect(lives(day)).toEqual([
      '1 idle 9:00',
      '1 serving 9:58',
      '1 serving* 10:00',
      '1 break* 10:03',
      '1 off 10:33',
      '1 serving 11:00',
      '1 idle 11:05',
      '1 off 12:00',
    ]);
    expect([day.log.staffed[0], day.log.overtime[0]]).toEqual([120, 3]);
  });

  test('of nobody is legal: people wait, and leave at closing', () => {
    const nobody = room(1, { pair: { ...clerk, headcount: 0 } });
    expect(dayOf(nobody, ['09:00']).story).toEqual(['no-counter 12:00']);
  });
});

describe('a break', () => {
  const resting = (pause: object, headcount = 2): Scenario => {
    const breaks = { tea: { from: '10:00', length: '10 min', ...pause } };
    return room(headcount, { pair: { ...clerk, headcount, breaks } });
  };
  const rests = (day: ToldDay): string[] => lives(day).filter((line) => line.includes('break'));

  test('begins when the clerk is free, and lasts its full length', () => {
    const day = dayOf(resting({}), ['09:58', '10:00']);
    expect(rests(day)).toEqual(['2 break 10:00', '1 break 10:03']);
    expect(day.story).toEqual(['pair-1 09:58-10:03', 'pair-2 10:10-10:15']);
  });

  test('one at a time is for whoever is free first', () => {
    const day = dayOf(resting({ oneAtATime: true }), ['09:58']);
    expect(rests(day)).toEqual(['2 break 10:00', '1 break 10:10']);
  });

  test('waits while too few would stay on duty', () => {
    expect(rests(dayOf(resting({ keepOpen: 1 }), []))).toEqual(['1 break 10:00', '2 break 10:10']);
  });

  test('is taken by the lowest number first where it is owed from the beginning of the shift on', () => {
    const start = { tea: { from: '09:00', length: '10 min', keepOpen: 1 } };
    const day = dayOf(room(2, { team: { ...clerk, headcount: 2, breaks: start } }), []);
    expect(rests(day)).toEqual(['1 break 9:00', '2 break 9:10']);
  });

  test('is not taken by those who have not begun it in time', () => {
    const until = { oneAtATime: true, until: '10:15' };
    expect(rests(dayOf(resting(until, 3), []))).toEqual(['1 break 10:00', '2 break 10:10']);
    // at that very moment one may still go
    const sharp = { oneAtATime: true, until: '10:10' };
    expect(rests(dayOf(resting(sharp, 3), []))).toEqual(['1 break 10:00', '2 break 10:10']);
  });

  describe('over all kinds of clerks at the counters', () => {
    const tea = { tea: { from: '10:00', length: '10 min' } };
    const named = (rule: object, ben: object = {}): Scenario => {
      const plain = room(3, {
        anna: { ...clerk, breaks: tea },
        ben: { ...clerk, breaks: tea, ...ben },
        cara: { ...clerk, breaks: tea },
      });
      return defineScenario({ ...plain, counters: { count: 3, breaks: rule } });
    };

    test('waits while too few of them would stay on duty', () => {
      const day = dayOf(named({ keepOpen: 1 }), []);
      expect(rests(day)).toEqual(['1 break 10:00', '2 break 10:00', '3 break 10:10']);
    });

    test('is of one at a time, in the order of the file', () => {
      const day = dayOf(named({ oneAtATime: true }), []);
      expect(rests(day)).toEqual(['1 break 10:00', '2 break 10:10', '3 break 10:20']);
    });

    test('may begin when another comes to work, or goes home out of a break', () => {
      const late = { shift: { from: '10:05', to: '12:00' }, breaks: {} };
      const comes = dayOf(named({ keepOpen: 2 }, late), []);
      expect(rests(comes)).toEqual(['1 break 10:05', '3 break 10:15']);
      const early = { shift: { from: '09:00', to: '10:14' } };
      const goes = dayOf(named({ oneAtATime: true }, early), []);
      expect(rests(goes)).toEqual(['1 break 10:00', '2 break 10:10', '3 break 10:14']);
    });
  });

  test('frees a counter for who has none', () => {
    const breaks = { tea: { from: '10:00', length: '10 min' } };
    const day = dayOf(room(1, { one: { ...clerk, breaks }, other: clerk }), ['10:05']);
    expect(day.story).toEqual(['other-1 10:05-10:10']);
    expect(lives(day)).toContain('1 no-counter 10:10');
  });
});

test('a clerk who is absent today does not come, each by a chance of the own', () => {
  const headcount = 4;
  const days = (absent: string, count: number): string[] => {
    const model = compile(room(count, { team: { ...clerk, headcount: count, absent } }));
    return Array.from({ length: 500 }, (_, replication) => {
      const { states } = runDay(model, drawDemand(model, { seed: 'ill', replication }));
      const away = new Array<string>(count).fill('-');
      for (let i = 0; i < states.length; i++) {
        if (CLERK_STATES[states.state[i]!] === 'absent') away[states.unit[i]!] = 'a';
      }
      return away.join('');
    });
  };
  const some = days('30%', headcount);
  const share = some.join('').replaceAll('-', '').length / (500 * headcount);
  expect(Math.abs(share - 0.3)).toBeLessThan(0.04); // four standard errors of 2,000 dice
  expect(days('30%', 2)).toEqual(some.map((day) => day.slice(0, 2)));
  const more = days('50%', headcount);
  for (const [i, day] of some.entries()) {
    for (let c = 0; c < headcount; c++) if (day[c] === 'a') expect(more[i]![c]).toBe('a');
  }
});
