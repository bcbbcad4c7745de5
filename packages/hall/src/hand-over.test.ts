import { defineScenario, type Scenario } from '@hallsim/scenario';
import { describe, expect, test } from 'vitest';
import { dayOf, hall } from '../test/hand-made-day.js';

const rule = (atShiftEnd: string): object => ({ rules: { atShiftEnd } });
const falls = { counters: { desk: { count: 2, open: { usual: { '09:00': 2, '09:02': 1 } } } } };
const clerk = { headcount: 1, skills: ['pay'], shift: { from: '09:00', to: '12:00' } };

function room(count: number, staff: object, change: object): Scenario {
  return defineScenario({ ...hall(change), counters: { count }, staff } as Scenario);
}

describe('when a counter closes or a shift ends', () => {
  test('by default the customer is finished', () => {
    const { story } = dayOf(hall(falls), ['09:00', '09:00', '09:01']);
    expect(story[1]).toBe('desk-2 09:00-09:05');
  });

  test('a customer who is handed over goes first in line and is served the rest by another', () => {
    const { story, visits } = dayOf(hall({ ...falls, ...rule('hand-over') }), [
      '09:00',
      '09:00',
      '09:01',
    ]);
    expect(story).toEqual(['desk-1 09:00-09:05', 'desk-1 09:00-09:08', 'desk-1 09:08-09:13']);
    expect(visits[1]!.called).toBe(540);
  });

  test('a customer with whom nothing is left to do at that very moment goes home when another calls', () => {
    const ends = { counters: { desk: { count: 2, open: { usual: { '09:00': 2, '09:06': 1 } } } } };
    const guests = ['09:00', '09:01', '09:05'];
    const { story } = dayOf(hall({ ...ends, ...rule('hand-over') }), guests);
    expect(story).toEqual(['desk-1 09:00-09:05', 'desk-1 09:01-09:10', 'desk-1 09:05-09:10']);
  });

  test('the rest of a service takes the speed of the other clerk', () => {
    const staff = {
      early: { ...clerk, shift: { from: '09:00', to: '10:00' } },
      slow: { ...clerk, speed: '50%' },
    };
    const day = dayOf(room(2, staff, rule('hand-over')), ['09:57']);
    expect(day.story).toEqual(['slow-1 09:57-10:04']);
    expect(day.log.overtime[0]).toBe(0);
  });

  test('who is handed over on the way to the counter has left the line at the first call', () => {
    const calling = { rules: { atShiftEnd: 'hand-over', calling: { walk: { fixed: '3 min' } } } };
    const { story, visits } = dayOf(hall({ ...falls, ...calling }), ['09:00', '09:00', '09:01']);
    expect(story).toEqual(['desk-1 09:03-09:08', 'desk-1 09:11-09:16', 'desk-1 09:19-09:24']);
    expect(visits.map(({ called }) => called)).toEqual([540, 540, 556]);
  });

  test('whose service never began has none that ended', () => {
    const ends = { counters: { desk: { open: { usual: { '09:02': 0 } } } } };
    const calling = { rules: { atShiftEnd: 'hand-over', calling: { walk: { fixed: '3 min' } } } };
    const { visits } = dayOf(hall({ ...ends, ...calling }), ['09:00']);
    expect(visits[0]).toMatchObject({ start: null, end: null, reason: 'no-counter', left: 720 });
  });

  test('a customer whose service is stopped leaves unserved', () => {
    const { story, log } = dayOf(hall({ ...falls, ...rule('stop') }), ['09:00', '09:00', '09:01']);
    expect(story).toEqual([
      'desk-1 09:00-09:05',
      'desk-2 09:00-09:02, shift-end 09:02',
      'desk-1 09:05-09:10',
    ]);
    expect(log.overtime[0]).toBe(0);
  });

  test('a closure in between is no end of a shift, unless the counter is closed when the hall opens again', () => {
    const lunch = (after: number): Scenario =>
      hall({
        day: {
          opens: null,
          closes: null,
          hours: [
            { from: '09:00', to: '09:10' },
            { from: '09:15', to: '12:00' },
          ],
        },
        services: { pay: { time: { fixed: '20 min' } } },
        counters: { desk: { open: { usual: { '09:00': 1, '09:10': after } } } },
        ...rule('stop'),
      });
    expect(dayOf(lunch(1), ['09:00']).story).toEqual(['desk-1 09:00-09:20']);
    expect(dayOf(lunch(0), ['09:00']).story).toEqual(['desk-1 09:00-09:15, shift-end 09:15']);
  });

  test('nobody is handed over to, or called by, who goes home at that very moment', () => {
    const early = { ...clerk, headcount: 3, shift: { from: '09:00', to: '10:00' } };
    const late = { ...clerk, skills: ['pay', 'plan'] };
    const oneCounter = room(1, { early }, rule('stop'));
    expect(dayOf(oneCounter, ['09:56', '09:57']).story).toEqual([
      'early-1 09:56-10:00, shift-end 10:00',
      'no-counter 12:00',
    ]);
    const errand = { share: '50%', time: { fixed: '5 min' } };
    const both = { ...hall(rule('hand-over')), services: { pay: errand, plan: errand } };
    const four = { ...both, counters: { count: 4 }, staff: { early, late } };
    expect(dayOf(defineScenario(four as Scenario), ['09:56', '09:57', '09:59 plan']).story).toEqual(
      ['late-1 09:56-10:05', 'late-1 09:57-10:07', 'late-1 09:59-10:04'],
    );
  });

  describe('where only a group that helps is left', () => {
    const errand = { share: '50%', time: { fixed: '5 min' } };
    const helped = (helps: object): Scenario =>
      hall({
        services: { pay: errand, plan: errand },
        counters: {
          desk: { open: { usual: { '09:02': 0 } } },
          aid: {
            count: 1,
            skills: ['plan'],
            open: { usual: { '09:00': 1 } },
            helps: { skills: ['pay'], ...helps },
          },
        },
        ...rule('hand-over'),
      });

    test('it takes over at once with a free counter, however few it wants to see waiting', () => {
      const story = ['aid-1 09:00-09:05'];
      expect(dayOf(helped({ whenWaiting: 3 }), ['09:00']).story).toEqual(story);
      expect(dayOf(helped({ whenWait: '20 min' }), ['09:00']).story).toEqual(story);
    });

    test('it calls its own first, then who was handed over, then those it helps', () => {
      const guests = ['09:00 pay', '09:01 plan', '09:01 pay', '09:03 plan'];
      expect(dayOf(helped({}), guests).story).toEqual([
        'aid-1 09:00-09:14',
        'aid-1 09:01-09:06',
        'aid-1 09:14-09:19',
        'aid-1 09:06-09:11',
      ]);
    });
  });

  test('who takes over and closes before the customer has walked there has not served', () => {
    const inVain = hall({
      counters: {
        desk: { open: { usual: { '09:00': 1, '09:07': 0 } } },
        aid: { count: 1, skills: ['pay'], open: { usual: { '09:07': 1, '09:10': 0 } } },
      },
      rules: { atShiftEnd: 'hand-over', calling: { walk: { fixed: '5 min' } } },
    });
    expect(dayOf(inVain, ['09:00']).story).toEqual(['desk-1 09:05-09:07, no-counter 12:00']);
  });

  test('nobody is handed over to a counter that will never open', () => {
    const ends = { counters: { desk: { open: { usual: { '11:00': 0 } } } } };
    expect(dayOf(hall({ ...ends, ...rule('hand-over') }), ['10:58']).story).toEqual([
      'desk-1 10:58-11:00, no-counter 12:00',
    ]);
  });

  test('closing is no end of a shift: who is inside is served', () => {
    expect(dayOf(hall(rule('stop')), ['11:58', '11:59']).story).toEqual([
      'desk-1 11:58-12:03',
      'desk-1 12:03-12:08',
    ]);
  });
});
