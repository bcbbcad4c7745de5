import * as z from 'zod/mini';
import { clock, duration, key, maybe } from './texts.js';

export const periodSchema = z.strictObject({
  from: key(clock, 'Start.'),
  to: key(clock, 'End, later than the start.'),
});

export const daySchema = key(
  z.strictObject({
    opens: maybe(clock, 'When the doors open.'),
    closes: maybe(clock, 'When the doors close. Who is inside then: see `waitingAtClose`.'),
    hours: maybe(
      z.array(periodSchema).check(z.minLength(1), z.maxLength(10)),
      'Opening periods in order, for a hall that closes at midday. In between nobody comes and no counter and no kiosk starts a service; tickets and people inside are kept. Instead of `opens` and `closes`, or with both naming the first start and the last end.',
    ),
    lastTicket: maybe(
      clock,
      'From this time on no ticket is given; who comes later is unserved. Absent: at closing.',
    ),
    waitingAtClose: maybe(
      z.enum(['serve', 'turn-away']),
      'Whether people who still wait at the last closing are served (overtime) or turned away (unserved).',
      'serve',
    ),
    lasts: maybe(
      duration,
      'For teaching queues: the length of one endless day from minute 0, instead of opening hours. At most 100000 h.',
    ),
    warmUp: maybe(
      duration,
      'With `lasts`: the time at the start that measures leave out. Absent: none.',
    ),
  }),
  {
    description: 'Opening hours. Give `opens` and `closes`, or `hours`, or `lasts`.',
    anyOf: [{ required: ['opens', 'closes'] }, { required: ['hours'] }, { required: ['lasts'] }],
  },
);
