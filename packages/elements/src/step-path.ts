import { curveStepAfter, line } from 'd3';
import type { DaySlot } from './day-slot.js';

/** A line that holds its level through each slot; it breaks where the day has a gap between slots. */
export function stepPath(
  slots: readonly DaySlot[],
  values: readonly number[],
  x: (minute: number) => number,
  y: (value: number) => number,
): string {
  const runs: [number, number][][] = [];
  slots.forEach(({ from, to }, i) => {
    const level = y(values[i] ?? 0);
    const previous = slots[i - 1];
    if (previous?.to === from) runs.at(-1)?.pop();
    else runs.push([]);
    runs.at(-1)?.push([x(from), level], [x(to), level]);
  });
  return runs.map((run) => line().curve(curveStepAfter)(run) ?? '').join('');
}
