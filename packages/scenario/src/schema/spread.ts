import * as z from 'zod/mini';
import { duration, key, maybe, named, whole } from './texts.js';

/** Exactly one key of `T`. */
export type OneKeyOf<T> = {
  [K in keyof T]-?: { [P in K]-?: Exclude<T[P], undefined> } & {
    [O in Exclude<keyof T, K>]?: never;
  };
}[keyof T];

const mean = key(duration, 'The mean, more than zero.');
const cvText = 'Coefficient of variation: standard deviation divided by mean';
const cv = key(z.number(), `${cvText}, 0.01 to 10.`);
const cvAboveOne = key(z.number(), `${cvText}, above 1, up to 10.`);

const families = z.strictObject({
  fixed: maybe(duration, 'Always exactly this long.'),
  exponential: maybe(
    z.union([duration, z.strictObject({ mean })]),
    'Exponential (cv 1). Short form: the mean alone, `"5 min"`.',
  ),
  lognormal: maybe(z.strictObject({ mean, cv }), 'Lognormal: most service times look like this.'),
  gamma: maybe(z.strictObject({ mean, cv }), 'Gamma.'),
  erlang: maybe(
    z.strictObject({ mean, k: key(whole(1, 1000), 'Number of equal exponential stages.') }),
    'Erlang: the sum of k equal exponential stages; cv = 1/√k.',
  ),
  hyperexponential: maybe(
    z.strictObject({ mean, cv: cvAboveOne }),
    'Two exponentials mixed with balanced means: more spread than exponential.',
  ),
  weibull: maybe(z.strictObject({ mean, cv }), 'Weibull.'),
  uniform: maybe(
    z.strictObject({
      from: key(duration, 'Shortest.'),
      to: key(duration, 'Longest, more than `from`.'),
    }),
    'Any length between two, equally likely.',
  ),
  measured: maybe(
    z.array(duration).check(z.minLength(1), z.maxLength(100_000)),
    'Observed times; each is as likely as the others.',
  ),
});

type Families = z.infer<typeof families>;

/** How a time varies from customer to customer: exactly one key, the family. */
export type Spread = OneKeyOf<Families>;

export const spreadFamilies = Object.keys(families.shape) as readonly (keyof Families)[];

// A union of nine objects would answer a misspelt family with nine complaints. One object with
// "exactly one key" (checked in checks/spreads.ts) gives one; the type says the same.
export const spreadSchema = named(families, {
  id: 'spread',
  description:
    'How a time varies from customer to customer: exactly one key, the family. Times are more than zero and at most 10000 h.',
  minProperties: 1,
  maxProperties: 1,
}) as unknown as z.ZodMiniType<Spread, Spread>;
