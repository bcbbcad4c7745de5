import type { DayRecords } from './day-records.js';

/** Counter waits of one scope: values with the row at which each day begins. */
export interface ScopeWaits {
  readonly values: Float64Array;
  readonly dayStarts: Int32Array;
}

/**
 * Deals the counter waits of all days out to scopes; order within a scope is that of the days.
 *
 * Hot path: one pass over typed arrays, for every picture of a run.
 * @param served for each scope how many of the waits of each day are its own
 * @param codes what of each row says where it belongs: a column of `records.waits`
 * @param scopeOf scope of each code; absent = the code itself
 */
export function dealWaits(
  { waits, dayStarts, days }: DayRecords,
  served: readonly Float64Array[],
  codes: Uint16Array | Uint32Array,
  scopeOf: Uint32Array = Uint32Array.from(served, (_, code) => code),
): ScopeWaits[] {
  const from = waits.wait;
  const total = dayStarts[days]!;
  // All scopes in one column, each where the one before it ends.
  const column = new Float64Array(total);
  const next = new Int32Array(served.length);
  let end = 0;
  const dealt = served.map((counts, scope) => {
    const starts = new Int32Array(days + 1);
    for (let day = 0; day < days; day++) starts[day + 1] = starts[day]! + counts[day]!;
    next[scope] = end;
    return { values: column.subarray(end, (end += starts[days]!)), dayStarts: starts };
  });
  for (let row = 0; row < total; row++) {
    const scope = scopeOf[codes[row]!]!;
    const at = next[scope]!;
    column[at] = from[row]!;
    next[scope] = at + 1;
  }
  return dealt;
}

/** The waits of everybody, as one scope. */
export function allWaits({ waits, dayStarts, days }: DayRecords): ScopeWaits {
  return { values: waits.wait.subarray(0, dayStarts[days]), dayStarts };
}
