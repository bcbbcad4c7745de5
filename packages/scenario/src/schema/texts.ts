import * as z from 'zod/mini';
import type { ClockTime, Count, Duration, Rate, Share } from '../units.js';
import { unitPatterns } from '../units.js';

/** Ids: a small letter, then small letters, digits and hyphens. Never shown to a planner. */
export const idPattern = /^[a-z][a-z0-9-]*$/;

/** What the JSON Schema and the reference say about a key; `default` is what holds without it. */
interface About extends z.core.JSONSchemaMeta {
  readonly description: string;
}

// The small build of zod (a third of the other in a page) has no `.describe()`; its registry has.
function add<T extends z.ZodMiniType>(schema: T, about: About): T {
  z.globalRegistry.add(schema, about);
  return schema;
}

/** A key that has to be there: a copy of the schema with words of its own. */
export function key<T extends z.ZodMiniType>(schema: T, about: string | About): T {
  const copy = schema.clone(undefined, { parent: true });
  return add(copy, typeof about === 'string' ? { description: about } : about);
}

/** A key that may be absent; the description says what holds then. */
export function maybe<T extends z.ZodMiniType>(
  schema: T,
  description: string,
  otherwise?: string | number | boolean,
): z.ZodMiniExactOptional<T> {
  const about = otherwise === undefined ? { description } : { description, default: otherwise };
  return z.exactOptional(key(schema, about));
}

/** A schema with a name, written once in the JSON Schema and referred to by the keys that use it. */
export function named<T extends z.ZodMiniType>(
  schema: T,
  about: About & { readonly id: string },
): T {
  return add(schema, about);
}

/** A text of a limited length. */
export const text = (most: number): z.ZodMiniString =>
  z.string().check(z.minLength(1), z.maxLength(most));

/** A whole number in a range. */
export const whole = (least: number, most: number): z.ZodMiniNumber =>
  z.int().check(z.gte(least), z.lte(most));

// The schema's output types are narrower than `string` (template literal types), which zod cannot
// derive from a regular expression; the pattern and the type stand side by side in `units.ts`.
function unit<T extends string>(
  id: string,
  pattern: RegExp,
  description: string,
  example: string,
): z.ZodMiniType<T, T> {
  const schema = z.string().check(z.regex(pattern));
  return named(schema, { id, description, examples: [example] }) as unknown as z.ZodMiniType<T, T>;
}

export const duration: z.ZodMiniType<Duration, Duration> = unit<Duration>(
  'duration',
  unitPatterns.duration,
  'A length of time: a number, a blank and `s`, `min` or `h`.',
  '6 min',
);

export const rate: z.ZodMiniType<Rate, Rate> = unit<Rate>(
  'rate',
  unitPatterns.rate,
  'How often: a number and `per hour`, `per min` or `per day` (24 hours).',
  '54 per hour',
);

export const share: z.ZodMiniType<Share, Share> = unit<Share>(
  'share',
  unitPatterns.share,
  'A part of a whole, or a factor: a number and `%`.',
  '35%',
);

export const clock: z.ZodMiniType<ClockTime, ClockTime> = unit<ClockTime>(
  'clock',
  unitPatterns.clock,
  'A time of day, up to `47:59` for what happens after midnight.',
  '09:30',
);

export const count: z.ZodMiniType<Count, Count> = unit<Count>(
  'count',
  unitPatterns.count,
  'A number of customers on an average day, in quotation marks.',
  '680',
);

export const id: z.ZodMiniString = named(z.string().check(z.regex(idPattern), z.maxLength(60)), {
  id: 'id',
  description: 'A name inside the file: a small letter, then small letters, digits and hyphens.',
  examples: ['bill-payment'],
});

/** A map from ids to something. */
export const byId = <T extends z.ZodMiniType>(value: T): z.ZodMiniRecord<z.ZodMiniString, T> =>
  z.record(id, value);

/** A map from times of day to something. */
export const byClock = <T extends z.ZodMiniType>(
  value: T,
): z.ZodMiniRecord<z.ZodMiniType<ClockTime, ClockTime>, T> => z.record(clock, value);

/** A list of ids. */
export const ids = (): z.ZodMiniArray<z.ZodMiniString> =>
  z.array(id).check(z.minLength(1), z.maxLength(1000));

/** What people read: one text, or one for each language. */
export const labelSchema = named(
  z.union([
    text(500),
    z.strictObject({
      en: key(text(500), 'The text in English.'),
      zh: key(text(500), 'The text in Chinese.'),
    }),
  ]),
  { id: 'label', description: 'What people read: one text, or one for each language.' },
);

export const label = maybe(labelSchema, 'What people read in place of the id. Absent: the id.');
