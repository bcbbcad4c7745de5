import type { Place } from '../document/loose.js';
import { places } from '../document/loose.js';

/** The values under `key` (`every`, `lasts`) of all breakdowns of counters and kiosks. */
export function failurePlaces(document: unknown, key: string): readonly Place[] {
  return [
    ...places(document, 'counters', 'failures', key),
    ...places(document, 'counters', '*', 'failures', key),
    ...places(document, 'kiosks', 'failures', key),
  ];
}
