import { describe, expect, test } from 'vitest';
import type { VisitLog } from '@hallsim/hall';
import { dayOf, hall } from '../test/hand-made-day.js';
import { overDays, teachingHall } from '../test/long-days.js';

const near = ({ mean, error }: { mean: number; error: number }, exact: number): void => {
  const z = (mean - exact) / error;
  expect(Math.abs(z), `${mean} ± ${error} against ${exact}`).toBeLessThan(4);
};
const waitOf = (log: VisitLog, row: number): number => log.start[row]! - log.waitFrom[row]!;

describe('a group that helps', () => {
  const lounge = (helps: object, { desks = 1, lounges = 1 } = {}): ReturnType<typeof hall> =>
    hall({
      customers: { general: { share: '50%' }, vip: { share: '50%' } },
      counters: {
        desk: { customers: ['general'], open: { usual: { '09:00': desks } } },
        lounge: {
          count: lounges,
          skills: ['pay'],
          customers: ['vip'],
          open: { usual: { '09:00': lounges } },
          helps: { customers: ['general'], ...helps },
        },
      },
    });

  test('takes whoever waits when nobody of its own does, and its own first', () => {
    expect(dayOf(lounge({}), ['09:00', '09:00', '09:01', '09:02 pay vip', '09:03']).story).toEqual([
      'desk-1 09:00-09:05',
      'lounge-1 09:00-09:05',
      'desk-1 09:05-09:10',
      'lounge-1 09:05-09:10',
      'desk-1 09:10-09:15',
    ]);
  });

  test('waits until the line is so long', () => {
    expect(dayOf(lounge({ whenWaiting: 2 }), ['09:00', '09:01', '09:02', '09:03']).story).toEqual([
      'desk-1 09:00-09:05',
      'lounge-1 09:02-09:07',
      'desk-1 09:05-09:10',
      'desk-1 09:10-09:15',
    ]);
  });

  test('looks when the line becomes long by somebody whom it does not help, too', () => {
    const mixed = hall({
      customers: { general: { share: '40%' }, vip: { share: '30%' }, stranger: { share: '30%' } },
      counters: {
        desk: { customers: ['general', 'stranger'], open: { usual: { '09:00': 1 } } },
        lounge: {
          count: 1,
          skills: ['pay'],
          customers: ['vip'],
          open: { usual: { '09:00': 1 } },
          helps: { customers: ['general'], whenWaiting: 2 },
        },
      },
    });
    expect(dayOf(mixed, ['09:00', '09:01', '09:02 pay stranger']).story).toEqual([
      'desk-1 09:00-09:05',
      'lounge-1 09:02-09:07',
      'desk-1 09:05-09:10',
    ]);
  });

  test('helps with every free counter all who have waited so long by the time one more is free', () => {
    const guests = ['09:00 pay vip', '09:00', '09:00', '09:05 pay vip'];
    const twoLounges = lounge({ whenWait: '5 min' }, { desks: 0, lounges: 2 });
    expect(dayOf(twoLounges, guests).story).toEqual([
      'lounge-1 09:00-09:05',
      'lounge-1 09:05-09:10',
      'lounge-2 09:05-09:10',
      'lounge-1 09:10-09:15',
    ]);
  });

  test('waits until the first of the line has waited so long', () => {
    expect(dayOf(lounge({ whenWait: '3 min' }), ['09:00', '09:01', '09:03']).story).toEqual([
      'desk-1 09:00-09:05',
      'lounge-1 09:04-09:09',
      'desk-1 09:05-09:10',
    ]);
  });

  test('looks at each line by itself, however long somebody waits in another whom it does not help', () => {
    const nobody = { count: 1, skills: ['pay'], open: { usual: { '09:00': 0 } } };
    const share = '25%';
    const two = hall({
      customers: { general: { share }, member: { share }, stranger: { share }, vip: { share } },
      counters: {
        desk: { ...nobody, customers: ['stranger', 'member'] },
        club: { ...nobody, customers: ['general'] },
        lounge: {
          count: 1,
          skills: ['pay'],
          customers: ['vip'],
          open: { usual: { '09:00': 1 } },
          helps: { customers: ['general', 'member'], whenWait: '3 min' },
        },
      },
    });
    const guests = ['09:00 pay stranger', '09:05 pay general'];
    expect(dayOf(two, guests).story).toEqual(['no-counter 12:00', 'lounge-1 09:08-09:13']);
  });

  test('agrees with the exact waits of the N-design', () => {
    // ndes-a: 0.35 a minute of the first class, 0.2 of the second, 5 minutes, 1 and 3 counters
    const design = teachingHall({
      demand: { arrivals: { '00:00': '33 per hour' } },
      customers: { first: { share: '63.636364%' }, second: { share: '36.363636%' } },
      counters: {
        one: {
          count: 1,
          skills: ['errand'],
          customers: ['first'],
          open: { usual: { '00:00': 1 } },
        },
        two: {
          count: 3,
          skills: ['errand'],
          customers: ['second'],
          open: { usual: { '00:00': 3 } },
          helps: { customers: ['first'] },
        },
      },
    });
    [2.053425294487313, 1.147572165310392].forEach((exact, own) => {
      near(
        overDays(design, { days: 40, seed: 'theory' }, (log, row, customer) =>
          customer === own ? [waitOf(log, row), 1] : [0, 0],
        ),
        exact,
      );
    });
  });
});

