import * as z from 'zod';
import { byId, clock, id, label, share } from './texts.js';
import { spreadSchema } from './spread.js';

const byCustomer = z.union([share(), byId(share())]).meta({
  id: 'share-by-customer',
  description: 'One share, or one for each customer class; a class that is not named: 0%.',
});

export const greeterSchema = z
  .strictObject({
    label: label(),
    from: clock().describe('Start.'),
    to: clock().describe('End.'),
    adds: byCustomer.describe(
      'What the greeter adds to `willing` while on duty (together at most 100%).',
    ),
  })
  .describe('A greeter who sends customers to the kiosks. Absent: none.');

export const kioskServiceSchema = z.strictObject({
  eligible: share()
    .meta({
      description: 'Share of the customers of this service whose case a kiosk can handle.',
      default: '100%',
    })
    .exactOptional(),
  time: spreadSchema.describe('Time at the kiosk, whether it succeeds or not.'),
  succeeds: share()
    .describe(
      'Chance that the kiosk does the job; otherwise the customer goes on to the counter line. Absent: `kiosks.succeeds`.',
    )
    .exactOptional(),
});

export const kiosksSchema = z
  .strictObject({
    label: label(),
    count: z.int().min(0).max(10_000).describe('How many kiosks.'),
    services: z
      .record(z.union([z.literal('*'), id()]), kioskServiceSchema)
      .describe(
        'What the kiosks can do, by service; `*` stands for every service that is not named.',
      ),
    willing: byCustomer
      .meta({
        description: 'Share of the eligible customers who go to a kiosk by themselves.',
        default: '100%',
      })
      .exactOptional(),
    lineUpTo: z
      .int()
      .min(0)
      .max(1_000_000)
      .describe(
        'Who finds all kiosks busy and this many people in their line goes to the counters instead. Absent: no limit.',
      )
      .exactOptional(),
    succeeds: share()
      .meta({ description: 'Chance of success where a service names none.', default: '100%' })
      .exactOptional(),
    keepsPlace: z
      .boolean()
      .meta({
        description:
          'After a failed try: whether the customer keeps the time of the first ticket (true) or takes a new one (false).',
        default: false,
      })
      .exactOptional(),
    greeter: greeterSchema.exactOptional(),
  })
  .describe('Self-service kiosks. Absent: none.');
