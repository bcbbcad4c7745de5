import type { Floor } from './floor.js';
import type { LineModel } from './model.js';
import { levelAt } from './step-function.js';
import type { VisitLog } from './visit-log.js';

/**
 * Whom a free counter calls where waiting earns credit at different rates (accumulating priority:
 * L. Kleinrock, Naval Research Logistics Quarterly 11 (1964), p. 329) or where head starts grow: strict
 * priority first, then the most credit at this moment, then the earlier place and arrival. Credit never falls with
 * the time waited, so in each line only the first is asked.
 */
export function mostCredit({ lineModels, lines, log, now }: Floor, from: Int32Array): number {
  let best = -1;
  let bestCredit = -Infinity;
  let bestPriority = 1;
  for (let i = 0; i < from.length; i++) {
    const row = lines.first(from[i]!);
    if (row < 0) continue;
    const line = lineModels[from[i]!]!;
    const credit = creditOf(line, now - log.waitFrom[row]!);
    if (
      best < 0 ||
      line.priority < bestPriority ||
      (line.priority === bestPriority &&
        (credit > bestCredit || (credit === bestCredit && isEarlier(log, row, best))))
    ) {
      best = row;
      bestCredit = credit;
      bestPriority = line.priority;
    }
  }
  return best;
}

function isEarlier({ waitFrom }: VisitLog, row: number, other: number): boolean {
  return waitFrom[row]! < waitFrom[other]! || (waitFrom[row] === waitFrom[other] && row < other);
}

/** What so many minutes of waiting in a line are worth when it is decided who is called, minutes. */
function creditOf({ growingStart, headStart, waitingCounts }: LineModel, waited: number): number {
  const start = growingStart === null ? headStart : levelAt(growingStart, waited);
  return waitingCounts * waited + start;
}
