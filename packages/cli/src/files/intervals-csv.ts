import type { IntervalSummary } from '@hallsim/experiment';
import { csvLine } from './csv.js';

type Cell = (interval: IntervalSummary) => string | number | null;

const COLUMNS: readonly (readonly [string, Cell])[] = [
  ['from', ({ from }) => from],
  ['to', ({ to }) => to],
  ['arrivals', ({ arrivals }) => arrivals.value],
  ['arrivals_low', ({ arrivals }) => arrivals.low],
  ['arrivals_high', ({ arrivals }) => arrivals.high],
  ['waiting_mean', ({ waiting }) => waiting.mean],
  ['waiting_p05', ({ waiting }) => waiting.p05],
  ['waiting_p25', ({ waiting }) => waiting.p25],
  ['waiting_p50', ({ waiting }) => waiting.p50],
  ['waiting_p75', ({ waiting }) => waiting.p75],
  ['waiting_p95', ({ waiting }) => waiting.p95],
  ['wait_mean', ({ wait }) => wait.mean],
  ['wait_p90', ({ wait }) => wait.p90],
  ['open_counters', ({ openCounters }) => openCounters],
  ['busy_counters', ({ busyCounters }) => busyCounters],
];

/** The day by interval as CSV: the same numbers as `intervals` of the JSON. */
export function intervalsCsv(intervals: readonly IntervalSummary[]): string {
  const lines = intervals.map((interval) => csvLine(COLUMNS.map(([, cell]) => cell(interval))));
  return csvLine(COLUMNS.map(([name]) => name)) + lines.join('');
}
