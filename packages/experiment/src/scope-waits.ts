import type { DayRecords } from './day-records.js';

/** Counter waits of one scope: values with the row at which each day begins. */
export interface ScopeWaits {
  readonly values: Float64Array;
  readonly dayStarts: Int32Array;
}

/**
 * Deals the counter waits of all days out to scopes in one pass; order within a scope is that of the days.
 * @param scopes how many scopes there are
 * @param scopeOf scope of a row of `records.waits`
 */
export function dealWaits(
  { waits, dayStarts, days }: DayRecords,
  scopes: number,
  scopeOf: (row: number) => number,
): ScopeWaits[] {
  const total = dayStarts[days]!;
  const sizes = new Int32Array(scopes);
  for (let row = 0; row < total; row++) sizes[scopeOf(row)]!++;
  const dealt = Array.from(sizes, (size) => ({
    values: new Float64Array(size),
    dayStarts: new Int32Array(days + 1),
  }));
  const filled = new Int32Array(scopes);
  for (let day = 0; day < days; day++) {
    for (let row = dayStarts[day]!; row < dayStarts[day + 1]!; row++) {
      const scope = scopeOf(row);
      dealt[scope]!.values[filled[scope]!++] = waits.wait[row]!;
    }
    for (let scope = 0; scope < scopes; scope++) dealt[scope]!.dayStarts[day + 1] = filled[scope]!;
  }
  return dealt;
}

/** The waits of everybody, as one scope. */
export function allWaits({ waits, dayStarts, days }: DayRecords): ScopeWaits {
  return { values: waits.wait.subarray(0, dayStarts[days]), dayStarts };
}
