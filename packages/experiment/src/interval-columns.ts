import type { IntervalSummary } from './summary-json.js';

/**
 * The intervals of a summary as the columns of a table: a name for a machine, and the cell of an
 * interval, the number of the JSON itself; `null` = nothing observed.
 */
export const INTERVAL_COLUMNS: readonly {
  readonly name: string;
  readonly cell: (interval: IntervalSummary) => string | number | null;
}[] = [
  { name: 'from', cell: ({ from }) => from },
  { name: 'to', cell: ({ to }) => to },
  { name: 'arrivals', cell: ({ arrivals }) => arrivals.value },
  { name: 'arrivals_low', cell: ({ arrivals }) => arrivals.low },
  { name: 'arrivals_high', cell: ({ arrivals }) => arrivals.high },
  { name: 'waiting_mean', cell: ({ waiting }) => waiting.mean },
  { name: 'waiting_p05', cell: ({ waiting }) => waiting.p05 },
  { name: 'waiting_p25', cell: ({ waiting }) => waiting.p25 },
  { name: 'waiting_p50', cell: ({ waiting }) => waiting.p50 },
  { name: 'waiting_p75', cell: ({ waiting }) => waiting.p75 },
  { name: 'waiting_p95', cell: ({ waiting }) => waiting.p95 },
  { name: 'wait_mean', cell: ({ wait }) => wait.mean },
  { name: 'wait_mean_low', cell: ({ wait }) => wait.low },
  { name: 'wait_mean_high', cell: ({ wait }) => wait.high },
  { name: 'wait_p90', cell: ({ wait }) => wait.p90 },
  { name: 'wait_p90_low', cell: ({ wait }) => wait.p90Low },
  { name: 'wait_p90_high', cell: ({ wait }) => wait.p90High },
  { name: 'open_counters', cell: ({ openCounters }) => openCounters },
  { name: 'busy_counters', cell: ({ busyCounters }) => busyCounters },
];
