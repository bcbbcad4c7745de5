import type { Demand } from './demand.js';
import type { HallModel } from './model.js';
import type { VisitLog } from './visit-log.js';

/** How often each customer of a day was overtaken, and overtook; one entry a row. */
export interface Overtaking {
  readonly overtaken: Int32Array;
  readonly overtook: Int32Array;
}

/**
 * Counts, for each call of a customer by a counter, those who had joined a counter line earlier, were
 * still waiting and could have been served by the same group. Who is called at the very same moment
 * does not count as still waiting; of two who joined at one moment the earlier row was first.
 *
 * Time grows with calls × people waiting.
 */
export function countOvertaking(model: HallModel, demand: Demand, log: VisitLog): Overtaking {
  const overtaken = new Int32Array(log.length);
  const overtook = new Int32Array(log.length);
  const servedBy = model.groups.map(({ lines }) => new Set(lines));
  const lineOf = (row: number): number =>
    model.lineOf[demand.service[row]! * model.customers.length + demand.customer[row]!]!;
  const rows = Array.from({ length: log.length }, (_, row) => row);
  const inOrderOf = (times: Float64Array): number[] =>
    rows
      .filter((row) => !Number.isNaN(times[row]!))
      .sort((a, b) => times[a]! - times[b]! || log.joined[a]! - log.joined[b]! || a - b);
  const joiners = inOrderOf(log.joined);
  /** People in counter lines, in the order they joined. */
  let waiting: number[] = [];
  let next = 0;
  for (const called of inOrderOf(log.start)) {
    const now = log.start[called]!;
    while (next < joiners.length && log.joined[joiners[next]!]! <= now)
      waiting.push(joiners[next++]!);
    waiting = waiting.filter((row) => waitEnd(log, row) > now);
    const lines = servedBy[log.group[called]!]!;
    for (const row of waiting) {
      if (!joinedBefore(log, row, called)) break;
      if (!lines.has(lineOf(row))) continue;
      overtaken[row]!++;
      overtook[called]!++;
    }
  }
  return { overtaken, overtook };
}

/** When a row left its counter line, called or not. */
function waitEnd(log: VisitLog, row: number): number {
  const start = log.start[row]!;
  return Number.isNaN(start) ? log.left[row]! : start;
}

function joinedBefore({ joined }: VisitLog, row: number, other: number): boolean {
  return joined[row]! < joined[other]! || (joined[row] === joined[other] && row < other);
}
