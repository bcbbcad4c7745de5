import { eachExtra } from '@hallsim/hall';
import { type Case, number } from '../cases.js';
import type { Answer } from '../row.js';
import type { HallText } from './hall.js';
import { errandsOf, oneLine, readLine } from './line.js';
import { longDay, MEASURED } from './long-day.js';
import { exponential } from './texts.js';

/** Counters that break down by the clock, and go on with their customer. */
export function breakdowns(one: Case): Answer | string {
  if (one.params['failsWhenIdle'] !== true) return 'counters of a file break down idle or busy';
  const rate = number(one, 'lambda_per_min');
  const servers = number(one, 'servers');
  const failures = {
    every: exponential(number(one, 'failRate_per_min')),
    lasts: exponential(number(one, 'repairRate_per_min')),
  };
  const text = oneLine(rate, servers, { errands: errandsOf(one) });
  const withFailures = { ...text, counters: withDesk(text, { failures }) };
  return longDay(withFailures, rate, readLine(one, servers));
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
  const plain = oneLine(rate, least, { errands: errandsOf(one) });
  const text = { ...plain, counters: withDesk(plain, { count: most, elastic }) };
  if (one.metric !== 'meanOpenServers') return longDay(text, rate, readLine(one, most));
  return longDay(text, rate, ({ log, from, to }) => {
    let area = 0;
    eachExtra(log.extra, to, (_, open, opened, closed) => {
      area += open * Math.max(0, Math.min(to, closed) - Math.max(from, opened));
    });
    return least + area / (to - from);
  });
}

/** Two counters with a line each; newcomers join the shorter. Which of two equal ones makes no difference to the waits. */
export function shortestQueue(one: Case): Answer {
  const rate = number(one, 'lambda_per_min');
  const servers = number(one, 'servers');
  const text = oneLine(rate, servers, {
    errands: errandsOf(one),
    hall: { rules: { queues: 'per-counter' } },
  });
  return longDay(text, rate, readLine(one, servers), { measured: 3 * MEASURED });
}

/** Newcomers who see too many numbers between their own and the one called last turn round, and their numbers stay. */
export function ticketQueue(one: Case): Answer {
  const rate = number(one, 'lambda_per_min');
  const servers = number(one, 'servers');
  const whenNumbersAhead = number(one, 'patienceTickets');
  const text = oneLine(rate, servers, {
    errands: errandsOf(one),
    customer: { balks: { whenNumbersAhead, chance: '100%' } },
  });
  return longDay(text, rate, readLine(one, servers));
}

/** The counters of a text with further keys. */
function withDesk({ counters }: HallText, keys: object): object {
  const { desk } = counters as { desk: object };
  return { desk: { ...desk, ...keys } };
}
