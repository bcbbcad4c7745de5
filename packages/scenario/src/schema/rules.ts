import * as z from 'zod/mini';
import { spreadSchema } from './spread.js';
import { duration, id, key, maybe, share, whole } from './texts.js';

export const jockeyingSchema = z.strictObject({
  difference: key(
    whole(2, 1_000_000),
    'When the other line, whose customer at the counter counts too, has so many people fewer.',
  ),
  chance: maybe(
    share,
    'Share of the customers who change over when they stand last in a longer line.',
    '100%',
  ),
});

export const callingSchema = z.strictObject({
  call: maybe(
    spreadSchema,
    'From the decision to call somebody to their getting up. Absent: no time.',
  ),
  walk: maybe(spreadSchema, 'From there to the start of the service. Absent: no time.'),
  absent: maybe(
    duration,
    'What it costs the clerk to call a number whose owner has gone: of those who keep the ticket (`keepsTicket`) and of those who turned round on its number (`whenNumbersAhead`).',
    '0 min',
  ),
});

const custom = (what: string) => maybe(id, `${what} Absent: the rule of the hall.`);

export const customRulesSchema = z.strictObject({
  discipline: custom('Who of a line is called first. Instead of `discipline`.'),
  calling: custom('Which line a free clerk calls from.'),
  diversion: custom('Who is sent to a kiosk.'),
  serviceTime: custom('What lengthens or shortens a service.'),
});

export const rulesSchema = key(
  z.strictObject({
    queues: maybe(
      z.enum(['per-service', 'per-counter']),
      'Per service: people take a ticket, and a free clerk looks at all lines of the own skills. Per counter: each open counter has a line; newcomers join the one with the fewest people (who is served counts) that serves them, of equal ones the counter with the lowest number. Head starts, priority and disciplines hold inside each line.',
      'per-service',
    ),
    jockeying: maybe(
      jockeyingSchema,
      'When a line becomes shorter or a counter opens, and who then changes over from a longer line. Goes with lines per counter. Absent: nobody does.',
    ),
    discipline: maybe(
      z.enum(['first-come-first-served', 'last-come-first-served', 'random', 'shortest-job']),
      'Who is called next: the earliest ticket, head starts and `waitingCounts` counted in; the latest ticket; anybody; the shortest service. Strict priority comes before.',
      'first-come-first-served',
    ),
    freeCounter: maybe(
      z.enum(['specialised-first', 'longest-idle', 'fastest', 'fixed-order']),
      'Which of several free counters takes a customer: of the group that serves fewest combinations of service and class, free for the longest time, of the clerk with the highest speed, or first in the file.',
      'specialised-first',
    ),
    atShiftEnd: maybe(
      z.enum(['finish-customer', 'hand-over', 'stop']),
      'What happens to a customer when the counter closes: the clerk finishes; the customer goes first in line and is served the rest by another, of a group of theirs or of one that helps; the customer leaves unserved.',
      'finish-customer',
    ),
    calling: maybe(
      callingSchema,
      'Time between the decision to call a customer and the start of the service. The clerk is busy, and the customer waits until the service starts. Absent: no time.',
    ),
    custom: maybe(
      customRulesSchema,
      'Rules the program gets from outside, by their id. Absent: none.',
    ),
  }),
  'Rules of the hall. Absent: as below.',
);
