import type { HallModel } from './model.js';
import type { StepFunction } from './step-function.js';

/** Stands for the kiosks where a roster change names a group. */
export const KIOSKS = -1;

/** One change of the open counters of a group, or of the kiosks. */
export interface RosterChange {
  readonly time: number;
  /** Position of the group; `KIOSKS` for the kiosks. */
  readonly group: number;
  readonly open: number;
}

/** All roster changes by time, then by group. The level before closing stays until the hall is empty. */
export function rosterOf({ groups, kiosks, closes }: HallModel): RosterChange[] {
  const changes = (open: StepFunction, group: number): RosterChange[] =>
    [...open.times].map((time, i) => ({ time, group, open: open.values[i]! }));
  return groups
    .flatMap(({ open }, group) => changes(open, group))
    .concat(kiosks ? changes(kiosks.open, KIOSKS) : [])
    .filter(({ time }) => time < closes)
    .sort((a, b) => a.time - b.time || a.group - b.group);
}
