import { describe, expect, test } from 'vitest';
import type { VisitLog } from '@hallsim/hall';
import { dayOf, hall } from '../test/hand-made-day.js';
import { overDays, teachingHall } from '../test/long-days.js';

const twoClasses = (vip: object): object => ({
  customers: { general: { share: '50%' }, vip: { share: '50%', ...vip } },
});

describe('credit that grows with waiting', () => {
  test('a head start by the time waited holds from its moment on', () => {
    const grows = hall(twoClasses({ headStart: { '0 min': '0 min', '8 min': '10 min' } }));
    const guests = ['09:00', '09:00', '09:01', '09:03 pay vip', '09:06'];
    expect(dayOf(grows, guests).story).toEqual([
      'desk-1 09:00-09:05',
      'desk-1 09:05-09:10',
      'desk-1 09:10-09:15', // at 09:10 the vip has waited 7 minutes: no head start yet
      'desk-1 09:15-09:20',
      'desk-1 09:20-09:25',
    ]);
    const later = ['09:00', '09:00', '09:01', '09:02 pay vip', '09:06'];
    expect(dayOf(grows, later).story.slice(2)).toEqual([
      'desk-1 09:15-09:20',
      'desk-1 09:10-09:15', // it has waited 8 minutes, worth 18
      'desk-1 09:20-09:25',
    ]);
  });

  test('where a minute of waiting counts as two, the credit at the moment of the call decides; of equal credit the earlier ticket', () => {
    const twice = hall(twoClasses({ waitingCounts: 2 }));
    const guests = ['09:00', '09:01', '09:04 pay vip', '09:05', '09:06'];
    expect(dayOf(twice, guests).story).toEqual([
      'desk-1 09:00-09:05',
      'desk-1 09:05-09:10', // 4 minutes against 1 that counts as 2
      'desk-1 09:10-09:15',
      'desk-1 09:15-09:20',
      'desk-1 09:20-09:25',
    ]);
    const even = ['09:00', '09:01', '09:03 pay vip'];
    expect(dayOf(twice, even).story.slice(1)).toEqual([
      'desk-1 09:05-09:10', // 4 against 2 × 2
      'desk-1 09:10-09:15',
    ]);
    const ahead = ['09:00', '09:02', '09:03 pay vip'];
    expect(dayOf(twice, ahead).story.slice(1)).toEqual([
      'desk-1 09:10-09:15',
      'desk-1 09:05-09:10', // 3 against 2 × 2
    ]);
  });

  test('strict priority goes before any credit', () => {
    const three = hall({
      customers: {
        general: { share: '40%', waitingCounts: 100 },
        vip: { share: '60%', priority: 'strict' },
      },
    });
    expect(dayOf(three, ['09:00', '09:00', '09:04 pay vip']).story.slice(1)).toEqual([
      'desk-1 09:10-09:15',
      'desk-1 09:05-09:10',
    ]);
  });
});

describe('other disciplines', () => {
  test('last come, first served calls the latest ticket', () => {
    const last = hall({ rules: { discipline: 'last-come-first-served' } });
    expect(dayOf(last, ['09:00', '09:01', '09:02', '09:02', '09:06']).story).toEqual([
      'desk-1 09:00-09:05',
      'desk-1 09:20-09:25',
      'desk-1 09:15-09:20',
      'desk-1 09:05-09:10',
      'desk-1 09:10-09:15',
    ]);
  });

  test('shortest job first calls who needs least time, of equal times the earlier arrival', () => {
    const shortest = hall({
      rules: { discipline: 'shortest-job' },
      services: {
        pay: { share: '50%', time: { fixed: '5 min' } },
        plan: { share: '50%', time: { fixed: '20 min' } },
      },
      counters: { desk: { skills: ['pay', 'plan'] } },
    });
    expect(dayOf(shortest, ['09:00', '09:01 plan', '09:02', '09:03']).story).toEqual([
      'desk-1 09:00-09:05',
      'desk-1 09:15-09:35',
      'desk-1 09:05-09:10',
      'desk-1 09:10-09:15',
    ]);
  });

  test.each(['last-come-first-served', 'random', 'shortest-job'] as const)(
    'strict priority goes before %s',
    (discipline) => {
      const strict = hall({ ...twoClasses({ priority: 'strict' }), rules: { discipline } });
      const guests = ['09:00', '09:01', '09:02 pay vip', '09:03 pay vip', '09:04'];
      const { visits } = dayOf(strict, guests);
      const start = visits.map((visit) => visit.start!);
      expect(Math.max(start[2]!, start[3]!)).toBeLessThan(Math.min(start[1]!, start[4]!));
    },
  );
});

describe('agrees with theory', () => {
  const waitOf = (log: VisitLog, row: number): number => log.start[row]! - log.waitFrom[row]!;
  const long = { days: 60, seed: 'theory' };
  const near = ({ mean, error }: { mean: number; error: number }, exact: number): void => {
    const z = (mean - exact) / error;
    expect(Math.abs(z), `${mean} ± ${error} against ${exact}`).toBeLessThan(4);
  };

  // mm1-a: 0.2 a minute, 4 minutes, E[W] = 16; the second moments from the table of exact values
  const mm1 = {
    demand: { arrivals: { '00:00': '12 per hour' } },
    services: { errand: { share: '100%', time: { exponential: '4 min' } } },
  };

  test.each([
    ['last-come-first-served', 2944 + 256],
    ['random', 810.6666666666666 + 256],
  ] as const)('mean and second moment of the wait, %s', (discipline, second) => {
    const queue = teachingHall({ ...mm1, rules: { discipline } });
    near(
      overDays(queue, long, (log, row) => [waitOf(log, row), 1]),
      16,
    );
    near(
      overDays(queue, long, (log, row) => [waitOf(log, row) * waitOf(log, row), 1]),
      second,
    );
  });
});
