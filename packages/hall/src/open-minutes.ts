import type { HallModel } from './model.js';

/** The moment at which the hall has been open for so many minutes since `now`; `Infinity` when it closes for the day before that, or just then. */
export function afterOpenMinutes(
  { closes, closures }: Pick<HallModel, 'closes' | 'closures'>,
  now: number,
  minutes: number,
): number {
  let at = now;
  let left = minutes;
  for (const { from, to } of closures) {
    if (at >= to) continue;
    if (at < from) {
      if (at + left < from) break;
      left -= from - at;
    }
    at = to;
  }
  return at + left < closes ? at + left : Infinity;
}
