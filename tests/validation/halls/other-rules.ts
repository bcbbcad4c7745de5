import { compile } from '@hallsim/hall';
import { minutes, type Scenario, share } from '@hallsim/scenario';

/** A rule by which the source's simulation may go instead of the hall's, as far as a scenario can say it. */
export interface OtherRule {
  readonly id: string;
  /** What is so with it, in one sentence. */
  readonly words: string;
  /** Files in which it makes a difference; all where absent. */
  readonly halls?: readonly string[];
  /** The merge patch that puts it in place. */
  readonly change: (hall: Scenario) => object;
}

/** How many have an appointment, and how many of those do not come: under `later` in the file. */
const APPOINTMENTS = { share: 0.28, noShow: 0.16 };

/**
 * Appointments as a class of their own that comes evenly over the hours in which tickets are given, less those who
 * do not come. Everybody else is a smaller class and comes as before.
 */
function withAppointments({ customers, day, demand, kiosks }: Scenario): object {
  const missing = APPOINTMENTS.share * APPOINTMENTS.noShow;
  const appointed = (APPOINTMENTS.share - missing) / (1 - missing);
  const percent = (part: number): string => `${(100 * part).toFixed(6)}%`;
  const { general } = customers;
  const slots = Object.entries(demand.profile!)
    .filter(([time, part]) => part !== '0%' && time < day.lastTicket!)
    .map(([time]) => time);
  const others = forEach(customers, (one) => ({
    share: percent(share(one.share) * (1 - appointed)),
  }));
  const willing = (shares: unknown): object => ({
    appointed: (shares as { general: string }).general,
  });
  return {
    demand: {
      perDay: (Number(demand.perDay) * (1 - missing)).toFixed(4),
    },
    customers: {
      ...others,
      appointed: {
        ...general,
        share: percent(appointed),
        profile: Object.fromEntries(
          Object.keys(demand.profile!).map((time) => [
            time,
            slots.includes(time) ? percent(1 / slots.length) : '0%',
          ]),
        ),
      },
    },
    ...(kiosks && {
      kiosks: {
        willing: willing(kiosks.willing),
        ...(kiosks.greeter && { greeter: { adds: willing(kiosks.greeter.adds) } }),
      },
    }),
  };
}

/** Something for each entry of a map of the hall. */
const forEach = <T>(
  map: Readonly<Record<string, T>>,
  change: (entry: T) => object,
): Record<string, object> =>
  Object.fromEntries(Object.entries(map).map(([id, entry]) => [id, change(entry)]));

export const OTHER_RULES: readonly OtherRule[] = [
  {
    id: 'appointments',
    words:
      '28 % have an appointment and come evenly over the day, and 16 % of those do not come at all.',
    halls: ['gov-hall'],
    change: withAppointments,
  },
  {
    id: 'change-over',
    words:
      'The minutes between two customers are work after the first; here they are the call of the second, for which those wait too who find a counter free.',
    change: ({ rules, services }) => ({
      rules: { calling: { call: null } },
      services: forEach(services, () => ({ afterWork: rules!.calling!.call! })),
    }),
  },
  {
    id: 'help',
    words:
      'A desk helps others when six of them wait and not three: in which lines they are counted there, and when, is not written.',
    halls: ['flagship-telecom', 'bank-branch'],
    change: ({ counters }) => ({
      counters: forEach(counters as Readonly<Record<string, { helps?: object }>>, ({ helps }) =>
        helps === undefined ? {} : { helps: { whenWaiting: 6 } },
      ),
    }),
  },
  {
    id: 'shown-wait',
    words:
      'People turn round at a wait that is shown to them and counts their own service: (people ahead + 1) × mean service / open counters; tried as a threshold that is so much lower as a mean service over the mean number of open counters.',
    change: (hall) => ({
      customers: forEach(hall.customers, ({ balks }) => {
        const { half } = (balks as { guess: { half: string } }).guess;
        const shown = Math.max(0, minutes(half) - oneService(hall));
        return { balks: { guess: { half: `${shown.toFixed(2)} min` } } };
      }),
    }),
  },
];

/** Mean service time over the counters that are open on average, of the first group: it has most customers. */
function oneService(hall: Scenario): number {
  const { id, meanService } = compile(hall).groups[0]!;
  const { open } = (hall.counters as Readonly<Record<string, { open: Rosters }>>)[id]!;
  const levels = Object.values(open).flatMap((roster) => Object.values(roster));
  return meanService / (levels.reduce((sum, level) => sum + level, 0) / levels.length);
}

type Rosters = Readonly<Record<string, Readonly<Record<string, number>>>>;
