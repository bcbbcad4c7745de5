import type { Floor } from './floor.js';

/** Somebody begins to wait for groups whose counters open beyond the roster, or has waited elsewhere. */
export function noteWait({ log, waitsSince }: Floor, row: number, elastic: Int32Array): void {
  const since = log.waitFrom[row]!;
  for (let i = 0; i < elastic.length; i++) {
    const group = elastic[i]!;
    if (since < waitsSince[group]!) waitsSince[group] = since;
  }
}
