import type { Report } from '../issue.js';
import { isMap, places } from '../document/loose.js';

// The failures of one room of counters; a group may be called `failures` too.
const isFailures = (value: unknown): boolean => isMap(value) && Object.hasOwn(value, 'every');

// What the format holds and the engine does not follow yet, with the values it does not follow where
// it knows some. Shrinks as the engine grows: who builds a key takes its line out.
const waiting: readonly (readonly [shape: string, values?: (value: unknown) => boolean])[] = [
  ['later *'],
  ['counters failures', isFailures],
  ['counters * failures'],
  ['counters * elastic'],
  ['kiosks failures'],
];

/** Notes what is kept without being simulated, so that nothing is dropped in silence. */
export function noteNotSimulated(document: unknown, note: Report): void {
  for (const [shape, values = () => true] of waiting) {
    for (const { path, value } of places(document, ...shape.split(' '))) {
      if (values(value)) note('not-simulated', path, { key: path.join('.') }, { value });
    }
  }
}
