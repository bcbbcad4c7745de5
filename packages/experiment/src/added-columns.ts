import type { Columns } from './columns.js';

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
