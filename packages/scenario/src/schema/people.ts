import * as z from 'zod/mini';
import { spreadSchema } from './spread.js';
import { byClock, byId, duration, key, label, maybe, share, whole } from './texts.js';

const thresholdSchema = z.strictObject({
  whenWaiting: key(whole(0, 1_000_000), 'With at least this many people waiting for a counter …'),
  chance: key(share, '… a newcomer leaves with this chance.'),
});

const numbersSchema = z.strictObject({
  whenNumbersAhead: key(
    whole(0, 1_000_000),
    'With at least this many numbers between the own ticket and the one called last, those of people who have gone included …',
  ),
  chance: key(
    share,
    '… a newcomer leaves with this chance, having taken a ticket; the number is still called.',
  ),
});

const guessSchema = z.strictObject({
  guess: key(
    z.strictObject({
      half: key(duration, 'The guessed wait at which half of them leave.'),
      scale: key(duration, 'How soft the threshold is, more than zero.'),
      floor: maybe(share, 'Chance of leaving even when nobody is ahead.', '0%'),
    }),
    "Logistic in the customer's own guess of the wait (people ahead × mean service time / open counters): chance = floor + (1 − floor) / (1 + exp((half − guess) / scale)).",
  ),
});

export const balksSchema = z.union([
  key(thresholdSchema, 'A threshold on the people who wait.'),
  key(numbersSchema, 'A threshold on the ticket numbers ahead.'),
  key(guessSchema, 'A guess of the wait.'),
]);

/** One head start, or one that grows with the time waited. */
export const headStartSchema = z.union([duration, z.record(duration, duration)]);

export const customerSchema = key(
  z.strictObject({
    label,
    share: key(share, 'Share of all customers; the classes together make 100%.'),
    profile: maybe(
      byClock(share),
      "A curve of their own: share of the class's day that comes from each time until the next one or closing, together 100%. How many they are stays `share` of the day; the other classes keep their curve. Rushes and `beforeOpening` bring the class as ever. Absent: they come as the day goes.",
    ),
    mix: maybe(
      byId(share),
      'Shares of the services among them, on every day type, together 100%; a service that is not named is not asked for. Absent: as the day goes.',
    ),
    patience: maybe(
      spreadSchema,
      'How long such a customer waits for a counter before leaving. Absent: for ever.',
    ),
    balks: maybe(
      balksSchema,
      'Whether a newcomer leaves at the sight of the line; asked of those who would have to wait, not of who finds a counter free. Absent: never.',
    ),
    headStart: maybe(
      headStartSchema,
      'Called as if the ticket had been taken this much earlier; a map from the time waited to the head start that holds from then on lets it grow. Not together with `priority`. Absent: no head start.',
    ),
    waitingCounts: maybe(
      z.number().check(z.gte(0), z.lte(100)),
      'When it is decided who is called, a minute of waiting counts as this many: 0 to 100 (accumulating priority). Not together with `priority`.',
      1,
    ),
    priority: maybe(
      z.literal('strict'),
      'Always called before classes without it. Not together with `headStart` or `waitingCounts`. Absent: no priority.',
    ),
    keepsTicket: maybe(
      share,
      'Of those who lose their patience, the share who leave in silence: their number is called all the same and costs `rules.calling.absent`. Needs `patience`.',
      '0%',
    ),
  }),
  'One class of customers.',
);

export const serviceSchema = key(
  z.strictObject({
    label,
    share: key(share, 'Share of all customers who come for it; the services together make 100%.'),
    time: key(spreadSchema, 'Time at the counter.'),
    timeAt: maybe(
      byId(spreadSchema),
      'Time at the counters of a group or with a kind of clerks, by their id, in place of `time`; where both are named the clerks count. The speed of the clerk still divides it. Absent: `time` everywhere.',
    ),
    afterWork: maybe(
      spreadSchema,
      'Work of the clerk after the customer has gone; the clerk is busy. Absent: none.',
    ),
  }),
  'One service, business or errand.',
);
