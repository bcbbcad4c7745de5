/**
 * A length of time: a number, one space, a unit. `"90 s"`, `"6 min"`, `"1.5 h"`.
 * Read with {@link minutes}.
 */
export type Duration = `${number} ${'s' | 'min' | 'h'}`;

/**
 * How often something happens: a number, then `per hour`, `per min` or `per day`.
 * `"54 per hour"`, `"0.9 per min"`, `"680 per day"`; a day is 24 hours. Read with {@link perMinute}.
 */
export type Rate = `${number} per ${'hour' | 'min' | 'day'}`;

/** A part of a whole, or a factor: `"35%"`, `"190%"`, `"0.5%"`. Read with {@link share}. */
export type Share = `${number}%`;

/** A time of day on the hall's wall clock, `"09:30"`, up to `"47:59"`. Read with {@link clock}. */
export type ClockTime = `${number}:${number}`;

/** A number of things on an average day: `"680"`, `"164.5"`. Read with {@link count}. */
export type Count = `${number}`;

// One decimal number: no sign, no exponent, no leading zeros to guess about, at most 15 digits so
// that it is exact in a double.
const number = String.raw`(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?`;

/** Regular expressions of the texts above, as the schema publishes them. */
export const unitPatterns: Readonly<
  Record<'duration' | 'rate' | 'share' | 'clock' | 'count', RegExp>
> = {
  duration: new RegExp(`^(${number}) (s|min|h)$`),
  rate: new RegExp(`^(${number}) per (hour|min|day)$`),
  share: new RegExp(`^(${number})%$`),
  clock: /^([0-3]\d|4[0-7]):([0-5]\d)$/,
  count: new RegExp(`^(${number})$`),
};

function refuse(text: unknown, what: string, example: string): never {
  const shown = typeof text === 'string' ? JSON.stringify(text) : String(text);
  throw new RangeError(`${shown} is not ${what}; write it like ${example}.`);
}

function match(kind: keyof typeof unitPatterns, text: unknown): [string, string] | null {
  const found = typeof text === 'string' ? unitPatterns[kind].exec(text) : null;
  return found === null ? null : [found[1] ?? '', found[2] ?? ''];
}

/**
 * The minutes of a {@link Duration}: `"90 s"` → 1.5, `"6 min"` → 6, `"1.5 h"` → 90.
 *
 * The number is read once and then multiplied by 60 or divided by 60, so whole minutes and hours
 * are exact.
 *
 * @throws RangeError naming the text, for anything else (a sign, an exponent, a missing unit, a
 * second space, a number that is no text).
 */
export function minutes(text: string): number {
  const found = match('duration', text);
  if (found === null) return refuse(text, 'a length of time', '"6 min", "90 s" or "1.5 h"');
  const value = Number(found[0]);
  return found[1] === 's' ? value / 60 : found[1] === 'h' ? value * 60 : value;
}

/**
 * Events per minute of a {@link Rate}: `"54 per hour"` → 0.9, `"0.9 per min"` → 0.9,
 * `"680 per day"` → 680 / 1440.
 *
 * @throws RangeError naming the text, for anything else.
 */
export function perMinute(text: string): number {
  const found = match('rate', text);
  if (found === null) return refuse(text, 'a rate', '"54 per hour" or "0.9 per min"');
  const value = Number(found[0]);
  return found[1] === 'hour' ? value / 60 : found[1] === 'day' ? value / 1440 : value;
}

/**
 * The fraction of a {@link Share}: `"35%"` → 0.35, `"190%"` → 1.9.
 *
 * @throws RangeError naming the text, for anything else. Whether more than 100% makes sense is the
 * key's own affair and checked there.
 */
export function share(text: string): number {
  const found = match('share', text);
  if (found === null) return refuse(text, 'a share', '"35%"');
  return Number(found[0]) / 100;
}

/**
 * The number nearest to a {@link Share}: `"99.9%"` → 0.999, for what people read or hold against a result.
 * {@link share} divides by a hundred, which may miss that in the last digit (0.9990000000000001); by it the
 * customers of a file are drawn, and they stay the same.
 *
 * @throws RangeError as {@link share} does
 */
export function exactShare(text: string): number {
  share(text);
  return Number(`${text.slice(0, -1)}e-2`);
}

/**
 * Minutes since midnight of a {@link ClockTime}: `"09:30"` → 570, `"25:00"` → 1500 (one o'clock of
 * the next morning), up to `"47:59"`. Both hours' digits are written.
 *
 * @throws RangeError naming the text, for anything else.
 */
export function clock(text: string): number {
  const found = match('clock', text);
  if (found === null) return refuse(text, 'a time of day', '"09:30" (up to "47:59")');
  return Number(found[0]) * 60 + Number(found[1]);
}

/**
 * The clock of minutes since midnight, the way back of {@link clock}: 570 → `"09:30"`. Parts of a
 * minute are cut off; hours go on after midnight, 1500 → `"25:00"`.
 */
export function clockText(minutes: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${two(minutes / 60)}:${two(minutes % 60)}`;
}

/**
 * The number of a {@link Count}: `"680"` → 680.
 *
 * @throws RangeError naming the text, for anything else.
 */
export function count(text: string): number {
  const found = match('count', text);
  if (found === null) return refuse(text, 'a number of customers', '"680"');
  return Number(found[0]);
}
