import type { Floor } from './floor.js';
import type { Asker } from './host-rules.js';

/** Whom a free clerk of the group calls by the host's rule; -1 when nobody waits for it. */
export function calledByRule(floor: Floor, asking: Asker, group: number): number {
  return asking.has('calling')
    ? chosenHead(floor, asking, group)
    : smallestRank(floor, asking, group, floor.model.groups[group]!.lines);
}

/** The one of those who are first in their lines whom the calling rule chooses. */
function chosenHead({ lines, model }: Floor, asking: Asker, group: number): number {
  const heads: number[] = [];
  for (const line of model.groups[group]!.lines) {
    const row = lines.first(line);
    if (row >= 0) heads.push(row);
  }
  return heads.length === 0 ? -1 : asking.call(heads, group);
}

/** Of all who wait in some lines the one with the smallest rank for a clerk of the group; of equal ranks the earlier row. */
export function smallestRank(
  { lines }: Floor,
  asking: Asker,
  group: number,
  from: Int32Array,
): number {
  let best = -1;
  let bestRank = Infinity;
  for (const line of from) {
    for (let row = lines.first(line); row >= 0; row = lines.after(row)) {
      const rank = asking.rank(row, group);
      if (best < 0 || rank < bestRank || (rank === bestRank && row < best)) {
        best = row;
        bestRank = rank;
      }
    }
  }
  return best;
}
