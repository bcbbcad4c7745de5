import type { DayRecords } from './day-records.js';

/** Counter waits of one scope: values with the row at which each day begins. */
export interface ScopeWaits {
  readonly values: Float64Array;
  readonly dayStarts: Int32Array;
}

/**
 * Deals the counter waits of all days out to scopes; order within a scope is that of the days.
 *
 * Hot path: two passes over typed arrays, for every picture of a run.
 * @param scopes how many scopes there are
 * @param codes what of each row says where it belongs: a column of `records.waits`
 * @param scopeOf scope of each code; `null` = the code itself
 */
export function dealWaits(
  { waits, dayStarts, days }: DayRecords,
  scopes: number,
  codes: Uint16Array | Uint32Array,
  scopeOf: Uint32Array | null = null,
): ScopeWaits[] {
  const values = waits.wait;
  const total = dayStarts[days]!;
  const place = new Int32Array(scopes + 1);
  const scope = scopeOf ?? Uint32Array.from({ length: scopes }, (_, code) => code);
  for (let row = 0; row < total; row++) place[scope[codes[row]!]!]!++;
  const starts = Array.from({ length: scopes }, () => new Int32Array(days + 1));
  // All scopes in one column, each where the one before it ends.
  const all = new Float64Array(total);
  const ends = new Int32Array(scopes);
  let begin = 0;
  for (let s = 0; s < scopes; s++) {
    const size = place[s]!;
    place[s] = begin;
    begin += size;
    ends[s] = begin;
  }
  const first = place.slice();
  for (let day = 0; day < days; day++) {
    const end = dayStarts[day + 1]!;
    for (let row = dayStarts[day]!; row < end; row++) {
      const s = scope[codes[row]!]!;
      const at = place[s]!;
      all[at] = values[row]!;
      place[s] = at + 1;
    }
    for (let s = 0; s < scopes; s++) starts[s]![day + 1] = place[s]! - first[s]!;
  }
  return starts.map((rows, s) => ({
    values: all.subarray(first[s], ends[s]),
    dayStarts: rows,
  }));
}

/** The waits of everybody, as one scope. */
export function allWaits({ waits, dayStarts, days }: DayRecords): ScopeWaits {
  return { values: waits.wait.subarray(0, dayStarts[days]), dayStarts };
}
