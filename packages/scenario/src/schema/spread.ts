import * as z from 'zod';
import { duration } from './texts.js';

/** Exactly one key of `T`. */
export type OneKeyOf<T> = {
  [K in keyof T]-?: { [P in K]-?: Exclude<T[P], undefined> } & {
    [O in Exclude<keyof T, K>]?: never;
  };
}[keyof T];

const mean = () => duration().describe('The mean, more than zero.');
const cv = (least: string) =>
  z.number().describe(`Coefficient of variation: standard deviation divided by mean, ${least}.`);

const families = z.strictObject({
  fixed: duration().describe('Always exactly this long.').exactOptional(),
  exponential: z
    .union([duration(), z.strictObject({ mean: mean() })])
    .describe('Exponential (cv 1). Short form: the mean alone, `"5 min"`.')
    .exactOptional(),
  lognormal: z
    .strictObject({ mean: mean(), cv: cv('0.01 to 10') })
    .describe('Lognormal: most service times look like this.')
    .exactOptional(),
  gamma: z
    .strictObject({ mean: mean(), cv: cv('0.01 to 10') })
    .describe('Gamma.')
    .exactOptional(),
  erlang: z
    .strictObject({
      mean: mean(),
      k: z.int().min(1).max(1000).describe('Number of equal exponential stages.'),
    })
    .describe('Erlang: the sum of k equal exponential stages; cv = 1/√k.')
    .exactOptional(),
  hyperexponential: z
    .strictObject({ mean: mean(), cv: cv('above 1, up to 10') })
    .describe('Two exponentials mixed with balanced means: more spread than exponential.')
    .exactOptional(),
  weibull: z
    .strictObject({ mean: mean(), cv: cv('0.01 to 10') })
    .describe('Weibull.')
    .exactOptional(),
  uniform: z
    .strictObject({
      from: duration().describe('Shortest.'),
      to: duration().describe('Longest, more than `from`.'),
    })
    .describe('Any length between two, equally likely.')
    .exactOptional(),
  measured: z
    .array(duration())
    .min(1)
    .max(100_000)
    .describe('Observed times; each is as likely as the others.')
    .exactOptional(),
});

/** How a time varies from customer to customer: exactly one key, the family. */
export type Spread = OneKeyOf<z.infer<typeof families>>;

export const spreadFamilies = Object.keys(families.shape) as readonly (keyof z.infer<
  typeof families
>)[];

// A union of nine objects would answer a misspelt family with nine complaints. One object with
// "exactly one key" (checked in checks/spreads.ts) gives one; the type says the same.
export const spreadSchema = families.meta({
  id: 'spread',
  description:
    'How a time varies from customer to customer: exactly one key, the family. Times are more than zero and at most 10000 h.',
  minProperties: 1,
  maxProperties: 1,
}) as unknown as z.ZodType<Spread, Spread>;
