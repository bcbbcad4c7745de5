import * as z from 'zod/mini';
import { periodSchema } from './day.js';
import { elasticSchema } from './elastic.js';
import { failuresSchema } from './failures.js';
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
  oneAtATime: maybe(
    z.boolean(),
    'Whether these clerks go one after the other; for clerks of all kinds see `breaks` of the counters.',
    false,
  ),
  keepOpen: maybe(
    number,
    'The break waits while fewer than this many of these clerks would stay on duty.',
    0,
  ),
  until: maybe(clock, 'Who has not begun by this time goes without. Absent: everybody goes.'),
});

export const staffSchema = named(
  z.strictObject({
    label,
    headcount: key(number, 'How many clerks.'),
    skills: key(ids(), 'Services they can do.'),
    shift: key(periodSchema, 'When they work.'),
    speed: maybe(share, 'Working speed: at 70% a service takes its time divided by 0.7.', '100%'),
    errors: maybe(
      share,
      'Share of the services done wrong: the same clerk does it over at once, in a second time of service.',
      '0%',
    ),
    absent: maybe(
      share,
      'Chance that a clerk does not come on a day, for each clerk separately.',
      '0%',
    ),
    breaks: maybe(byId(breakSchema), 'Breaks in the shift. Absent: none.'),
  }),
  { id: 'staff', description: 'Clerks with the same skills and shift.' },
);

const roomBreaksSchema = key(
  z.strictObject({
    keepOpen: maybe(
      number,
      'A break waits while fewer than this many of all these clerks would stay on duty.',
      0,
    ),
    oneAtATime: maybe(z.boolean(), 'Whether only one of all these clerks rests at a time.', false),
  }),
  'What breaks have to keep to, over all kinds of clerks at these counters, besides what a break says itself.',
);

const counterFailures =
  'Breakdowns of each counter, whether busy or idle, while the hall is open. Its customer and clerk wait there and go on after the repair; a clerk with nobody to serve takes another free counter. Absent: none.';

const roomBreaks =
  'What breaks have to keep to, over all kinds of clerks at these counters. Goes with `staff`. Absent: nothing.';

export const poolSchema = key(
  z.strictObject({
    label,
    count: key(number, 'How many counters there are.'),
    failures: maybe(failuresSchema, counterFailures),
    breaks: maybe(roomBreaksSchema, roomBreaks),
  }),
  'One room of equal counters, staffed by the top-level `staff`.',
);

export const helpsSchema = key(
  z.strictObject({
    skills: maybe(ids(), 'Services it helps with. Absent: its own.'),
    customers: maybe(ids(), 'Customer classes it helps. Absent: its own.'),
    whenWaiting: maybe(
      whole(1, 1_000_000),
      'Only when at least this many people wait in their line. Absent: see `whenWait`.',
    ),
    whenWait: maybe(
      duration,
      'Only when the first of them has waited this long; with `whenWaiting` either is enough. Absent: `whenWaiting` alone; without both, whenever somebody waits.',
    ),
  }),
  {
    description: 'Whom a group serves when it would be idle. Give `skills`, `customers` or both.',
    anyOf: [{ required: ['skills'] }, { required: ['customers'] }],
  },
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
    failures: maybe(failuresSchema, counterFailures),
    breaks: maybe(roomBreaksSchema, roomBreaks),
    elastic: maybe(
      elasticSchema,
      'Counters that open beyond the roster when people wait. Goes with `open`. Absent: none.',
    ),
    helps: maybe(
      helpsSchema,
      'Whom the group serves too when nobody of its own waits. Absent: nobody.',
    ),
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
