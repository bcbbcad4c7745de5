import type { Report } from '../issue.js';
import { places } from '../document/loose.js';

// What the format holds and the engine does not follow yet. Shrinks as the engine grows.
const shapes: readonly (readonly string[])[] = [['later', '*'], ['calendar']];

/** Notes what is kept without being simulated, so that nothing is dropped in silence. */
export function noteNotSimulated(document: unknown, note: Report): void {
  for (const shape of shapes) {
    for (const { path, value } of places(document, ...shape)) {
      note('not-simulated', path, { key: path.join('.') }, { value });
    }
  }
}
