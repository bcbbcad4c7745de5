import * as z from 'zod/mini';
import {
  byClock,
  byId,
  clock,
  count,
  duration,
  id,
  key,
  label,
  maybe,
  named,
  rate,
  share,
  whole,
} from './texts.js';

/** Sizes of a party, `2` to `200`. */
export const partySizePattern = /^([2-9]|[1-9]\d|1\d\d|200)$/;

export const partiesSchema = named(
  z.strictObject({
    share: key(share, 'Share of the arrivals that are parties; everybody else comes alone.'),
    sizes: key(
      z.record(z.string().check(z.regex(partySizePattern)), share),
      'How many people such a party is, `2` to `200`, and the share of each size, together 100%.',
    ),
    tickets: maybe(
      z.enum(['one', 'each']),
      'Whether a party takes one ticket and the others only keep company (a place each in `space` while it waits), or each is a customer with a ticket and an errand of their own. Expected customers stay what the file says, so with `each` there are fewer arrivals.',
      'one',
    ),
  }),
  { id: 'parties', description: 'People who come together: families, friends, a bus.' },
);

export const rushSchema = z.strictObject({
  label,
  from: key(clock, 'Start of the rush.'),
  to: key(clock, 'End of the rush.'),
  adds: key(rate, 'Extra customers while it lasts, on top of the day and not scaled by `volume`.'),
  shape: maybe(
    z.enum(['even', 'rising', 'falling', 'peak']),
    'How it goes: evenly; in a straight line from nothing to twice `adds`; from twice `adds` to nothing; or up to twice `adds` in the middle and down again. `adds` is its mean.',
    'even',
  ),
  mix: maybe(
    byId(share),
    'Shares of the services among those it brings, together 100%; a service that is not named is not asked for. Absent: those of the day.',
  ),
  parties: maybe(partiesSchema, 'Parties among those it brings. Absent: everybody comes alone.'),
});

export const dayTypeSchema = z.strictObject({
  label,
  volume: maybe(
    share,
    'How many customers come, compared with `arrivals` or `perDay`: 0% to 10000%.',
    '100%',
  ),
  mix: maybe(
    byId(share),
    'Shares of the services on such a day, together 100%; a service that is not named is not asked for. Absent: the shares in `services`.',
  ),
  roster: maybe(
    id,
    "Which roster of the counter groups' `open` holds. Absent: each group's first roster.",
  ),
  rushes: maybe(byId(rushSchema), 'Extra crowds at certain times. Absent: none.'),
});

export const demandSchema = key(
  z.strictObject({
    dayType: maybe(
      id,
      'The day type that is simulated unless another is asked for. Absent: the first of `dayTypes`; without any, a plain day.',
    ),
    arrivals: maybe(
      byClock(rate),
      'Arrival rate from each time until the next one or closing; before the first time nobody comes. Poisson. Instead of `perDay` and `profile`.',
    ),
    perDay: maybe(
      count,
      'Expected customers of a day with volume 100%, rushes not counted. Needs `profile`.',
    ),
    profile: maybe(
      byClock(share),
      'Share of the day that comes from each time until the next one or closing, evenly spread over the time the hall is open, together 100%. Needs `perDay`.',
    ),
    shape: maybe(
      z.enum(['steps', 'linear']),
      'Whether the rate stays from each time to the next, or goes in straight lines: with `arrivals` from each time to the next, with a `profile` so that neighbours meet half-way and every stretch keeps its share.',
      'steps',
    ),
    beforeOpening: maybe(
      share,
      'Share of the customers of `perDay` who already stand at the door at opening; the others come by the profile. Needs `perDay`.',
      '0%',
    ),
    waitingAtStart: maybe(
      z.strictObject({
        people: key(whole(0, 100_000), 'How many; each comes alone.'),
        waited: maybe(duration, 'How long they have waited when the day starts.', '0 min'),
      }),
      'People who hold tickets from before when the day starts (at opening, or at minute 0 with `lasts`): on top of the day, first in line, and they do not turn round. Absent: nobody.',
    ),
    parties: maybe(
      partiesSchema,
      'Parties among those who come, rushes not counted. Absent: everybody comes alone.',
    ),
    busyDay: maybe(
      z.strictObject({
        cv: key(z.number(), 'Standard deviation divided by mean of the factor, above 0, up to 2.'),
      }),
      'Days differ more than chance alone: the whole day (not the rushes) is multiplied by a gamma-distributed factor with mean 1. Absent: no such factor.',
    ),
    dayTypes: maybe(
      byId(dayTypeSchema),
      'Kinds of days, such as a billing day. Absent: only a plain day with volume 100%.',
    ),
  }),
  {
    description: 'Who comes, and when. Give `arrivals`, or `perDay` with `profile`.',
    oneOf: [{ required: ['arrivals'] }, { required: ['perDay', 'profile'] }],
  },
);
