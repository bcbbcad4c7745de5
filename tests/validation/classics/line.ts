import { eachExtra } from '@hallsim/hall';
import { type Case, number, spreadParams } from '../cases.js';
import type { Answer, Measurement } from '../row.js';
import type { HallText } from './hall.js';
import {
  atCounter,
  forGuests,
  type Guest,
  hasLeft,
  isServed,
  levelOf,
  longDay,
  meanOf,
  type Stretch,
  turnedRound,
} from './long-day.js';
import { BALANCED, exponential, perMinute, spreadText } from './texts.js';

/** What the classical cases have in common: one service, one class, counters that are always open. */
export function oneLine(
  arrivalsPerMinute: number,
  servers: number,
  parts: { readonly time: unknown; readonly customer?: object; readonly hall?: HallText },
): HallText {
  return {
    demand: { arrivals: { '00:00': perMinute(arrivalsPerMinute) } },
    customers: { everyone: { share: '100%', ...parts.customer } },
    services: { errand: { share: '100%', time: parts.time } },
    counters: {
      desk: { count: servers, skills: ['errand'], open: { always: { '00:00': servers } } },
    },
    ...parts.hall,
  };
}

const DISCIPLINES: Readonly<Record<string, string>> = {
  'LCFS non-preemptive': 'last-come-first-served',
  'random order': 'random',
};

/** One line before some counters, with patience or a limit of places where the case has them. */
export function line(one: Case): Answer | string {
  const { params } = one;
  const { capacity, discipline, patience, service } = params;
  const spread = service ? spreadText(spreadParams(one, 'service')) : time(one);
  if (spread === null) return BALANCED;
  const servers = number(one, 'servers');
  const rule = DISCIPLINES[String(discipline)];
  const text = oneLine(number(one, 'lambda_per_min'), servers, {
    time: spread,
    customer: patience ? { patience: spreadText(spreadParams(one, 'patience')) } : {},
    hall: {
      ...(capacity ? { space: { seats: Number(capacity) - servers, standing: 0 } } : {}),
      ...(rule === undefined ? {} : { rules: { discipline: rule } }),
    },
  });
  return ofLine(one, text, servers);
}

/** A service of one rate, as most cases have it. */
const time = (one: Case) => exponential(number(one, 'mu_per_min'));

/** Counters that break down by the clock, and go on with their customer. */
export function breakdowns(one: Case): Answer | string {
  if (one.params['failsWhenIdle'] !== true) return 'counters of a file break down idle or busy';
  const servers = number(one, 'servers');
  const failures = {
    every: exponential(number(one, 'failRate_per_min')),
    lasts: exponential(number(one, 'repairRate_per_min')),
  };
  const text = oneLine(number(one, 'lambda_per_min'), servers, { time: time(one) });
  return ofLine(one, { ...text, counters: withDesk(text, { failures }) }, servers);
}

/** Counters that open beyond the roster when people wait. */
export function moreWhenBusy(one: Case): Answer {
  const [least, most] = [number(one, 'minServers'), number(one, 'maxServers')];
  const rate = number(one, 'lambda_per_min');
  const elastic = {
    more: most - least,
    opensWhen: { waiting: number(one, 'openWhenQueueAtLeast') },
    closesWhen: { waiting: number(one, 'closeWhenQueueAtMost') },
  };
  const plain = oneLine(rate, least, { time: time(one) });
  const text = { ...plain, counters: withDesk(plain, { count: most, elastic }) };
  if (one.metric !== 'meanOpenServers') return ofLine(one, text, most);
  return longDay(text, rate, ({ log, from, to }) => {
    let area = 0;
    eachExtra(log.extra, to, (_, open, opened, closed) => {
      area += open * Math.max(0, Math.min(to, closed) - Math.max(from, opened));
    });
    return least + area / (to - from);
  });
}

/** A line before each counter; equal counters, so that it does not matter which of two equal lines is joined. */
export function lineEach(one: Case): Answer {
  const servers = number(one, 'servers');
  const hall = { rules: { queues: 'per-counter' } };
  const text = oneLine(number(one, 'lambda_per_min'), servers, { time: time(one), hall });
  return ofLine(one, text, servers);
}

/** Newcomers who turn round when the number called last is too far away. */
export function ticketNumbers(one: Case): Answer {
  const servers = number(one, 'servers');
  const balks = { whenNumbersAhead: number(one, 'patienceTickets'), chance: '100%' };
  const customer = { balks };
  const text = oneLine(number(one, 'lambda_per_min'), servers, { time: time(one), customer });
  return ofLine(one, text, servers);
}

/** The counters of a text with further keys. */
function withDesk({ counters }: HallText, keys: object): object {
  const { desk } = counters as { desk: object };
  return { desk: { ...desk, ...keys } };
}

function ofLine(one: Case, text: HallText, servers: number): Measurement {
  const rate = number(one, 'lambda_per_min');
  const read = readLine(one, servers);
  return longDay(text, rate, read);
}

/** What a metric of the table is on a stretch of a long day. */
function readLine(one: Case, servers: number): (stretch: Stretch) => number {
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
