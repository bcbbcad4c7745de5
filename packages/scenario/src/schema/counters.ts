import * as z from 'zod/mini';
import { periodSchema } from './day.js';
import {
  byClock,
  byId,
  clock,
  duration,
  ids,
  key,
  label,
  maybe,
  named,
  share,
  whole,
} from './texts.js';

const number = whole(0, 10_000);

export const breakSchema = z.strictObject({
  from: key(clock, 'Earliest start.'),
  length: key(duration, 'Length, more than zero.'),
  oneAtATime: maybe(z.boolean(), 'Whether the clerks of the group go one after the other.', false),
});

export const staffSchema = named(
  z.strictObject({
    label,
    headcount: key(number, 'How many clerks.'),
    skills: key(ids(), 'Services they can do.'),
    shift: key(periodSchema, 'When they work.'),
    speed: maybe(share, 'Working speed: at 70% a service takes its time divided by 0.7.', '100%'),
    breaks: maybe(byId(breakSchema), 'Breaks in the shift. Absent: none.'),
  }),
  { id: 'staff', description: 'Clerks with the same skills and shift.' },
);

export const poolSchema = key(
  z.strictObject({ label, count: key(number, 'How many counters there are.') }),
  'One room of equal counters, staffed by the top-level `staff`.',
);

export const groupSchema = key(
  z.strictObject({
    label,
    count: key(number, 'How many counters the group has.'),
    skills: maybe(
      ids(),
      'Services these counters do. Goes with `open`; with `staff` the clerks have the skills.',
    ),
    customers: maybe(ids(), 'The only customer classes these counters serve. Absent: all.'),
    open: maybe(
      byId(byClock(number)),
      'How many counters are open, for each roster, from each time until the next one; before the first time none. Instead of `staff`.',
    ),
    staff: maybe(byId(staffSchema), 'The clerks of this group. Instead of `open`.'),
  }),
  {
    description: 'One group of counters, with either `open` and `skills` or `staff`.',
    oneOf: [{ required: ['open', 'skills'] }, { required: ['staff'] }],
  },
);

export const countersSchema = key(
  z.union([poolSchema, byId(groupSchema)]),
  'The counters: `{ "count": 9 }` with top-level `staff`, or groups by id.',
);
