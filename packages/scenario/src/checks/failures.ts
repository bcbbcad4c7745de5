import type { Place } from '../document/loose.js';
import type { Report } from '../issue.js';
import { at, places } from '../document/loose.js';
import { daySpan } from './time.js';
import { meanMinutes } from './mean.js';

/** Most breakdowns, and most looks at elastic counters, that are simulated in a day. */
export const mostEvents = 10_000_000;

/** The breakdowns of counters and kiosks. */
const failures = (document: unknown): readonly Place[] => [
  ...places(document, 'counters', 'failures'),
  ...places(document, 'counters', '*', 'failures'),
  ...places(document, 'kiosks', 'failures'),
];

/** The values under `key` (`every`, `lasts`) of all breakdowns of counters and kiosks. */
export function failurePlaces(document: unknown, key: string): readonly Place[] {
  return failures(document).flatMap(({ path, value }) => {
    const inner = at(value, key);
    return inner === undefined ? [] : [{ path: [...path, key], value: inner }];
  });
}

/** Not more breakdowns than can be simulated. */
export function checkFailures(document: unknown, report: Report): void {
  const day = daySpan(document);
  if (day === undefined) return;
  for (const { path, value } of failures(document)) {
    const count = at(document, ...path.slice(0, -1), 'count');
    const every = meanMinutes(at(value, 'every'));
    const lasts = meanMinutes(at(value, 'lasts'));
    if (typeof count !== 'number' || !every || lasts === undefined) continue;
    const events = (count * (day.to - day.from)) / (every + lasts);
    if (events <= mostEvents) continue;
    report('too-many-events', [...path, 'every'], { events, most: mostEvents });
  }
}
