import type { Lines } from './lines.js';
import type { HallModel, LineModel } from './model.js';

/** Whom a free counter of the group calls: the row that ranks first among its lines; -1 when nobody waits for it. */
export function firstToCall(model: HallModel, lines: Lines, group: number): number {
  const served = model.groups[group]!.lines;
  let best = -1;
  let bestLine: LineModel | null = null;
  for (let i = 0; i < served.length; i++) {
    const row = lines.first(served[i]!);
    if (row < 0) continue;
    const line = model.lines[served[i]!]!;
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
  const rank = lines.since(row) - line.headStart;
  const otherRank = lines.since(other) - otherLine.headStart;
  return rank < otherRank || (rank === otherRank && row < other);
}
