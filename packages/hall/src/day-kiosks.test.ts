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

describe('kiosks', () => {
  const errands = {
    services: twoErrands,
    counters: { desk: { skills: ['pay', 'plan'] } },
  };
  const kiosks = (change: object): object => ({
    ...errands,
    kiosks: { count: 1, services: { pay: { time: { fixed: '3 min' } } }, ...change },
  });

  test('who can and will goes to a kiosk, others to the counters', () => {
    const willing = hall({
      ...twoClasses({}),
      ...kiosks({ willing: { general: '100%', vip: '0%' } }),
    });
    expect(dayOf(willing, ['09:00 pay', '09:01 pay vip', '09:02 plan']).story).toEqual([
      'kiosk 09:00-09:03',
      'desk-1 09:01-09:06',
      'desk-1 09:06-09:26',
    ]);
  });

  test('a greeter on duty sends to the kiosks those who would not go by themselves', () => {
    const greeter = { from: '09:10', to: '09:20', adds: '100%' };
    const greeted = hall(kiosks({ willing: '0%', greeter }));
    expect(dayOf(greeted, ['09:00', '09:10', '09:20']).story).toEqual([
      'desk-1 09:00-09:05',
      'kiosk 09:10-09:13',
      'desk-1 09:20-09:25',
    ]);
  });

  test('the line takes so many and no more; the next one goes to the counters', () => {
    const short = hall(kiosks({ lineUpTo: 1 }));
    const { story } = dayOf(short, ['09:00', '09:00', '09:00', '09:04']);
    expect(story).toEqual([
      'kiosk 09:00-09:03',
      'kiosk 09:03-09:06',
      'desk-1 09:00-09:05',
      'kiosk 09:06-09:09',
    ]);
  });

  test('who comes from there at the very moment at which a break ends finds people ahead, and goes before them where the place is kept', () => {
    const pause = { tea: { from: '09:00', length: '6 min' } } as const;
    const shift = { from: '09:00', to: '12:00' } as const;
    const { counters, ...rest } = hall(kiosks({ succeeds: '0%', keepsPlace: true }));
    const day = dayOf(
      defineScenario({
        ...rest,
        counters: { count: 1 },
        staff: { clerk: { headcount: 1, skills: ['pay', 'plan'], shift, breaks: pause } },
      }),
      ['09:03 pay', '09:04 plan'],
    );
    expect(day.story).toEqual(['kiosk 09:03-09:06, clerk-1 09:06-09:11', 'clerk-1 09:11-09:31']);
    expect(day.visits.map(({ ahead }) => ahead)).toEqual([1, 0]);
  });

  test('after a failed try the place counts from then, or from the first ticket where the place is kept', () => {
    const guests = ['09:00 plan', '09:01 pay', '09:02 plan'];
    const failing = { succeeds: '0%' };
    expect(dayOf(hall(kiosks(failing)), guests).story).toEqual([
      'desk-1 09:00-09:20',
      'kiosk 09:01-09:04, desk-1 09:40-09:45',
      'desk-1 09:20-09:40',
    ]);
    expect(dayOf(hall(kiosks({ ...failing, keepsPlace: true })), guests).story).toEqual([
      'desk-1 09:00-09:20',
      'kiosk 09:01-09:04, desk-1 09:20-09:25',
      'desk-1 09:25-09:45',
    ]);
  });

  test('nobody balks after a failed try', () => {
    const shy = { general: { share: '100%', balks: { whenWaiting: 0, chance: '100%' } } };
    const failing = hall({ ...kiosks({ succeeds: '0%' }), customers: shy });
    expect(dayOf(failing, ['09:00 plan', '09:00 pay']).story[1]).toBe(
      'kiosk 09:00-09:03, desk-1 09:20-09:25',
    );
  });

  test('a service that only kiosks offer waits for them, and is refused after a failed try', () => {
    const only = (succeeds: string): Scenario =>
      hall({
        services: twoErrands,
        counters: { desk: { skills: ['plan'] } },
        kiosks: {
          count: 1,
          services: { pay: { time: { fixed: '3 min' }, succeeds } },
          lineUpTo: 0,
          willing: '1%',
        },
      });
    const guests = ['09:00', '09:01'];
    expect(dayOf(only('99.9999%'), guests).story).toEqual([
      'kiosk 09:00-09:03',
      'kiosk 09:03-09:06',
    ]);
    expect(dayOf(only('0.0001%'), guests).story).toEqual([
      'kiosk 09:00-09:03, no-counter 09:03',
      'kiosk 09:03-09:06, no-counter 09:06',
    ]);
  });

  test('a case that neither a kiosk nor a counter can handle is refused at the door', () => {
    const half = hall({
      services: twoErrands,
      counters: { desk: { skills: ['plan'] } },
      kiosks: {
        count: 1,
        services: { pay: { time: { fixed: '3 min' }, eligible: '0.0001%' } },
      },
    });
    expect(dayOf(half, ['09:00 pay']).story).toEqual(['no-counter 09:00']);
  });

  test('kiosks start nobody while the hall is closed at midday', () => {
    const lunch = hall({
      ...kiosks({}),
      day: {
        opens: null,
        closes: null,
        hours: [
          { from: '09:00', to: '10:00' },
          { from: '11:00', to: '12:00' },
        ],
      },
    });
    expect(dayOf(lunch, ['09:58', '09:59']).story).toEqual([
      'kiosk 09:58-10:01',
      'kiosk 11:00-11:03',
    ]);
  });
});
