import { mostCredit } from './credit.js';
import { anyWaiting, lastToCome } from './disciplines.js';
import type { Floor } from './floor.js';
import type { Lines } from './lines.js';
import type { LineModel } from './model.js';

/** Whom a free counter calls out of some lines by the discipline of the hall; -1 when nobody waits there. */
export function firstToCall(floor: Floor, lines: Int32Array): number {
  switch (floor.model.discipline) {
    case 'by-place':
    // where the shortest service comes first, it is what the lines are ordered by
    case 'shortest-job':
      return firstByRank(floor, lines);
    case 'by-credit':
      return mostCredit(floor, lines);
    case 'last-come':
      return lastToCome(floor, lines);
    case 'random':
      return anyWaiting(floor, lines);
  }
}

function firstByRank({ lineModels, lines }: Floor, from: Int32Array): number {
  let best = -1;
  let bestLine: LineModel | null = null;
  for (let i = 0; i < from.length; i++) {
    const row = lines.first(from[i]!);
    if (row < 0) continue;
    const line = lineModels[from[i]!]!;
    if (bestLine === null || goesBefore(lines, row, line, best, bestLine)) {
      best = row;
      bestLine = line;
    }
  }
  return best;
}

/** Strict priority first, then the earlier place less its head start, then the earlier arrival. */
function goesBefore(
  lines: Lines,
  row: number,
  line: LineModel,
  other: number,
  otherLine: LineModel,
): boolean {
  if (line.priority !== otherLine.priority) return line.priority < otherLine.priority;
  const rank = lines.rank(row) - line.headStart;
  const otherRank = lines.rank(other) - otherLine.headStart;
  return rank < otherRank || (rank === otherRank && row < other);
}
