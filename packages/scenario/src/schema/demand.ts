import * as z from 'zod/mini';
import { byClock, byId, clock, count, id, key, label, maybe, rate, share } from './texts.js';

export const rushSchema = z.strictObject({
  label,
  from: key(clock, 'Start of the rush.'),
  to: key(clock, 'End of the rush.'),
  adds: key(rate, 'Extra arrivals while it lasts, on top of the day and not scaled by `volume`.'),
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
    beforeOpening: maybe(
      share,
      'Share of the customers of `perDay` who already stand at the door at opening; the others come by the profile. Needs `perDay`.',
      '0%',
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
