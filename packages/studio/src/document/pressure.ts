import { clockMinute } from '@hallsim/elements';
import type { IntervalSummary, Summary } from '@hallsim/experiment';
import type { Openings } from './openings.js';

/** Where the counters do not keep up. */
export interface Pressure {
  /** `closed`: people wait and no counter is open. `busy`: hardly a moment to catch up. */
  readonly kind: 'closed' | 'busy';
  readonly from: string;
  readonly to: string;
  /** The one group that does not keep up all day; null for all counters together. */
  readonly group: string | null;
}

/** Share of the open counters that is busy when hardly any moment is left to catch up. */
const ALMOST_ALL = 0.97;

/** The longest stretch of the day in which the counters do not keep up; null for none. */
export function pressureOf({ intervals, by }: Summary): Pressure | null {
  const closed = longest(
    intervals,
    ({ openCounters, waiting }) => openCounters === 0 && (waiting.mean ?? 0) >= 1,
  );
  if (closed) return { kind: 'closed', ...closed, group: null };
  const busy = longest(
    intervals,
    ({ openCounters, busyCounters }) =>
      openCounters > 0 && (busyCounters ?? 0) >= ALMOST_ALL * openCounters,
  );
  if (busy) return { kind: 'busy', ...busy, group: null };
  // counters of other groups may stand idle while one has no end of work
  const group = busiest(by.group);
  const day = longest(intervals, () => true);
  if (!group || !day || load(by.group, group) < ALMOST_ALL) return null;
  return { kind: 'busy', ...day, group };
}

/** One more open counter in the stretch, in the group that needs it most; null where none is left. */
export function oneMore(
  { from, to, group }: Pressure,
  openings: readonly Openings[],
  { by }: Summary,
): { readonly group: string; readonly values: readonly number[] } | null {
  const choices = openings
    .filter((one) => group === null || one.group === group)
    .toSorted((a, b) => load(by.group, b.group) - load(by.group, a.group));
  const [start, end] = [clockMinute(from), clockMinute(to)];
  for (const { group, slots, values, count } of choices) {
    const more = values.map((value, i) => {
      const slot = slots[i];
      return slot && slot.from < end && slot.to > start ? Math.min(count, value + 1) : value;
    });
    if (more.some((value, i) => value !== values[i])) return { group, values: more };
  }
  return null;
}

type Groups = Summary['by']['group'];

function busiest(groups: Groups): string | undefined {
  return Object.keys(groups).toSorted((a, b) => load(groups, b) - load(groups, a))[0];
}

/** Share of the staffed time in which a group is busy; 0 while it is not staffed. */
function load(groups: Groups, id: string): number {
  return groups[id]?.['counter.utilisation']?.value ?? 0;
}

function longest(
  intervals: readonly IntervalSummary[],
  counts: (interval: IntervalSummary) => boolean,
): { readonly from: string; readonly to: string } | null {
  let best: IntervalSummary[] = [];
  let run: IntervalSummary[] = [];
  for (const interval of intervals) {
    run = counts(interval) ? [...run, interval] : [];
    if (run.length > best.length) best = run;
  }
  const [first, last] = [best[0], best.at(-1)];
  return first && last ? { from: first.from, to: last.to } : null;
}
