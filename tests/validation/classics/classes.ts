import { type Case, number } from '../cases.js';
import type { Answer } from '../row.js';
import type { HallText } from './hall.js';
import { meanOfDays, wholeDays } from './days.js';
import { atCounter, forGuests, isServed, levelOf, longDay, meanOf } from './long-day.js';
import { classOf } from './priorities.js';
import { exponential, minutes, percent, perMinute } from './texts.js';

/** Two groups of counters: the second serves both classes, its own first. */
export function nDesign(one: Case): Answer {
  const [first, second] = [number(one, 'lambda1_per_min'), number(one, 'lambda2_per_min')];
  const [own, both] = [number(one, 'pool1'), number(one, 'pool2')];
  const text: HallText = {
    demand: { arrivals: { '00:00': perMinute(first + second) } },
    customers: {
      first: { share: percent(first / (first + second)) },
      second: { share: percent(second / (first + second)), priority: 'strict' },
    },
    services: { errand: { share: '100%', time: exponential(number(one, 'mu11')) } },
    counters: {
      own: {
        count: own,
        skills: ['errand'],
        customers: ['first'],
        open: { always: { '00:00': own } },
      },
      both: { count: both, skills: ['errand'], open: { always: { '00:00': both } } },
    },
  };
  return longDay(text, first + second, (stretch) => {
    switch (one.metric) {
      case 'meanPool2ServersOnClass1':
        return levelOf(stretch, (guest) =>
          guest.group === 1 && guest.customer === 0 ? atCounter(guest) : null,
        );
      case 'utilisation[pool 1]':
        return levelOf(stretch, (guest) => (guest.group === 0 ? atCounter(guest) : null)) / own;
      default: {
        const wanted = classOf(one);
        return meanOf(stretch, ({ customer, wait }) => (customer === wanted ? wait : null));
      }
    }
  });
}

/** Kiosks without a line: who finds them all in use goes to the counters, as all others do. */
export function kioskOverflow(one: Case): Answer {
  const rate = number(one, 'lambda_per_min');
  const able = number(one, 'kioskAbleFraction');
  const counters = number(one, 'counters');
  const text: HallText = {
    demand: { arrivals: { '00:00': perMinute(rate) } },
    customers: { everyone: { share: '100%' } },
    services: {
      simple: { share: percent(able), time: exponential(number(one, 'counterMu')) },
      other: { share: percent(1 - able), time: exponential(number(one, 'counterMu')) },
    },
    kiosks: {
      count: number(one, 'kiosks'),
      lineUpTo: 0,
      services: { simple: { time: exponential(number(one, 'kioskMu')) } },
    },
    counters: {
      desk: {
        count: counters,
        skills: ['simple', 'other'],
        open: { always: { '00:00': counters } },
      },
    },
  };
  return longDay(text, rate, (stretch) =>
    meanOf(stretch, (guest) => {
      if (one.metric === 'probKioskFull')
        return guest.service === 0 ? Number(guest.start >= 0) : null;
      return guest.start >= 0 && isServed(guest) ? guest.wait : null;
    }),
  );
}

/** Minutes of a day of clerks, whose shifts end with the second day, and the stretch of it that is measured. */
const SHIFT = { lasts: 47 * 60, from: 600, to: 2_700 };

/** Clerks of different speed, the fastest first in the file and so the first to take somebody. */
export function unequalClerks(one: Case): Answer {
  const rate = number(one, 'lambda_per_min');
  const rates = one.params['mu_each'] as readonly number[];
  const fastest = rates[0]!;
  const text: HallText = {
    day: { lasts: minutes(SHIFT.lasts) },
    demand: { arrivals: { '00:00': perMinute(rate) } },
    customers: { everyone: { share: '100%' } },
    services: { errand: { share: '100%', time: exponential(fastest) } },
    counters: { count: rates.length },
    staff: Object.fromEntries(
      rates.map((mu, i) => [
        `clerk-${i}`,
        {
          headcount: 1,
          skills: ['errand'],
          shift: { from: '00:00', to: '47:00' },
          speed: percent(mu / fastest),
        },
      ]),
    ),
  };
  const expected = rate * (SHIFT.to - SHIFT.from);
  return wholeDays((seed, replication, size) =>
    meanOfDays(text, seed, replication, size, (day) => {
      const stretch = { ...day, ...SHIFT };
      if (one.metric.startsWith('utilisation')) {
        return levelOf(stretch, (guest) => (guest.group === 0 ? atCounter(guest) : null));
      }
      let sum = 0;
      forGuests(stretch, ({ wait }) => {
        sum += one.metric === 'meanWait' ? wait : Number(wait > 0);
      });
      return sum / expected;
    }),
  );
}
