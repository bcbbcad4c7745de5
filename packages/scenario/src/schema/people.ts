import * as z from 'zod/mini';
import { spreadSchema } from './spread.js';
import { duration, key, label, maybe, share, whole } from './texts.js';

const thresholdSchema = z.strictObject({
  whenWaiting: key(whole(0, 1_000_000), 'With at least this many people waiting for a counter …'),
  chance: key(share, '… a newcomer leaves with this chance.'),
});

const guessSchema = z.strictObject({
  guess: key(
    z.strictObject({
      half: key(duration, 'The guessed wait at which half of them leave.'),
      scale: key(duration, 'How soft the threshold is, more than zero.'),
      floor: maybe(share, 'Chance of leaving even when nobody waits.', '0%'),
    }),
    "Logistic in the customer's own guess of the wait (people ahead × mean service time / open counters): chance = floor + (1 − floor) / (1 + exp((half − guess) / scale)).",
  ),
});

export const balksSchema = z.union([
  key(thresholdSchema, 'A threshold on the people who wait.'),
  key(guessSchema, 'A guess of the wait.'),
]);

export const customerSchema = key(
  z.strictObject({
    label,
    share: key(share, 'Share of all customers; the classes together make 100%.'),
    patience: maybe(
      spreadSchema,
      'How long such a customer waits for a counter before leaving. Absent: for ever.',
    ),
    balks: maybe(balksSchema, 'Whether a newcomer leaves at the sight of the line. Absent: never.'),
    headStart: maybe(
      duration,
      'Called as if the ticket had been taken this much earlier. Not together with `priority`. Absent: no head start.',
    ),
    priority: maybe(
      z.literal('strict'),
      'Always called before classes without it. Not together with `headStart`. Absent: no priority.',
    ),
  }),
  'One class of customers.',
);

export const serviceSchema = key(
  z.strictObject({
    label,
    share: key(share, 'Share of all customers who come for it; the services together make 100%.'),
    time: key(spreadSchema, 'Time at the counter.'),
  }),
  'One service, business or errand.',
);
