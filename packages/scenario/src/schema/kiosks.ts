import * as z from 'zod/mini';
import { failuresSchema } from './failures.js';
import { spreadSchema } from './spread.js';
import { byId, clock, id, key, label, maybe, named, share, whole } from './texts.js';

const byCustomer = named(z.union([share, byId(share)]), {
  id: 'share-by-customer',
  description: 'One share, or one for each customer class; a class that is not named: 0%.',
});

export const greeterSchema = z.strictObject({
  label,
  from: key(clock, 'Start.'),
  to: key(clock, 'End.'),
  adds: key(
    byCustomer,
    'What the greeter adds to `willing` while on duty (together at most 100%).',
  ),
});

export const kioskServiceSchema = z.strictObject({
  eligible: maybe(
    share,
    'Share of the customers of this service whose case a kiosk can handle.',
    '100%',
  ),
  time: key(spreadSchema, 'Time at the kiosk, whether it succeeds or not.'),
  succeeds: maybe(
    share,
    'Chance that the kiosk does the job; otherwise the customer goes on to the counter line. Absent: `kiosks.succeeds`.',
  ),
  willing: maybe(
    byCustomer,
    'Share of the eligible customers of this service who go to a kiosk by themselves. Absent: `kiosks.willing`.',
  ),
});

export const kiosksSchema = key(
  z.strictObject({
    label,
    count: key(whole(0, 10_000), 'How many kiosks.'),
    services: key(
      z.record(z.union([z.literal('*'), id]), kioskServiceSchema),
      'What the kiosks can do, by service; `*` stands for every service that is not named.',
    ),
    willing: maybe(
      byCustomer,
      'Share of the eligible customers who go to a kiosk by themselves. Where no counter offers their service, all do.',
      '100%',
    ),
    lineUpTo: maybe(
      whole(0, 1_000_000),
      'Who finds all kiosks busy and this many people in their line goes to the counters instead, if a counter offers the service. Absent: no limit.',
    ),
    succeeds: maybe(share, 'Chance of success where a service names none.', '100%'),
    keepsPlace: maybe(
      z.boolean(),
      'After a failed try: whether the customer keeps the time of the first ticket (true) or takes a new one (false).',
      false,
    ),
    failures: maybe(
      failuresSchema,
      'Breakdowns of each kiosk, whether busy or idle, while the hall is open; a try that is broken off counts as failed, and newcomers do not wait while all are broken. Absent: none.',
    ),
    greeter: maybe(greeterSchema, 'A greeter who sends customers to the kiosks. Absent: none.'),
  }),
  'Self-service kiosks. Absent: none.',
);
