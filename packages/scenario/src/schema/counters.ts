import * as z from 'zod';
import { byClock, byId, clock, duration, id, label, share } from './texts.js';
import { periodSchema } from './day.js';

const number = () => z.int().min(0).max(10_000);
const skills = () => z.array(id()).min(1).max(1000);

export const breakSchema = z.strictObject({
  from: clock().describe('Earliest start.'),
  length: duration().describe('Length, more than zero.'),
  oneAtATime: z
    .boolean()
    .meta({
      description: 'Whether the clerks of the group go one after the other.',
      default: false,
    })
    .exactOptional(),
});

export const staffSchema = z
  .strictObject({
    label: label(),
    headcount: number().describe('How many clerks.'),
    skills: skills().describe('Services they can do.'),
    shift: periodSchema.describe('When they work.'),
    speed: share()
      .meta({
        description: 'Working speed: at 70% a service takes its time divided by 0.7.',
        default: '100%',
      })
      .exactOptional(),
    breaks: byId(breakSchema).describe('Breaks in the shift. Absent: none.').exactOptional(),
  })
  .meta({ id: 'staff', description: 'Clerks with the same skills and shift.' });

export const poolSchema = z
  .strictObject({
    label: label(),
    count: number().describe('How many counters there are.'),
  })
  .describe('One room of equal counters, staffed by the top-level `staff`.');

export const groupSchema = z
  .strictObject({
    label: label(),
    count: number().describe('How many counters the group has.'),
    skills: skills()
      .describe(
        'Services these counters do. Goes with `open`; with `staff` the clerks have the skills.',
      )
      .exactOptional(),
    customers: z
      .array(id())
      .min(1)
      .max(1000)
      .describe('The only customer classes these counters serve. Absent: all.')
      .exactOptional(),
    open: byId(byClock(number()))
      .describe(
        'How many counters are open, for each roster, from each time until the next one; before the first time none. Instead of `staff`.',
      )
      .exactOptional(),
    staff: byId(staffSchema)
      .describe('The clerks of this group. Instead of `open`.')
      .exactOptional(),
  })
  .meta({
    description: 'One group of counters, with either `open` and `skills` or `staff`.',
    oneOf: [{ required: ['open', 'skills'] }, { required: ['staff'] }],
  });

export const countersSchema = z
  .union([poolSchema, byId(groupSchema)])
  .describe('The counters: `{ "count": 9 }` with top-level `staff`, or groups by id.');
