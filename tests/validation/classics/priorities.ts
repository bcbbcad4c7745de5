import { type Case, type ClassParams, classes, number } from '../cases.js';
import type { Answer } from '../row.js';
import type { HallText } from './hall.js';
import { hasLeft, longDay, MEASURED, meanOf } from './long-day.js';
import { errands, exponential, minutes, percent, perMinute } from './texts.js';

/** Head starts so far apart that no wait of a long day makes up for one. */
const STEP = 2_000 * 60;

/** Position of the class that a metric such as `meanWait[class 2]` speaks of. */
export function classOf({ id, metric }: Case): number {
  const found = /\[class (\d)\]$/.exec(metric);
  if (found === null) throw new Error(`${id}: no class in ${metric}`);
  return Number(found[1]) - 1;
}

/** Classes in order of priority before some counters. */
export function priorities(one: Case): Answer {
  const most = classes(one).length - 1;
  return byClasses(one, (_, i) => ({ headStart: minutes((most - i) * STEP) }));
}

/** Classes whose waiting counts at different rates. */
export function accumulating(one: Case): Answer {
  return byClasses(one, ({ slope }) => ({ waitingCounts: slope }));
}

/** Classes that come for services of their own, or all for the same. */
function byClasses(one: Case, ranked: (given: ClassParams, i: number) => object): Answer {
  const given = classes(one);
  const rate = given.reduce((sum, { lambda_per_min }) => sum + lambda_per_min, 0);
  const servers = number(one, 'servers');
  const own = given.map(({ name, service }) =>
    (service === undefined
      ? [{ share: 1, time: exponential(number(one, 'mu_per_min')) }]
      : errands(service)
    ).map((errand, i) => ({ id: `${name}-${i + 1}`, name, ...errand })),
  );
  const all = own.flat();
  const text: HallText = {
    demand: { arrivals: { '00:00': perMinute(rate) } },
    customers: Object.fromEntries(
      given.map((single, i) => [
        single.name,
        {
          share: percent(single.lambda_per_min / rate),
          mix: Object.fromEntries(own[i]!.map(({ id, share }) => [id, percent(share)])),
          ...ranked(single, i),
        },
      ]),
    ),
    // the classes say who comes for what
    services: Object.fromEntries(
      all.map(({ id, time }, i) => [id, { share: i === 0 ? '100%' : '0%', time }]),
    ),
    counters: {
      desk: {
        count: servers,
        skills: all.map(({ id }) => id),
        open: { always: { '00:00': servers } },
      },
    },
  };
  const wanted = classOf(one);
  return longDay(
    text,
    rate,
    (stretch) => meanOf(stretch, ({ customer, wait }) => (customer === wanted ? wait : null)),
    { measured: 3 * MEASURED },
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
