import * as z from 'zod';
import type { ClockTime, Count, Duration, Rate, Share } from '../units.js';
import { unitPatterns } from '../units.js';

/** Ids: a small letter, then small letters, digits and hyphens. Never shown to a planner. */
export const idPattern = /^[a-z][a-z0-9-]*$/;

// The schema's output types are narrower than `string` (template literal types), which zod cannot
// derive from a regular expression; the pattern and the type stand side by side in `units.ts`.
function unit<T extends string>(pattern: RegExp, example: string): z.ZodType<T, T> {
  return z
    .string()
    .regex(pattern)
    .meta({ examples: [example] }) as unknown as z.ZodType<T, T>;
}

export const duration = (): z.ZodType<Duration, Duration> =>
  unit<Duration>(unitPatterns.duration, '6 min');
export const rate = (): z.ZodType<Rate, Rate> => unit<Rate>(unitPatterns.rate, '54 per hour');
export const share = (): z.ZodType<Share, Share> => unit<Share>(unitPatterns.share, '35%');
export const clock = (): z.ZodType<ClockTime, ClockTime> =>
  unit<ClockTime>(unitPatterns.clock, '09:30');
export const count = (): z.ZodType<Count, Count> => unit<Count>(unitPatterns.count, '680');

export const id = (): z.ZodString => z.string().regex(idPattern).max(60);

/** A map from ids to something. */
export const byId = <T extends z.ZodType>(value: T): z.ZodRecord<z.ZodString, T> =>
  z.record(id(), value);

/** A map from times of day to something. */
export const byClock = <T extends z.ZodType>(
  value: T,
): z.ZodRecord<z.ZodType<ClockTime, ClockTime> & z.ZodString, T> =>
  z.record(clock() as z.ZodType<ClockTime, ClockTime> & z.ZodString, value);

/** What people read: one text, or one for each language. */
export const labelSchema = z.union([
  z.string().min(1).max(500),
  z.strictObject({
    en: z.string().min(1).max(500).describe('The text in English.'),
    zh: z.string().min(1).max(500).describe('The text in Chinese (简体中文).'),
  }),
]);

export const label = () =>
  labelSchema.describe('What people read in place of the id. Absent: the id.').exactOptional();
