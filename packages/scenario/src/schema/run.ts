import * as z from 'zod';
import { duration, label, share } from './texts.js';

export const rulesSchema = z
  .strictObject({
    queues: z
      .enum(['per-service'])
      .meta({
        description:
          'Each service has a line of its own; a free clerk looks at all lines of the own skills.',
        default: 'per-service',
      })
      .exactOptional(),
    discipline: z
      .enum(['first-come-first-served'])
      .meta({
        description:
          'Who is called next: the earliest ticket, head starts and priority counted in.',
        default: 'first-come-first-served',
      })
      .exactOptional(),
    atShiftEnd: z
      .enum(['finish-customer'])
      .meta({
        description: 'What a clerk does with a customer when the counter closes: finish.',
        default: 'finish-customer',
      })
      .exactOptional(),
  })
  .describe('Rules of the hall. Absent: the only ones there are so far.');

export const targetsSchema = z
  .strictObject({
    'service-level': z
      .strictObject({
        label: label(),
        within: duration().describe('The longest wait that counts as in time.'),
        atLeast: share()
          .describe('Share that should be in time. Absent: no share to reach.')
          .exactOptional(),
      })
      .describe('Seen in time. Absent: within 10 min, with no share to reach.')
      .exactOptional(),
    abandonment: z
      .strictObject({
        label: label(),
        atMost: share().describe('Share of customers that may leave while waiting.'),
      })
      .describe('Left while waiting. Absent: no target.')
      .exactOptional(),
  })
  .describe('What the planner promised. Absent: seen within 10 min.');

export const runSchema = z
  .strictObject({
    replications: z
      .int()
      .min(1)
      .max(1_000_000)
      .meta({ description: 'How many days are simulated.', default: 200 })
      .exactOptional(),
    seed: z
      .string()
      .min(1)
      .max(200)
      .meta({ description: 'Any text; the same text gives the same customers.', default: 'first' })
      .exactOptional(),
    confidence: share()
      .meta({ description: 'Confidence of the intervals, 50% to 99.99%.', default: '95%' })
      .exactOptional(),
    bucket: duration()
      .meta({ description: 'Step of the results over the day, 1 min to 24 h.', default: '30 min' })
      .exactOptional(),
  })
  .describe('How it is simulated unless asked otherwise. Absent: the defaults below.');
