import { type HallModel, integral } from '@hallsim/hall';
import { clockText } from '@hallsim/scenario';
import { type Estimate, leaningRatio, sum } from '@hallsim/stats';
import type { DayRecords } from './day-records.js';
import { INTERVAL, INTERVAL_SIZE } from './day-tally.js';
import type { IntervalSummary } from './summary-json.js';

/** Quantiles over the days of the people who wait. */
const BAND = [0.05, 0.25, 0.5, 0.75, 0.95];

/**
 * The day, interval by interval, over all days; empty when no day is finished.
 * @param longWaits what 90 % of the waits of each interval do not exceed
 */
export function summariseIntervals(
  model: HallModel,
  records: DayRecords,
  longWaits: readonly Estimate[],
  confidence: number,
): IntervalSummary[] {
  const { rows, days, people } = records;
  const { edges, intervalsAt } = records.layout;
  if (days === 0) return [];
  const lengths = rows.lengths();
  return Array.from({ length: edges.length - 1 }, (_, i) => {
    const from = edges[i]!;
    const to = edges[i + 1]!;
    const column = (number: number): Float64Array =>
      rows.column(intervalsAt + i * INTERVAL_SIZE + number);
    const total = (number: number): number => sum(column(number));
    const arrivals = leaningRatio(column(INTERVAL.arrivals), lengths, confidence, 'positive');
    const { value, low, high, reason } = arrivals;
    const [p05, p25, p50, p75, p95] = people
      .quantiles(i, BAND)
      .map((minutes) => minutes / (to - from)) as [number, number, number, number, number];
    const waits = leaningRatio(
      column(INTERVAL.wait),
      column(INTERVAL.served),
      confidence,
      'positive',
    );
    const long = longWaits[i]!;
    const open = model.groups.reduce((all, group) => all + integral(group.open, from, to), 0);
    return {
      from: clockText(from),
      to: clockText(to),
      arrivals: { value, low, high, unit: 'customers' as const, ...(reason && { reason }) },
      waiting: {
        mean: total(INTERVAL.waiting) / days / (to - from),
        p05,
        p25,
        p50,
        p75,
        p95,
      },
      wait: {
        mean: waits.value,
        low: waits.low,
        high: waits.high,
        ...(waits.reason && { reason: waits.reason }),
        p90: long.value,
        p90Low: long.low,
        p90High: long.high,
        ...(long.reason && { p90Reason: long.reason }),
      },
      openCounters: (open + total(INTERVAL.staffed) / days) / (to - from),
      busyCounters: total(INTERVAL.busy) / days / (to - from),
    };
  });
}
