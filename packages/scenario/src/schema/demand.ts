import * as z from 'zod';
import { byClock, byId, clock, count, id, label, rate, share } from './texts.js';

export const rushSchema = z.strictObject({
  label: label(),
  from: clock().describe('Start of the rush.'),
  to: clock().describe('End of the rush.'),
  adds: rate().describe(
    'Extra arrivals while it lasts, on top of the day and not scaled by `volume`.',
  ),
});

export const dayTypeSchema = z.strictObject({
  label: label(),
  volume: share()
    .meta({
      description: 'How many customers come, compared with `arrivals` or `perDay`: 0% to 10000%.',
      default: '100%',
    })
    .exactOptional(),
  mix: byId(share())
    .describe(
      'Shares of the services on such a day, together 100%; a service that is not named is not asked for. Absent: the shares in `services`.',
    )
    .exactOptional(),
  roster: id()
    .describe(
      "Which roster of the counter groups' `open` holds. Absent: each group's first roster.",
    )
    .exactOptional(),
  rushes: byId(rushSchema).describe('Extra crowds at certain times. Absent: none.').exactOptional(),
});

export const demandSchema = z
  .strictObject({
    dayType: id()
      .describe(
        'The day type that is simulated unless another is asked for. Absent: the first of `dayTypes`; without any, a plain day.',
      )
      .exactOptional(),
    arrivals: byClock(rate())
      .describe(
        'Arrival rate from each time until the next one or closing; before the first time nobody comes. Poisson. Instead of `perDay` and `profile`.',
      )
      .exactOptional(),
    perDay: count()
      .describe(
        'Expected customers of a day with volume 100%, rushes not counted. Needs `profile`.',
      )
      .exactOptional(),
    profile: byClock(share())
      .describe(
        'Share of the day that comes from each time until the next one or closing, evenly spread, together 100%. Needs `perDay`.',
      )
      .exactOptional(),
    beforeOpening: share()
      .meta({
        description:
          'Share of the customers of `perDay` who already stand at the door at opening; the others come by the profile. Needs `perDay`.',
        default: '0%',
      })
      .exactOptional(),
    busyDay: z
      .strictObject({
        cv: z
          .number()
          .describe('Standard deviation divided by mean of the factor, above 0, up to 2.'),
      })
      .describe(
        'Days differ more than chance alone: the whole day (not the rushes) is multiplied by a gamma-distributed factor with mean 1. Absent: no such factor.',
      )
      .exactOptional(),
    dayTypes: byId(dayTypeSchema)
      .describe('Kinds of days, such as a billing day. Absent: only a plain day with volume 100%.')
      .exactOptional(),
  })
  .meta({
    description: 'Who comes, and when. Give `arrivals`, or `perDay` with `profile`.',
    oneOf: [{ required: ['arrivals'] }, { required: ['perDay', 'profile'] }],
  });
