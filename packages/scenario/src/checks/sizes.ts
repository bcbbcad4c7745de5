import type { Report } from '../issue.js';
import { keys, places } from '../document/loose.js';

/** Most entries of a map: services, classes, groups, clerks, day types, rushes, variants. */
export const mostEntries = 200;

const shapes: readonly (readonly string[])[] = [
  ['customers'],
  ['customers', '*', 'headStart'],
  ['services'],
  ['services', '*', 'timeAt'],
  ['counters'],
  ['counters', '*', 'staff'],
  ['counters', '*', 'open'],
  ['staff'],
  ['demand', 'dayTypes'],
  ['demand', 'dayTypes', '*', 'rushes'],
  ['demand', 'dayTypes', '*', 'rushes', '*', 'mix'],
  ['customers', '*', 'mix'],
  ['kiosks', 'services'],
  ['variants'],
];

/**
 * Maps of a size a hall can have. The other checks compare everything with everything; on a hostile
 * file they would not end, so they are left out where this one finds something.
 *
 * @returns Whether all sizes are fine.
 */
export function checkSizes(document: unknown, report: Report): boolean {
  const large = shapes
    .flatMap((shape) => places(document, ...shape))
    .filter(({ value }) => keys(value).length > mostEntries);
  for (const { path, value } of large) {
    report('too-many-entries', path, { entries: keys(value).length, most: mostEntries });
  }
  return large.length === 0;
}
