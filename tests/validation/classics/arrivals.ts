import type { Arrivals } from '@hallsim/kernel';
import { type Case, number, numbers, spreadParams } from '../cases.js';
import type { Answer } from '../row.js';
import { spreadOf } from '../spreads.js';
import { meanOfDays, wholeDays } from './days.js';
import { daysOf, type HallText } from './hall.js';
import { errandsOf, oneLine, readLine } from './line.js';
import { longDay, MEASURED } from './long-day.js';
import { clockText, percent, perMinute } from './texts.js';

/** Parties whose members take a ticket each. */
export function batches(one: Case): Answer {
  const { pmf } = one.params['batchSize'] as { pmf: Readonly<Record<string, number>> };
  const { '1': alone = 0, ...sizes } = pmf;
  const rate = number(one, 'batchRate_per_min');
  const each = Object.entries(pmf).reduce((sum, [size, share]) => sum + Number(size) * share, 0);
  const servers = number(one, 'servers');
  const plain = oneLine(rate * each, servers, { errands: errandsOf(one) });
  const text: HallText = {
    ...plain,
    demand: {
      // members who take a ticket count as customers
      arrivals: { '00:00': perMinute(rate * each) },
      parties: {
        share: percent(1 - alone),
        sizes: Object.fromEntries(
          Object.entries(sizes).map(([size, share]) => [size, percent(share / (1 - alone))]),
        ),
        tickets: 'each',
      },
    },
  };
  return longDay(text, rate * each, readLine(one, servers), { measured: 3 * MEASURED });
}

/** Arrivals that no rate describes, replayed as a ticket machine would have written them down. */
function replayed(one: Case, perMinuteOnAverage: number, arrivals: Arrivals): Answer {
  const servers = number(one, 'servers');
  const text = oneLine(0, servers, { errands: errandsOf(one) });
  const measured = 3 * MEASURED;
  return longDay(text, perMinuteOnAverage, readLine(one, servers), { measured, arrivals });
}

/** Gaps between arrivals that are independent, of any spread. */
export function gaps(one: Case): Answer {
  const every = spreadOf(spreadParams(one, 'interarrival'));
  const { mean_min: mean, value_min: value } = spreadParams(one, 'interarrival');
  return replayed(one, 1 / Number(mean ?? value), { every });
}

/** A rate that jumps between two levels by chance. */
export function modulated(one: Case): Answer {
  const [up = 0, down = 0] = numbers(one, 'switch_per_min');
  const mmpp = {
    rates: numbers(one, 'rates_per_min'),
    switch: [
      [0, up],
      [down, 0],
    ],
  };
  return replayed(one, number(one, 'meanRate'), { mmpp });
}

/** Arrivals at a rate that goes in straight lines. */
export function straightRates(one: Case): Answer | string {
  if (one.metric === 'probNoArrivalBy') return 'happens once in 10⁹ days';
  const knots = one.params['knots'] as readonly (readonly [number, number])[];
  const closes = knots.at(-1)![0];
  const plain = oneLine(0, 1, { errands: [{ share: 1, time: { fixed: '1 min' } }] });
  const text: HallText = {
    ...plain,
    day: { opens: '00:00', closes: clockText(closes) },
    demand: {
      shape: 'linear',
      arrivals: Object.fromEntries(knots.map(([time, rate]) => [clockText(time), perMinute(rate)])),
    },
  };
  return wholeDays((seed, replication, size) => {
    const days = daysOf(text, seed);
    let came = 0;
    let times = 0;
    for (let i = 0; i < size; i++) {
      const { arrivedAt, length } = days.draw(replication * size + i);
      came += length;
      for (const time of arrivedAt.subarray(0, length)) times += time;
    }
    return one.metric === 'expectedCount' ? came / size : times / came;
  });
}

/** Customers with appointments, who are on time. */
export function appointments(one: Case): Answer {
  const slots = numbers(one, 'slotTimes_min');
  const text: HallText = {
    ...oneLine(0, number(one, 'servers'), { errands: errandsOf(one) }),
    day: { opens: '00:00', closes: clockText(slots.at(-1)! + 1) },
  };
  return wholeDays((seed, replication, size) =>
    meanOfDays(
      text,
      seed,
      replication,
      size,
      ({ demand, log }) => {
        const waits = slots.map((_, row) => log.start[row]! - demand.arrivedAt[row]!);
        const last = slots.length - 1;
        switch (one.metric) {
          case 'meanWaitOverShows':
            return waits.reduce((sum, wait) => sum + wait, 0) / slots.length;
          case 'meanWaitLastSlot':
            return waits[last]!;
          default:
            return log.end[last]! - slots[last]!;
        }
      },
      { arrivedAt: slots },
    ),
  );
}
