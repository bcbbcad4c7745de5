import * as z from 'zod/mini';
import { duration, key, label, maybe, share, text, whole } from './texts.js';

export const targetsSchema = key(
  z.strictObject({
    'service-level': maybe(
      z.strictObject({
        label,
        within: key(duration, 'The longest wait that counts as in time.'),
        atLeast: maybe(share, 'Share that should be in time. Absent: no share to reach.'),
      }),
      'Seen in time. Absent: within 10 min, with no share to reach.',
    ),
    abandonment: maybe(
      z.strictObject({
        label,
        atMost: key(share, 'Share of customers that may leave while waiting.'),
      }),
      'Left while waiting. Absent: no target.',
    ),
  }),
  'What the planner promised. Absent: seen within 10 min.',
);

export const runSchema = key(
  z.strictObject({
    replications: maybe(whole(1, 1_000_000), 'How many days are simulated.', 200),
    seed: maybe(text(200), 'Any text; the same text gives the same customers.', 'first'),
    confidence: maybe(share, 'Confidence of the intervals, 50% to 99.99%.', '95%'),
    bucket: maybe(duration, 'Step of the results over the day, 1 min to 24 h.', '30 min'),
  }),
  'How it is simulated unless asked otherwise. Absent: the defaults below.',
);
