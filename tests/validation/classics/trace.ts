import { type Case, numbers } from '../cases.js';
import type { ExactCheck } from '../row.js';
import { HallDays } from './hall.js';
import { clockText } from './texts.js';

/** A day customer by customer, replayed from columns, which the hall has to tell exactly. */
export function trace(one: Case): ExactCheck {
  const wanted = [...(one.start ?? []).map((time) => time ?? NaN), ...(one.leave ?? [])];
  return {
    compare: () => {
      const told = tell(one);
      return {
        compared: wanted.length,
        different: told.filter((time, i) => !Object.is(time, wanted[i])).length,
      };
    },
  };
}

/** When the service of each customer starts, and when they leave. */
function tell(one: Case): number[] {
  const { params } = one;
  const staff = params['staffFromTime'] as readonly (readonly [number, number])[];
  const days = new HallDays(
    {
      day: { opens: '00:00', closes: '01:00' },
      demand: { arrivals: { '00:00': '0 per hour' } },
      customers: { first: { share: '50%', priority: 'strict' }, second: { share: '50%' } },
      services: { errand: { share: '100%', time: { fixed: '1 min' } } },
      counters: {
        desk: {
          count: Math.max(...staff.map(([, count]) => count)),
          skills: ['errand'],
          open: {
            day: Object.fromEntries(staff.map(([time, count]) => [clockText(time), count])),
          },
        },
      },
    },
    one.id,
  );
  const patience = params['patience'] as readonly (number | null)[];
  const { log } = days.replay(
    {
      arrivedAt: numbers(one, 'arrivals'),
      counterTime: numbers(one, 'services'),
      patience: patience.map((minutes) => minutes ?? Infinity),
      customer: numbers(one, 'priorityClass').map((rank) => (rank === 1 ? 'first' : 'second')),
    },
    0,
  );
  return [...log.start.subarray(0, log.length), ...log.left.subarray(0, log.length)];
}
