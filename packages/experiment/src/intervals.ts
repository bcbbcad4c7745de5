import { type HallModel, integral } from '@hallsim/hall';
import { clockText } from '@hallsim/scenario';
import { orderStatistic, ratio, selectOrderStatistic } from '@hallsim/stats';
import type { DayRecords } from './day-records.js';
import { INTERVAL, INTERVAL_SIZE, type TallyLayout } from './day-tally.js';
import { dealWaits } from './scope-waits.js';
import type { IntervalSummary } from './summary-json.js';

/** The day, interval by interval, over all days; empty when no day is finished. */
export function summariseIntervals(
  model: HallModel,
  layout: TallyLayout,
  records: DayRecords,
  confidence: number,
): IntervalSummary[] {
  const { edges, size, intervalAt } = layout;
  const { rows, days, waits } = records;
  if (days === 0) return [];
  const count = edges.length - 1;
  const read = (interval: number, number: number): Float64Array => {
    const at = intervalAt + interval * INTERVAL_SIZE + number;
    const column = new Float64Array(days);
    for (let day = 0; day < days; day++) column[day] = rows[day * size + at]!;
    return column;
  };
  const everyServed = Array.from({ length: count }, (_, i) => read(i, INTERVAL.served));
  const dealt = dealWaits(records, everyServed, waits.interval);
  const ones = new Float64Array(days).fill(1);
  return Array.from({ length: count }, (_, i) => {
    const from = edges[i]!;
    const to = edges[i + 1]!;
    const column = (number: number): Float64Array => read(i, number);
    const sum = (number: number): number =>
      column(number).reduce((total, value) => total + value, 0);
    const waiting = column(INTERVAL.waiting).map((area) => area / (to - from));
    const mean = waiting.reduce((total, value) => total + value, 0) / days;
    waiting.sort();
    const level = (p: number): number => orderStatistic(waiting, p);
    const served = sum(INTERVAL.served);
    const { value, low, high, reason } = ratio(
      column(INTERVAL.arrivals),
      ones,
      confidence,
      'positive',
    );
    const open = model.groups.reduce((total, group) => total + integral(group.open, from, to), 0);
    return {
      from: clockText(from),
      to: clockText(to),
      arrivals: { value, low, high, unit: 'customers' as const, ...(reason && { reason }) },
      waiting: {
        mean,
        p05: level(0.05),
        p25: level(0.25),
        p50: level(0.5),
        p75: level(0.75),
        p95: level(0.95),
      },
      wait: {
        mean: served > 0 ? sum(INTERVAL.wait) / served : null,
        p90: served > 0 ? selectOrderStatistic(dealt[i]!.values, 0.9) : null,
      },
      openCounters: open / (to - from),
      busyCounters: sum(INTERVAL.busy) / days / (to - from),
    };
  });
}
