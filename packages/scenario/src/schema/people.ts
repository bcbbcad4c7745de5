import * as z from 'zod';
import { duration, label, share } from './texts.js';
import { spreadSchema } from './spread.js';

export const balksSchema = z.union([
  z
    .strictObject({
      whenWaiting: z
        .int()
        .min(0)
        .max(1_000_000)
        .describe('With at least this many people waiting for a counter …'),
      chance: share().describe('… a newcomer leaves with this chance.'),
    })
    .describe('A threshold on the people who wait.'),
  z
    .strictObject({
      guess: z
        .strictObject({
          half: duration().describe('The guessed wait at which half of them leave.'),
          scale: duration().describe('How soft the threshold is, more than zero.'),
          floor: share()
            .meta({ description: 'Chance of leaving even when nobody waits.', default: '0%' })
            .exactOptional(),
        })
        .describe(
          "Logistic in the customer's own guess of the wait (people ahead × mean service time / open counters): chance = floor + (1 − floor) / (1 + exp((half − guess) / scale)).",
        ),
    })
    .describe('A guess of the wait.'),
]);

export const customerSchema = z
  .strictObject({
    label: label(),
    share: share().describe('Share of all customers; the classes together make 100%.'),
    patience: spreadSchema
      .describe('How long such a customer waits for a counter before leaving. Absent: for ever.')
      .exactOptional(),
    balks: balksSchema
      .describe('Whether a newcomer leaves at the sight of the line. Absent: never.')
      .exactOptional(),
    headStart: duration()
      .describe(
        'Called as if the ticket had been taken this much earlier. Not together with `priority`.',
      )
      .exactOptional(),
    priority: z
      .literal('strict')
      .describe('Always called before classes without it. Not together with `headStart`.')
      .exactOptional(),
  })
  .describe('One class of customers.');

export const serviceSchema = z
  .strictObject({
    label: label(),
    share: share().describe(
      'Share of all customers who come for it; the services together make 100%.',
    ),
    time: spreadSchema.describe('Time at the counter.'),
  })
  .describe('One service, business or errand.');
