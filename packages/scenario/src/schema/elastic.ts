import * as z from 'zod/mini';
import { duration, key, maybe, whole } from './texts.js';

const people = whole(0, 1_000_000);
const perCounter = z.number().check(z.gte(0), z.lte(1_000_000));

const opensWhen = key(
  z.strictObject({
    waiting: maybe(people, 'At least this many people wait for the group. Absent: not asked.'),
    waitingPerCounter: maybe(
      perCounter,
      'At least this many of them per open counter. Absent: not asked.',
    ),
    wait: maybe(duration, 'The first of them has waited at least this long. Absent: not asked.'),
  }),
  {
    description: 'When one more counter opens. Give one or more; any of them is enough.',
    anyOf: [{ required: ['waiting'] }, { required: ['waitingPerCounter'] }, { required: ['wait'] }],
  },
);

const closesWhen = key(
  z.strictObject({
    waiting: maybe(people, 'At most this many people wait for the group. Absent: not asked.'),
    waitingPerCounter: maybe(
      perCounter,
      'At most this many of them per open counter. Absent: not asked.',
    ),
  }),
  {
    description:
      'When one of them closes again, after its customer. Give one or both; all that are given have to hold.',
    anyOf: [{ required: ['waiting'] }, { required: ['waitingPerCounter'] }],
  },
);

export const elasticSchema = z.strictObject({
  more: key(whole(1, 10_000), 'How many counters beyond the roster; `count` includes them.'),
  opensWhen,
  closesWhen,
  setUp: maybe(
    duration,
    'From the decision until the counter calls; it is not staffed yet.',
    '0 min',
  ),
  staysAtLeast: maybe(duration, 'How long it stays open at least, from when it calls.', '0 min'),
  every: maybe(
    duration,
    'How often the hall looks and decides about one counter. Absent: whenever somebody joins the line, and at every end of a service.',
  ),
});
