import { variateOf } from '@hallsim/kernel';
import { type Case, number, spreadParams } from '../cases.js';
import type { Answer } from '../row.js';
import { spreadOf } from '../spreads.js';
import type { HallText } from './hall.js';
import {
  atCounter,
  forGuests,
  type Guest,
  hasLeft,
  isServed,
  levelOf,
  longDay,
  MEASURED,
  meanOf,
  type Stretch,
  turnedRound,
} from './long-day.js';
import { type Errand, errands, exponential, perMinute, servicesText, spreadText } from './texts.js';

/** What the classical cases have in common: one service, one class, counters that are always open. */
export function oneLine(
  arrivalsPerMinute: number,
  servers: number,
  parts: {
    readonly errands: readonly Errand[];
    readonly customer?: object;
    readonly hall?: HallText;
  },
): HallText {
  const services = servicesText(parts.errands);
  return {
    demand: { arrivals: { '00:00': perMinute(arrivalsPerMinute) } },
    customers: { everyone: { share: '100%', ...parts.customer } },
    services,
    counters: {
      desk: {
        count: servers,
        skills: Object.keys(services),
        open: { always: { '00:00': servers } },
      },
    },
    ...parts.hall,
  };
}

const DISCIPLINES: Readonly<Record<string, string>> = {
  'LCFS non-preemptive': 'last-come-first-served',
  'random order': 'random',
};

/** One line before some counters, with patience or a limit of places where the case has them. */
export function line(one: Case): Answer {
  const { params } = one;
  const { capacity, discipline, patience } = params;
  const servers = number(one, 'servers');
  const rule = DISCIPLINES[String(discipline)];
  const text = oneLine(number(one, 'lambda_per_min'), servers, {
    errands: errandsOf(one),
    customer: patience ? { patience: spreadText(spreadParams(one, 'patience')) } : {},
    hall: {
      ...(capacity ? { space: { seats: Number(capacity) - servers, standing: 0 } } : {}),
      ...(rule === undefined ? {} : { rules: { discipline: rule } }),
    },
  });
  const endless = capacity === undefined && patience === undefined;
  return longDay(text, number(one, 'lambda_per_min'), readLine(one, servers), {
    measured: endless ? enough(one) : MEASURED,
  });
}

/** What customers come for. */
export function errandsOf(one: Case): Errand[] {
  return one.params['service']
    ? errands(spreadParams(one, 'service'))
    : [{ share: 1, time: exponential(number(one, 'mu_per_min')) }];
}

/** Customers to be measured in a line that nobody leaves: the busier it is, the longer a busy time lasts. */
function enough(one: Case): number {
  const work = one.params['service']
    ? variateOf(spreadOf(spreadParams(one, 'service'))).mean
    : 1 / number(one, 'mu_per_min');
  const load = (number(one, 'lambda_per_min') * work) / number(one, 'servers');
  return load < 0.8 ? MEASURED : load < 0.9 ? 3 * MEASURED : 10 * MEASURED;
}

/** What a metric of the table is on a stretch of a long day. */
export function readLine(one: Case, servers: number): (stretch: Stretch) => number {
  const limit = (): number => number(one, 't_min');
  const mean = (of: (guest: Guest) => number | null) => (stretch: Stretch) => meanOf(stretch, of);
  const share = (is: (guest: Guest) => boolean) => mean((guest) => (is(guest) ? 1 : 0));
  const ofServed = (of: (wait: number) => number) =>
    mean((guest) => (isServed(guest) ? of(guest.wait) : null));
  switch (one.metric) {
    case 'utilisation':
      return (stretch) => levelOf(stretch, atCounter) / servers;
    case 'meanBusyServers':
      return (stretch) => levelOf(stretch, atCounter);
    case 'meanTimeInSystem':
      return mean(({ arrived, left }) => left - arrived);
    case 'meanNumberInSystem':
      return (stretch) => levelOf(stretch, ({ arrived, left }) => [arrived, left]);
    case 'meanWait':
    case 'meanWaitAdmitted':
    case 'meanWaitJoined':
    case 'meanWaitServed':
      return ofServed((wait) => wait);
    case 'meanWaitAll':
      return mean(({ wait }) => wait);
    case 'meanWaitAbandoned':
      return mean((guest) => (hasLeft(guest) ? guest.wait : null));
    case 'varianceWait':
      return variance;
    case 'probWait':
      return share(({ wait }) => wait > 0);
    case 'probAbandon':
      return share(hasLeft);
    case 'probBlocked':
    case 'probBalk':
      return share(turnedRound);
    case 'probWaitExceeds':
      return ofServed((wait) => (wait > limit() ? 1 : 0));
    case 'serviceLevel':
      return ofServed((wait) => (wait <= limit() ? 1 : 0));
    case 'probServedWithin':
      return share((guest) => isServed(guest) && guest.wait <= limit());
    case 'probTimeInQueueExceeds':
      return share(({ wait }) => wait > limit());
    case 'waitQuantile95':
      return (stretch) => quantile(stretch, 0.95);
    case 'waitQuantile':
      return (stretch) => quantile(stretch, number(one, 'q'));
    default:
      throw new Error(`${one.id}: no measurement of ${one.metric}`);
  }
}

function waits(stretch: Stretch): number[] {
  const list: number[] = [];
  forGuests(stretch, (guest) => list.push(guest.wait));
  return list;
}

function variance(stretch: Stretch): number {
  const list = waits(stretch);
  const mean = list.reduce((sum, wait) => sum + wait, 0) / list.length;
  return list.reduce((sum, wait) => sum + (wait - mean) ** 2, 0) / (list.length - 1);
}

/** Twice that of all less the mean of those of two halves, as in the table of the kernel. */
function quantile(stretch: Stretch, p: number): number {
  const list = waits(stretch);
  const half = Math.floor(list.length / 2);
  const of = (part: number[]): number => part.sort((a, b) => a - b)[Math.floor(p * part.length)]!;
  const halves = [of(list.slice(0, half)), of(list.slice(half))] as const;
  return 2 * of(list) - (halves[0] + halves[1]) / 2;
}
