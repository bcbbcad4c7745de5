import type { IntervalSummary } from '@hallsim/experiment';

/** Share of the open counters that is busy when hardly any moment is left to catch up. */
const ALMOST_ALL = 0.97;

/** The longest stretch of the day in which the counters are busy almost all the time; null for none. */
export function busyStretch(
  intervals: readonly IntervalSummary[],
): { readonly from: string; readonly to: string } | null {
  let longest: IntervalSummary[] = [];
  let run: IntervalSummary[] = [];
  for (const interval of intervals) {
    const { openCounters, busyCounters } = interval;
    const busy = openCounters > 0 && busyCounters >= ALMOST_ALL * openCounters;
    run = busy ? [...run, interval] : [];
    if (run.length > longest.length) longest = run;
  }
  const [first, last] = [longest[0], longest.at(-1)];
  return first && last ? { from: first.from, to: last.to } : null;
}
