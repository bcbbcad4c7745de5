import type { Floor } from './floor.js';
import { hasGone } from './kept-tickets.js';

/** From when the longest wait of somebody in some lines counts; `Infinity` when nobody waits there. */
export function longestSince(floor: Floor, among: Int32Array): number {
  const { counterLines, lines, log, model } = floor;
  // elsewhere whoever has waited longest stands in front
  const lookAtAll = model.discipline === 'shortest-job' || counterLines !== null;
  let since = Infinity;
  for (let i = 0; i < among.length; i++) {
    for (let row = lines.first(among[i]!); row >= 0; row = lines.after(row)) {
      if (hasGone(floor, row)) continue;
      if (log.waitFrom[row]! < since) since = log.waitFrom[row]!;
      if (!lookAtAll) break;
    }
  }
  return since;
}
