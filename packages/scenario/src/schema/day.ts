import * as z from 'zod';
import { clock, duration } from './texts.js';

export const periodSchema = z.strictObject({
  from: clock().describe('Start.'),
  to: clock().describe('End, later than the start.'),
});

export const daySchema = z
  .strictObject({
    opens: clock().describe('When the doors open.').exactOptional(),
    closes: clock()
      .describe('When the doors close. Who is inside then: see `waitingAtClose`.')
      .exactOptional(),
    hours: z
      .array(periodSchema)
      .min(1)
      .max(10)
      .describe(
        'Opening periods in order, for a hall that closes at midday. In between nobody comes and no counter and no kiosk starts a service; tickets and people inside are kept. Instead of `opens` and `closes`, or with both naming the first start and the last end.',
      )
      .exactOptional(),
    lastTicket: clock()
      .describe(
        'From this time on no ticket is given; who comes later is unserved. Absent: at closing.',
      )
      .exactOptional(),
    waitingAtClose: z
      .enum(['serve', 'turn-away'])
      .meta({
        description:
          'Whether people who still wait at the last closing are served (overtime) or turned away (unserved).',
        default: 'serve',
      })
      .exactOptional(),
    lasts: duration()
      .describe(
        'For teaching queues: the length of one endless day from minute 0, instead of opening hours. At most 100000 h.',
      )
      .exactOptional(),
    warmUp: duration()
      .describe('With `lasts`: the time at the start that measures leave out. Absent: none.')
      .exactOptional(),
  })
  .meta({
    description: 'Opening hours. Give `opens` and `closes`, or `hours`, or `lasts`.',
    anyOf: [{ required: ['opens', 'closes'] }, { required: ['hours'] }, { required: ['lasts'] }],
  });