describe('tickets of people who have gone', () => {
  const silent = (absent: string): ReturnType<typeof hall> =>
    hall({
      customers: { general: { patience: { fixed: '3 min' }, keepsTicket: '100%' } },
      rules: { calling: { absent } },
    });

  test('who leaves in silence is called all the same, which takes the clerk the time of a call in vain', () => {
    expect(dayOf(silent('1 min'), ['09:00', '09:01', '09:03']).story).toEqual([
      'desk-1 09:00-09:05',
      'patience 09:04',
      'desk-1 09:06-09:11',
    ]);
    expect(dayOf(silent('0 min'), ['09:00', '09:01', '09:03']).story).toEqual([
      'desk-1 09:00-09:05',
      'patience 09:04',
      'desk-1 09:05-09:10',
    ]);
  });

  test('who has gone is not among the people ahead', () => {
    expect(dayOf(silent('1 min'), ['09:00', '09:01', '09:04']).visits[2]!.ahead).toBe(0);
  });

  test('balking on the numbers ahead counts those who have gone, who balk themselves too', () => {
    const shy = hall({
      customers: { general: { balks: { whenNumbersAhead: 2, chance: '100%' } } },
    });
    const { story, visits } = dayOf(shy, ['09:00', '09:01', '09:02', '09:03', '09:04', '09:06']);
    expect(story).toEqual([
      'desk-1 09:00-09:05',
      'desk-1 09:05-09:10',
      'desk-1 09:10-09:15', // one number ahead
      'line 09:03',
      'line 09:04',
      'line 09:06', // one person waits, but three numbers are ahead
    ]);
    expect(visits.map(({ ticket }) => ticket)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe('places to wait', () => {
  test('nobody begins to wait in a full hall; who can be served at once needs no place', () => {
    const small = hall({ space: { seats: 1, standing: 1 } });
    expect(dayOf(small, ['09:00', '09:01', '09:02', '09:03', '09:10']).story).toEqual([
      'desk-1 09:00-09:05',
      'desk-1 09:05-09:10',
      'desk-1 09:10-09:15',
      'hall-full 09:03',
      'desk-1 09:15-09:20',
    ]);
  });

  test('who finds no seat has the patience of those who stand', () => {
    const standing = hall({
      customers: { general: { patience: { fixed: '8 min' } } },
      space: { seats: 1, standingPatience: '50%' },
    });
    expect(dayOf(standing, ['09:00', '09:01', '09:02']).story).toEqual([
      'desk-1 09:00-09:05',
      'desk-1 09:05-09:10',
      'patience 09:06',
    ]);
  });

  test('company takes places, while the one with the ticket waits, and a party comes in only where all of it can', () => {
    const small = hall({ space: { seats: 2, standing: 2 } });
    const guests = ['09:00 +9', '09:01 +2', '09:02 +1', '09:03', '09:04', '09:06 +2'];
    expect(dayOf(small, guests).story).toEqual([
      'desk-1 09:00-09:05', // needs no place
      'desk-1 09:05-09:10', // three places of four
      'hall-full 09:02',
      'desk-1 09:10-09:15',
      'hall-full 09:04',
      'desk-1 09:15-09:20', // the three have gone to the counter
    ]);
  });

  test('a party stands where it does not find a seat for each', () => {
    const seats = hall({
      customers: { general: { patience: { fixed: '8 min' } } },
      space: { seats: 3, standingPatience: '50%' },
    });
    expect(dayOf(seats, ['09:00', '09:01 +1', '09:02 +1', '09:03']).story).toEqual([
      'desk-1 09:00-09:05',
      'desk-1 09:05-09:10',
      'patience 09:06',
      'patience 09:07',
    ]);
  });

  test('company waits in the line of the kiosks too, and is no customer anywhere else', () => {
    const machines = hall({
      customers: { general: { balks: { whenWaiting: 2, chance: '100%' } } },
      kiosks: { count: 1, lineUpTo: 1, services: { pay: { time: { fixed: '5 min' } } } },
      space: { seats: 4, standing: 0 },
    });
    const guests = ['09:00', '09:01 +2', '09:02', '09:03', '09:04', '09:06'];
    const day = dayOf(machines, guests);
    expect(day.story).toEqual([
      'kiosk 09:00-09:05',
      'kiosk 09:05-09:10', // three in the kiosk line
      'desk-1 09:02-09:07',
      'desk-1 09:07-09:12',
      'hall-full 09:04',
      'kiosk 09:10-09:15',
    ]);
    expect(day.visits.map(({ ahead }) => ahead)).toEqual([null, null, 0, 0, null, null]);
  });
});

test('how many are willing to use a kiosk may differ by service', () => {
  const kiosks = hall({
    services: {
      pay: { share: '50%' },
      plan: { share: '50%', time: { fixed: '20 min' } },
    },
    counters: { desk: { skills: ['pay', 'plan'] } },
    kiosks: {
      count: 1,
      willing: '0%',
      services: {
        pay: { time: { fixed: '1 min' }, willing: '100%' },
        plan: { time: { fixed: '2 min' } },
      },
    },
  });
  expect(dayOf(kiosks, ['09:00 pay', '09:02 plan']).story).toEqual([
    'kiosk 09:00-09:01',
    'desk-1 09:02-09:22',
  ]);
});
