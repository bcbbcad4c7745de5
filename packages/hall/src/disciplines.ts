import { coarseUniform, word } from '@hallsim/kernel/chance';
import type { Floor } from './floor.js';

/** Last come, first served: the latest place of those of the highest priority, of one moment the later arrival. */
export function lastToCome({ lineModels, lines }: Floor, from: Int32Array): number {
  let best = -1;
  let bestPriority = 1;
  for (let i = 0; i < from.length; i++) {
    const row = lines.last(from[i]!);
    if (row < 0) continue;
    const { priority } = lineModels[from[i]!]!;
    const later =
      best < 0 ||
      lines.rank(row) > lines.rank(best) ||
      (lines.rank(row) === lines.rank(best) && row > best);
    if (priority < bestPriority || (priority === bestPriority && later)) {
      best = row;
      bestPriority = priority;
    }
  }
  return best;
}

/**
 * Service in random order: each of those of the highest priority is as likely as the others, by a chance
 * of the hall's own for every call of the day.
 */
export function anyWaiting(floor: Floor, from: Int32Array): number {
  const { callChance, lineModels, lines } = floor;
  let waiting = 0;
  let priority = 1;
  for (let i = 0; i < from.length; i++) {
    const size = lines.numbers(from[i]!);
    if (size === 0) continue;
    const own = lineModels[from[i]!]!.priority;
    if (own < priority) waiting = 0;
    if (own <= priority) waiting += size;
    priority = Math.min(priority, own);
  }
  if (waiting === 0) return -1;
  const chance = coarseUniform(word(callChance.low, callChance.high, floor.calls++));
  let before = Math.floor(chance * waiting);
  for (let i = 0; i < from.length; i++) {
    if (lineModels[from[i]!]!.priority !== priority) continue;
    const size = lines.numbers(from[i]!);
    if (before >= size) {
      before -= size;
      continue;
    }
    let row = lines.first(from[i]!);
    while (before-- > 0) row = lines.after(row);
    return row;
  }
  return -1;
}
