import { at, entries, list, read } from '../document/loose.js';
import { minutes } from '../units.js';

/** Mean minutes of a spread of the document, `undefined` where it cannot be read. */
export function meanMinutes(spread: unknown): number | undefined {
  const [family, inner] = entries(spread)[0] ?? [];
  if (family === 'measured') return average(list(inner).map((time) => read(minutes, time)));
  if (family !== 'uniform') return read(minutes, at(inner, 'mean') ?? inner);
  return average([read(minutes, at(inner, 'from')), read(minutes, at(inner, 'to'))]);
}

function average(times: readonly (number | undefined)[]): number | undefined {
  let sum = 0;
  for (const time of times) {
    if (time === undefined) return undefined;
    sum += time;
  }
  return times.length === 0 ? undefined : sum / times.length;
}
