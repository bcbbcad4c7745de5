import { describe, expect, test } from 'vitest';
import { dayOf, hall } from '../test/hand-made-day.js';

/** The same class of customers in every story of patience. */
const patient = (minutes: number): object => ({
  share: '100%',
  patience: { fixed: `${minutes} min` },
});
const roster = (count: number, steps: Record<string, number>): object => ({
  counters: { desk: { count, open: { usual: steps } } },
});
/** A second service that only desks offer, beside payments for which everybody goes to the kiosks. */
const errands = {
  services: { pay: { share: '50%' }, plan: { share: '50%', time: { fixed: '5 min' } } },
  counters: { desk: { skills: ['pay', 'plan'] } },
};
const kiosks = (change: object = {}): object => ({
  ...errands,
  kiosks: { count: 1, services: { pay: { time: { fixed: '5 min' } } }, ...change },
});

describe('at one instant', () => {
  test('the roster changes before a counter ends: a counter that closes takes nobody any more', () => {
    const noBreak = hall(roster(1, { '09:00': 1 }));
    const withBreak = hall(roster(1, { '09:00': 1, '09:05': 0, '09:20': 1 }));
    const guests = ['09:00', '09:01'];
    expect(dayOf(noBreak, guests).story).toEqual(['desk-1 09:00-09:05', 'desk-1 09:05-09:10']);
    expect(dayOf(withBreak, guests).story).toEqual(['desk-1 09:00-09:05', 'desk-1 09:20-09:25']);
  });

  test('the roster changes before a counter ends: a counter that opens takes the first in line', () => {
    const two = hall(roster(2, { '09:00': 1, '09:05': 2 }));
    expect(dayOf(two, ['09:00', '09:01', '09:02']).story).toEqual([
      'desk-1 09:00-09:05',
      'desk-2 09:05-09:10',
      'desk-1 09:05-09:10',
    ]);
  });

  test('the roster changes before patience ends: a counter that opens still serves', () => {
    const late = hall({
      ...roster(1, { '09:00': 0, '09:10': 1 }),
      customers: { general: patient(10) },
    });
    expect(dayOf(late, ['09:00']).story).toEqual(['desk-1 09:10-09:15']);
  });

  test('a counter ends before patience does: the customer is still served', () => {
    const strained = hall({ customers: { general: patient(5) } });
    expect(dayOf(strained, ['09:00', '09:00', '09:00']).story).toEqual([
      'desk-1 09:00-09:05',
      'desk-1 09:05-09:10',
      'patience 09:05',
    ]);
  });

  test('a counter ends before a kiosk does: who only now turns to the counters is too late to be called', () => {
    const failing = hall(kiosks({ succeeds: '0%', keepsPlace: true }));
    expect(dayOf(failing, ['09:00 plan', '09:00 pay', '09:01 plan']).story).toEqual([
      'desk-1 09:00-09:05',
      'kiosk 09:00-09:05, desk-1 09:10-09:15',
      'desk-1 09:05-09:10',
    ]);
  });

  test('a counter ends before somebody comes: the newcomer is served at once', () => {
    const { story, log } = dayOf(hall(), ['09:00', '09:05']);
    expect(story).toEqual(['desk-1 09:00-09:05', 'desk-1 09:05-09:10']);
    expect(log.mostWaiting).toBe(0);
  });

  test('of two counters that end, the one with the lower number calls first', () => {
    const two = hall(roster(2, { '09:00': 2 }));
    expect(dayOf(two, ['09:00', '09:00', '09:01', '09:02']).story.slice(2)).toEqual([
      'desk-1 09:05-09:10',
      'desk-2 09:05-09:10',
    ]);
  });

  test('a kiosk ends before patience does: both stand in the line for a moment', () => {
    const failing = hall({
      ...kiosks({ succeeds: '0%' }),
      ...roster(1, { '11:00': 1 }),
      customers: { general: patient(5) },
      counters: { desk: { skills: ['pay', 'plan'], open: { usual: { '09:00': 0, '11:00': 1 } } } },
    });
    const { story, log, visits } = dayOf(failing, ['09:00 plan', '09:00 pay']);
    expect(story).toEqual(['patience 09:05', 'kiosk 09:00-09:05, patience 09:10']);
    expect(visits[1]!.ahead).toBe(1);
    expect(log.mostWaiting).toBe(2);
  });

  test('a kiosk ends before somebody comes: the newcomer finds it free', () => {
    const noLine = hall(kiosks({ lineUpTo: 0 }));
    expect(dayOf(noLine, ['09:00 pay', '09:04 pay', '09:05 pay']).story).toEqual([
      'kiosk 09:00-09:05',
      'desk-1 09:04-09:09',
      'kiosk 09:05-09:10',
    ]);
  });

  describe('somebody comes, and fails at a kiosk in no time', () => {
    // more than half of these times are too short for the clock
    const wide = { services: { pay: { time: { gamma: { mean: '3 min', cv: 10 } } } } };
    const dice = 2;

    test('who has come before keeps the place before them', () => {
      const failing = hall(kiosks({ ...wide, succeeds: '0%' }));
      expect(dayOf(failing, ['09:00 plan', '09:00 pay', '09:00 plan'], dice).story).toEqual([
        'desk-1 09:00-09:05',
        'kiosk 09:00-09:00, desk-1 09:05-09:10',
        'desk-1 09:10-09:15',
      ]);
    });

    test('they do not see any more whose patience ends then', () => {
      const failing = hall({
        ...kiosks({ ...wide, succeeds: '0%' }),
        customers: { general: patient(3) },
      });
      const { story, visits } = dayOf(failing, ['09:00 plan', '09:01 plan', '09:04 pay'], dice);
      expect(story.slice(1)).toEqual(['patience 09:04', 'kiosk 09:04-09:04, desk-1 09:05-09:10']);
      expect(visits[2]!.ahead).toBe(0);
    });
  });

  test('patience ends before somebody comes: the newcomer does not see who has just left', () => {
    const shy = { ...patient(3), balks: { whenWaiting: 1, chance: '100%' } };
    const seen = hall({ customers: { general: shy } });
    expect(dayOf(seen, ['09:00', '09:01', '09:04']).story).toEqual([
      'desk-1 09:00-09:05',
      'patience 09:04',
      'desk-1 09:05-09:10',
    ]);
    expect(dayOf(seen, ['09:00', '09:02', '09:04']).story[2]).toBe('line 09:04');
  });

  test('of several who come, the earlier address goes first', () => {
    expect(dayOf(hall(), ['09:00', '09:00', '09:00']).story).toEqual([
      'desk-1 09:00-09:05',
      'desk-1 09:05-09:10',
      'desk-1 09:10-09:15',
    ]);
  });

  test('closing comes last: a counter that ends then still calls, patience that ends then is lost', () => {
    const strict = hall({
      day: { closes: '09:05', waitingAtClose: 'turn-away' },
      customers: { general: patient(4) },
    });
    expect(dayOf(strict, ['09:00', '09:01', '09:01', '09:02']).story).toEqual([
      'desk-1 09:00-09:05',
      'desk-1 09:05-09:10',
      'patience 09:05',
      'closing 09:05',
    ]);
  });

  test('closing comes last: who comes at that moment is refused a ticket', () => {
    expect(dayOf(hall({ day: { closes: '09:05' } }), ['09:04', '09:05']).story).toEqual([
      'desk-1 09:04-09:09',
      'last-ticket 09:05',
    ]);
  });
});

test('what happens before the warm-up ends happens, but is not measured', () => {
  const day = (warmUp: string) =>
    dayOf(
      hall({
        day: { opens: null, closes: null, lasts: '30 min', warmUp },
        demand: { arrivals: { '09:00': null, '00:00': '0 per hour' } },
        counters: { desk: { open: { usual: { '09:00': null, '00:00': 1, '00:06': 0 } } } },
      }),
      ['00:00', '00:01', '00:02', '00:03', '00:04'],
    );
  const all = day('0 min');
  expect(all.log.mostWaiting).toBe(4);
  expect([...all.log.overtime]).toEqual([4]); // the second is served until ten past
  const later = day('8 min');
  expect(later.story).toEqual(all.story);
  expect(later.log.mostWaiting).toBe(3);
  expect([...later.log.overtime]).toEqual([2]);
});
