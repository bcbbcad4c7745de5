import * as z from 'zod/mini';
import { duration, key, maybe, whole } from './texts.js';

const people = z.number().check(z.gte(0), z.lte(1_000_000));

const opensWhen = key(
  z.strictObject({
    waitingPerCounter: maybe(
      people,
      'When more people than this wait per open counter. Absent: `wait` alone decides.',
    ),
    wait: maybe(
      duration,
      'When the first in line has waited longer than this. Absent: `waitingPerCounter` alone decides.',
    ),
  }),
  {
    description: 'When one more counter opens. Give one or both; either is enough.',
    anyOf: [{ required: ['waitingPerCounter'] }, { required: ['wait'] }],
  },
);

const closesWhen = key(
  z.strictObject({
    waitingPerCounter: key(people, 'When fewer people than this wait per open counter.'),
  }),
  'When one of them closes again, after its customer.',
);

export const elasticSchema = z.strictObject({
  more: key(whole(1, 10_000), 'How many counters beyond the roster; `count` includes them.'),
  opensWhen,
  closesWhen,
  setUp: maybe(duration, 'From the decision until the counter calls.', '0 min'),
  staysAtLeast: maybe(duration, 'How long it stays open at least.', '0 min'),
  every: maybe(duration, 'How often the hall looks and decides about one counter.', '5 min'),
});
