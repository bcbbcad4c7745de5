import type { ResultFile } from './results.js';
import type { RowResult } from './run-row.js';
import type { Table } from './rows.js';

/** Rows that take more customers than this are rerun by the whole validation only. */
const MOST = 6_000_000;

/** What every test run simulates again: of each family the row with the fewest customers. */
export function slice(table: Table, { oracle }: ResultFile): RowResult[] {
  const results = new Map(oracle.rows.map((row) => [row.id, row]));
  const best = new Map<string, RowResult>();
  for (const { id, family } of table.rows) {
    const row = results.get(id);
    const other = best.get(family);
    if (row === undefined || row.customers > MOST) continue;
    if (other === undefined || row.customers < other.customers) best.set(family, row);
  }
  return [...best.values()];
}
