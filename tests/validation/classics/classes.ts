import { type Case, classes, type ClassParams, number } from '../cases.js';
import type { Answer } from '../row.js';
import type { HallText } from './hall.js';
import { meanOfDays, wholeDays } from './days.js';
import { atCounter, forGuests, hasLeft, isServed, levelOf, longDay, meanOf } from './long-day.js';
import { BALANCED, exponential, minutes, percent, perMinute, spreadText } from './texts.js';

/** Head starts so far apart that no wait of a long day makes up for one. */
const STEP = 2_000 * 60;

/** Position of the class that a metric such as `meanWait[class 2]` speaks of. */
function classOf({ id, metric }: Case): number {
  const found = /\[class (\d)\]$/.exec(metric);
  if (found === null) throw new Error(`${id}: no class in ${metric}`);
  return Number(found[1]) - 1;
}

/** Classes of customers in order of priority. */
export function priorities(one: Case): Answer | string {
  const last = classes(one).length - 1;
  return ranked(one, (_, i) => ({ headStart: minutes((last - i) * STEP) }));
}

/** Classes whose waiting counts more or less. */
export function accumulating(one: Case): Answer | string {
  return ranked(one, ({ slope }) => ({ waitingCounts: slope }));
}

/** Classes of customers before one desk, each with a service of its own or all with the same. */
function ranked(
  one: Case,
  rank: (given: ClassParams, position: number) => object,
): Answer | string {
  const given = classes(one);
  const times = given.map(({ service }) =>
    service === undefined ? exponential(number(one, 'mu_per_min')) : spreadText(service),
  );
  if (times.includes(null)) return BALANCED;
  const rate = given.reduce((sum, { lambda_per_min }) => sum + lambda_per_min, 0);
  const servers = number(one, 'servers');
  const text: HallText = {
    demand: { arrivals: { '00:00': perMinute(rate) } },
    customers: Object.fromEntries(
      given.map((own, i) => [
        own.name,
        {
          share: percent(own.lambda_per_min / rate),
          mix: { [`for-${own.name}`]: '100%' },
          ...rank(own, i),
        },
      ]),
    ),
    services: Object.fromEntries(
      given.map(({ name, lambda_per_min }, i) => [
        `for-${name}`,
        { share: percent(lambda_per_min / rate), time: times[i]! },
      ]),
    ),
    counters: {
      desk: {
        count: servers,
        skills: given.map(({ name }) => `for-${name}`),
        open: { always: { '00:00': servers } },
      },
    },
  };
  const wanted = classOf(one);
  return longDay(text, rate, (stretch) =>
    meanOf(stretch, ({ customer, wait }) => (customer === wanted ? wait : null)),
  );
}

/** Two classes, the first always called first, both of limited patience. */
export function twoClasses(one: Case): Answer | string {
  if (number(one, 'reservedForClass1') > 0) return 'counters kept free for a class';
  const [first, second] = [number(one, 'lambda1_per_min'), number(one, 'lambda2_per_min')];
  const servers = number(one, 'servers');
  const text: HallText = {
    demand: { arrivals: { '00:00': perMinute(first + second) } },
    customers: {
      first: {
        share: percent(first / (first + second)),
        priority: 'strict',
        patience: exponential(number(one, 'abandonRate1')),
      },
      second: {
        share: percent(second / (first + second)),
        patience: exponential(number(one, 'abandonRate2')),
      },
    },
    services: { errand: { share: '100%', time: exponential(number(one, 'mu1')) } },
    counters: {
      desk: { count: servers, skills: ['errand'], open: { always: { '00:00': servers } } },
    },
  };
  const wanted = classOf(one);
  const of = one.metric.replace(/\[.*/, '');
  return longDay(text, first + second, (stretch) =>
    meanOf(stretch, (guest) => {
      if (guest.customer !== wanted) return null;
      if (of === 'probAbandon') return hasLeft(guest) ? 1 : 0;
      return of === 'probWait' ? Number(guest.wait > 0) : guest.wait;
    }),
  );
}

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
