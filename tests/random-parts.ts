import fc from 'fast-check';
import type { Spread } from '@hallsim/scenario';

/** Pieces of random scenario documents; see random-hall.ts. */
export type Json = Readonly<Record<string, unknown>>;

/** `09:05` of minutes since midnight. */
export function clockOf(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The value under `key`, or no such key. */
export function maybe<T>(key: string, value: fc.Arbitrary<T>): fc.Arbitrary<Json> {
  return fc.option(value, { nil: undefined }).map((v) => (v === undefined ? {} : { [key]: v }));
}

/** One object out of several that each bring some keys. */
export function merged(...parts: fc.Arbitrary<object>[]): fc.Arbitrary<Json> {
  return fc.tuple(...parts).map((list) => Object.assign({}, ...list) as Json);
}

/** A map from the ids to something, one drawn for each. */
export function byId<T>(
  ids: readonly string[],
  value: fc.Arbitrary<T>,
): fc.Arbitrary<Record<string, T>> {
  return fc
    .tuple(...ids.map(() => value))
    .map((values) => Object.fromEntries(ids.map((id, i) => [id, values[i]!])));
}

export const percent = (min: number, max: number): fc.Arbitrary<string> =>
  fc.integer({ min, max }).map((n) => `${n}%`);

/** Shares of the ids, none negative, together exactly 100 %. */
export function shares(ids: readonly string[]): fc.Arbitrary<Record<string, string>> {
  return fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: ids.length, maxLength: ids.length })
    .map((weights) => {
      const sum = weights.reduce((total, weight) => total + weight, 0) + 1;
      const parts = weights.map((weight) => Math.floor((10_000 * weight) / sum));
      parts[0]! += 10_000 - parts.reduce((total, part) => total + part, 0);
      return Object.fromEntries(ids.map((id, i) => [id, `${parts[i]! / 100}%`]));
    });
}

/** Lengths on a grid of a quarter of a minute, so that some things happen at one instant. */
export const length = (min: number, max: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.integer({ min: 4 * min, max: 4 * max }).map((quarters) => `${quarters / 4} min`),
    fc.integer({ min: 60 * min, max: 60 * max }).map((seconds) => `${seconds} s`),
  );

/** Every family, with means from `min` to `max` whole minutes. */
export function spread(min: number, max: number): fc.Arbitrary<Spread> {
  const mean = length(min, max);
  const cv = fc.constantFrom(0.3, 0.5, 1, 1.5);
  return fc.oneof(
    fc.record({ fixed: mean }),
    fc.record({ exponential: fc.oneof(mean, fc.record({ mean })) }),
    fc.record({ lognormal: fc.record({ mean, cv }) }),
    fc.record({ gamma: fc.record({ mean, cv }) }),
    fc.record({ erlang: fc.record({ mean, k: fc.integer({ min: 1, max: 4 }) }) }),
    fc.record({ hyperexponential: fc.record({ mean, cv: fc.constantFrom(1.2, 2) }) }),
    fc.record({ weibull: fc.record({ mean, cv }) }),
    fc.record({ uniform: fc.record({ from: length(0, min), to: length(min + 1, max + 1) }) }),
    fc.record({ measured: fc.array(mean, { minLength: 1, maxLength: 5 }) }),
  ) as fc.Arbitrary<Spread>;
}
