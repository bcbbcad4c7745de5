import { INTERVAL_COLUMNS, type IntervalSummary } from '@hallsim/experiment';
import { csvLine } from './csv.js';

/** The day by interval as CSV: the same numbers as `intervals` of the JSON. */
export function intervalsCsv(intervals: readonly IntervalSummary[]): string {
  const lines = intervals.map((interval) =>
    csvLine(INTERVAL_COLUMNS.map(({ cell }) => cell(interval))),
  );
  return csvLine(INTERVAL_COLUMNS.map(({ name }) => name)) + lines.join('');
}
