import type { Report } from '../issue.js';
import { places } from '../document/loose.js';

// What the format holds and the engine does not follow yet. Shrinks as the engine grows: who builds a
// key takes its line out.
const waiting = ['later *'];

/** Notes what is kept without being simulated, so that nothing is dropped in silence. */
export function noteNotSimulated(document: unknown, note: Report): void {
  for (const shape of waiting) {
    for (const { path, value } of places(document, ...shape.split(' '))) {
      note('not-simulated', path, { key: path.join('.') }, { value });
    }
  }
}
