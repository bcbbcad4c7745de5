import type { Columns } from './columns.js';
import type { DayColumns } from './day-columns.js';
import { WaitColumns } from './wait-columns.js';

/**
 * Several days of each replication as one long day: the numbers of their rows added up, the counter
 * waits one after the other.
 * @param days an entry for each of the days, with the same replications and the same layout
 */
export function combinedDays(days: readonly DayColumns[]): DayColumns {
  const [first] = days;
  const count = first?.days ?? 0;
  const rows = new Float64Array(first?.rows.length ?? 0);
  for (const day of days) for (let i = 0; i < rows.length; i++) rows[i]! += day.rows[i]!;
  const waits = new WaitColumns(days.reduce((total, { wait }) => total + wait.length, 0));
  const dayEnds = new Int32Array(count);
  for (let r = 0; r < count; r++) {
    for (const { wait, kind, who, interval, dayEnds: ends } of days) {
      const part = [r === 0 ? 0 : ends[r - 1]!, ends[r]!] as const;
      waits.append({
        wait: wait.subarray(...part),
        kind: kind.subarray(...part),
        who: who.subarray(...part),
        interval: interval.subarray(...part),
      });
    }
    dayEnds[r] = waits.length;
  }
  return { days: count, rows, ...waits.columns(), dayEnds };
}

/** Columns added up entry by entry; a column is there where all have it. */
export function addedColumns(all: readonly Columns[]): Columns {
  const [first = {}, ...others] = all;
  const sums: Columns = {};
  for (const name of Object.keys(first) as (keyof Columns)[]) {
    if (!others.every((columns) => columns[name])) continue;
    const sum = Float64Array.from(first[name]!);
    for (const columns of others)
      for (let i = 0; i < sum.length; i++) sum[i]! += columns[name]![i]!;
    sums[name] = sum;
  }
  return sums;
}
