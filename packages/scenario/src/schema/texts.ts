import * as z from 'zod';
import type { ClockTime, Count, Duration, Rate, Share } from '../units.js';
import { unitPatterns } from '../units.js';

/** Ids: a small letter, then small letters, digits and hyphens. Never shown to a planner. */
export const idPattern = /^[a-z][a-z0-9-]*$/;

// The schema's output types are narrower than `string` (template literal types), which zod cannot
// derive from a regular expression; the pattern and the type stand side by side in `units.ts`.
function unit<T extends string>(
  id: string,
  pattern: RegExp,
  description: string,
  example: string,
): z.ZodType<T, T> {
  const schema = z
    .string()
    .regex(pattern)
    .meta({ id, description, examples: [example] });
  return schema as unknown as z.ZodType<T, T>;
}

const durationText = unit<Duration>(
  'duration',
  unitPatterns.duration,
  'A length of time: a number, a blank and `s`, `min` or `h`.',
  '6 min',
);
const rateText = unit<Rate>(
  'rate',
  unitPatterns.rate,
  'How often: a number and `per hour`, `per min` or `per day` (24 hours).',
  '54 per hour',
);
const shareText = unit<Share>(
  'share',
  unitPatterns.share,
  'A part of a whole, or a factor: a number and `%`.',
  '35%',
);
const clockText = unit<ClockTime>(
  'clock',
  unitPatterns.clock,
  'A time of day, up to `47:59` for what happens after midnight.',
  '09:30',
);
const countText = unit<Count>(
  'count',
  unitPatterns.count,
  'A number of customers on an average day, in quotation marks.',
  '680',
);
const idText = z
  .string()
  .regex(idPattern)
  .max(60)
  .meta({
    id: 'id',
    description: 'A name inside the file: a small letter, then small letters, digits and hyphens.',
    examples: ['bill-payment'],
  });

export const duration = (): z.ZodType<Duration, Duration> => durationText;
export const rate = (): z.ZodType<Rate, Rate> => rateText;
export const share = (): z.ZodType<Share, Share> => shareText;
export const clock = (): z.ZodType<ClockTime, ClockTime> => clockText;
export const count = (): z.ZodType<Count, Count> => countText;
export const id = (): z.ZodString => idText;

/** A map from ids to something. */
export const byId = <T extends z.ZodType>(value: T): z.ZodRecord<z.ZodString, T> =>
  z.record(id(), value);

/** A map from times of day to something. */
export const byClock = <T extends z.ZodType>(
  value: T,
): z.ZodRecord<z.ZodType<ClockTime, ClockTime> & z.ZodString, T> =>
  z.record(clock() as z.ZodType<ClockTime, ClockTime> & z.ZodString, value);

/** What people read: one text, or one for each language. */
export const labelSchema = z
  .union([
    z.string().min(1).max(500),
    z.strictObject({
      en: z.string().min(1).max(500).describe('The text in English.'),
      zh: z.string().min(1).max(500).describe('The text in Chinese.'),
    }),
  ])
  .meta({ id: 'label', description: 'What people read: one text, or one for each language.' });

export const label = () =>
  labelSchema.describe('What people read in place of the id. Absent: the id.').exactOptional();
