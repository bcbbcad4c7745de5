import type { Report } from '../issue.js';
import type { Whole } from '../messages/meaning.js';
import type { Path } from '../document/path.js';
import type { Place } from '../document/loose.js';
import { at, entries, isMap, places, read } from '../document/loose.js';
import { share } from '../units.js';

/** How far the parts of a whole may miss 100%, as a fraction: thirds are written 33.33%. */
export const shareTolerance = 0.0001;

// Sums of up to a thousand doubles: their own error stays far below this.
const rounding = 1e-9;

/** Parts of a whole add up to 100%, and no share is larger than it can be. */
export function checkShares(document: unknown, report: Report): void {
  const of = (name: string): Place[] =>
    entries(at(document, name)).map(([id, part]) => ({
      path: [name, id, 'share'],
      value: at(part, 'share'),
    }));
  for (const whole of ['customers', 'services'] as const) {
    if (!isMap(at(document, whole))) continue;
    checkSum(whole, of(whole), [whole, '*', 'share'], report);
  }
  for (const [whole, shape] of wholes) {
    for (const { path, value } of places(document, ...shape.split(' '))) {
      if (isMap(value)) checkSum(whole, places(value, '*'), [...path, '*'], report);
    }
  }
  for (const [shape, least, most] of limits) {
    for (const { path, value } of places(document, ...shape.split(' '))) {
      const part = read(share, value);
      if (part === undefined || (part >= least / 100 && part <= most / 100)) continue;
      const params = { value: String(value), least: `${least}%`, most: `${most}%` };
      report('out-of-range', path, params, { value });
    }
  }
}

// What is cut into shares of 100%, and where it stands.
const wholes: readonly (readonly [Whole, string])[] = [
  ['mix', 'demand dayTypes * mix'],
  ['rushMix', 'demand dayTypes * rushes * mix'],
  ['classMix', 'customers * mix'],
  ['profile', 'demand profile'],
  ['classProfile', 'customers * profile'],
  ['sizes', 'demand parties sizes'],
  ['sizes', 'demand dayTypes * rushes * parties sizes'],
];

// Where a share stands, the least and the most it can be, in percent.
const limits: readonly (readonly [string, number, number])[] = [
  ['customers * share', 0, 100],
  ['services * share', 0, 100],
  ['demand dayTypes * mix *', 0, 100],
  ['demand dayTypes * volume', 0, 10_000],
  ['demand profile *', 0, 100],
  ['customers * profile *', 0, 100],
  ['customers * mix *', 0, 100],
  ['demand dayTypes * rushes * mix *', 0, 100],
  ['demand parties share', 0, 100],
  ['demand parties sizes *', 0, 100],
  ['demand dayTypes * rushes * parties share', 0, 100],
  ['demand dayTypes * rushes * parties sizes *', 0, 100],
  ['demand beforeOpening', 0, 100],
  ['customers * balks chance', 0, 100],
  ['customers * keepsTicket', 0, 100],
  ['customers * balks guess floor', 0, 100],
  ['staff * speed', 1, 1000],
  ['counters * staff * speed', 1, 1000],
  ['staff * errors', 0, 100],
  ['counters * staff * errors', 0, 100],
  ['staff * absent', 0, 100],
  ['counters * staff * absent', 0, 100],
  ['kiosks services * eligible', 0, 100],
  ['kiosks services * willing', 0, 100],
  ['kiosks services * willing *', 0, 100],
  ['kiosks services * succeeds', 0, 100],
  ['kiosks willing', 0, 100],
  ['kiosks willing *', 0, 100],
  ['kiosks succeeds', 0, 100],
  ['kiosks greeter adds', 0, 100],
  ['kiosks greeter adds *', 0, 100],
  ['rules jockeying chance', 0, 100],
  ['space standingPatience', 0, 1000],
  ['targets service-level atLeast', 0, 100],
  ['targets abandonment atMost', 0, 100],
  ['run confidence', 50, 99.99],
  ['calendar weekdays * factor', 0, 10_000],
  ['calendar monthDays * factor', 0, 10_000],
  ['calendar dates * factor', 0, 10_000],
];

function checkSum(whole: Whole, parts: readonly Place[], path: Path, report: Report): void {
  const shares = parts.map(({ value }) => read(share, value));
  let sum = 0;
  for (const part of shares) {
    if (part === undefined) return;
    sum += part;
  }
  if (Math.abs(sum - 1) <= shareTolerance + rounding) return;
  const text = `${Math.round(sum * 1e6) / 1e4}%`;
  report('shares-sum', path, { whole, sum: text }, { value: text });
}
