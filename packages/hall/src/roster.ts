import type { HallModel } from './model.js';
import { levelAt, type StepFunction } from './step-function.js';

/** A change that the clock brings; `subject` is a group, a clerk by number over the hall, or nothing. */
export interface RosterChange {
  readonly time: number;
  readonly kind: (typeof ROSTER)[keyof typeof ROSTER];
  readonly subject: number;
  /** Counters of the group, or kiosks, that may start from now on. */
  readonly open: number;
}

/** At one instant, in this order: who goes makes room for who comes. */
export const ROSTER = {
  kiosks: 0,
  counters: 1,
  doorsClose: 2,
  shiftEnds: 3,
  doorsOpen: 4,
  shiftBegins: 5,
  /** All who begin at one instant are on duty before the first decides what to do. */
  workBegins: 6,
  /** Where counters have lines: people leave those that are not open any more. */
  linesMove: 7,
} as const;

/** All changes by time, then by kind, then by subject. The level before closing stays until the hall is empty. */
export function rosterOf(model: HallModel): RosterChange[] {
  const { groups, kiosks, opens, closes, closures, counterLines, work } = model;
  const levels = (kind: 0 | 1, { times, values }: StepFunction, subject: number): RosterChange[] =>
    [...times].map((time, i) => ({ time, kind, subject, open: values[i]! }));
  const changes: RosterChange[] = kiosks ? levels(ROSTER.kiosks, kiosks.open, 0) : [];
  let unit = 0;
  groups.forEach(({ open, count, clerks }, group) => {
    changes.push(...levels(ROSTER.counters, open, group));
    // a closure in between ends no shift: which counters it was the end for, shows when the hall opens again
    const asked = work.atShiftEnd === 'finish-customer' || clerks !== null ? [] : closures;
    for (const { to: time } of asked) {
      if (open.times.includes(time)) continue;
      changes.push({ time, kind: ROSTER.counters, subject: group, open: levelAt(open, time) });
    }
    for (let clerk = 0; clerk < count; clerk++, unit++) {
      if (clerks === null) continue;
      const { from, to } = clerks.shift;
      if (to <= opens) continue;
      const begins = Math.max(opens, from);
      changes.push(
        { time: begins, kind: ROSTER.shiftBegins, subject: unit, open: 0 },
        { time: begins, kind: ROSTER.workBegins, subject: unit, open: 0 },
        { time: to, kind: ROSTER.shiftEnds, subject: unit, open: 0 },
      );
    }
  });
  for (const { from, to } of closures) {
    changes.push({ time: from, kind: ROSTER.doorsClose, subject: 0, open: 0 });
    changes.push({ time: to, kind: ROSTER.doorsOpen, subject: 0, open: 0 });
  }
  if (counterLines !== null) {
    for (const time of new Set(changes.map((change) => change.time))) {
      changes.push({ time, kind: ROSTER.linesMove, subject: 0, open: 0 });
    }
  }
  return changes
    .filter(({ time }) => time < closes)
    .sort((a, b) => a.time - b.time || a.kind - b.kind || a.subject - b.subject);
}
