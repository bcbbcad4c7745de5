import { describe, expect, test } from 'vitest';
import { dayOf, hall } from '../test/hand-made-day.js';

const twoErrands = {
  pay: { share: '50%', time: { fixed: '5 min' } },
  plan: { share: '50%', time: { fixed: '20 min' } },
};

describe('closing', () => {
  test('by default everybody inside is served, in overtime', () => {
    const { story, log } = dayOf(hall(), ['11:57', '11:58', '11:59']);
    expect(story).toEqual(['desk-1 11:57-12:02', 'desk-1 12:02-12:07', 'desk-1 12:07-12:12']);
    expect([...log.overtime]).toEqual([12]);
  });

  test('a roster that ends at closing does not leave those inside unserved', () => {
    const ends = hall({ counters: { desk: { open: { usual: { '12:00': 0 } } } } });
    expect(dayOf(ends, ['11:57', '11:58']).story).toEqual([
      'desk-1 11:57-12:02',
      'desk-1 12:02-12:07',
    ]);
  });

  test('a hall that turns away sends home both lines; services that run are finished', () => {
    const strict = hall({
      day: { waitingAtClose: 'turn-away' },
      services: twoErrands,
      counters: { desk: { skills: ['pay', 'plan'] } },
      kiosks: { count: 1, services: { pay: { time: { fixed: '3 min' } } }, succeeds: '0%' },
    });
    const { story, log } = dayOf(strict, ['11:50 plan', '11:58', '11:59', '11:59 plan']);
    expect(story).toEqual([
      'desk-1 11:50-12:10',
      'kiosk 11:58-12:01, closing 12:01',
      'closing 12:00',
      'closing 12:00',
    ]);
    expect([...log.overtime]).toEqual([10]);
  });

  test('who waits for counters that are all shut at closing goes home then, however patient', () => {
    const shut = hall({
      customers: { general: { share: '100%', patience: { fixed: '10 h' } } },
      counters: { desk: { open: { usual: { '11:00': 0 } } } },
    });
    expect(dayOf(shut, ['10:58', '10:59', '11:30']).story).toEqual([
      'desk-1 10:58-11:03',
      'no-counter 12:00',
      'no-counter 12:00',
    ]);
  });

  test('after a failed try past closing nobody waits for a counter that is shut', () => {
    const shut = hall({
      counters: { desk: { open: { usual: { '11:00': 0 } } } },
      kiosks: { count: 1, services: { pay: { time: { fixed: '3 min' } } }, succeeds: '0%' },
    });
    expect(dayOf(shut, ['11:58']).story).toEqual(['kiosk 11:58-12:01, no-counter 12:01']);
  });

  test('past closing each line is as its own counters are: those of one go on, with nobody of the other among them', () => {
    const half = hall({
      customers: { general: { share: '50%' }, vip: { share: '50%' } },
      services: twoErrands,
      counters: {
        desk: { skills: ['pay'] },
        office: { count: 1, skills: ['plan'], open: { usual: { '09:00': 1, '11:00': 0 } } },
      },
      kiosks: {
        count: 2,
        services: { '*': { time: { fixed: '3 min' } } },
        willing: { general: '100%' },
        succeeds: '0%',
      },
    });
    const guests = ['11:57 pay vip', '11:58 plan vip', '11:58 pay', '11:58 plan'];
    const { story, log } = dayOf(half, guests);
    expect(story).toEqual([
      'desk-1 11:57-12:02',
      'no-counter 12:00',
      'kiosk 11:58-12:01, desk-1 12:02-12:07',
      'kiosk 11:58-12:01, no-counter 12:01',
    ]);
    expect(log.mostWaiting).toBe(1);
  });

  test('from the last ticket on nobody gets in, those inside are served', () => {
    const early = hall({ day: { lastTicket: '11:30' } });
    expect(dayOf(early, ['11:28', '11:29', '11:30']).story).toEqual([
      'desk-1 11:28-11:33',
      'desk-1 11:33-11:38',
      'last-ticket 11:30',
    ]);
  });
});
