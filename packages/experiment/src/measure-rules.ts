import type { Column } from './columns.js';
import type { Unit } from './summary-json.js';

/** What a measure is: the ratio of two columns summed over all days, or a quantile of the counter waits of all days. */
export interface MeasureRule {
  readonly id: string;
  readonly unit: Unit;
  /** `null` where neither is better by itself. */
  readonly better: 'more' | 'less' | null;
  /**
   * Days from which on its intervals hold what they promise, where 20 are too few: what rests on few
   * very long days (docs/validation.md).
   */
  readonly enoughDays?: number;
  readonly of: { readonly sum: Column; readonly per: Column } | { readonly quantile: number };
}

type Better = MeasureRule['better'];

function perDay(id: string, sum: Column, better: Better): MeasureRule {
  return { id, unit: 'customers', better, of: { sum, per: 'days' } };
}

function share(id: string, sum: Column, per: Column, better: Better): MeasureRule {
  return { id, unit: 'share', better, of: { sum, per } };
}

function waitQuantile(percent: number): MeasureRule {
  const id = `counter.wait.p${percent}`;
  return { id, unit: 'min', better: 'less', of: { quantile: percent / 100 } };
}

/** The rules of all measures of a hall; what they are called stands in `MEASURES`. */
export const MEASURE_RULES: readonly MeasureRule[] = [
  perDay('hall.came', 'came', null),
  perDay('hall.served', 'served', 'more'),
  perDay('hall.abandoned', 'abandoned', 'less'),
  perDay('hall.balked', 'balked', 'less'),
  perDay('hall.unserved', 'unserved', 'less'),
  share('hall.served.share', 'served', 'came', 'more'),
  share('hall.abandoned.share', 'abandoned', 'came', 'less'),
  share('hall.balked.share', 'balked', 'came', 'less'),
  share('hall.unserved.share', 'unserved', 'came', 'less'),
  share('hall.serviceLevel.served', 'inTime', 'served', 'more'),
  share('hall.serviceLevel.everyone', 'inTime', 'came', 'more'),
  perDay('counter.joined', 'joined', null),
  {
    id: 'counter.wait.mean',
    unit: 'min',
    better: 'less',
    of: { sum: 'counterWait', per: 'counterServed' },
  },
  waitQuantile(50),
  waitQuantile(90),
  waitQuantile(95),
  {
    id: 'counter.wait.max',
    unit: 'min',
    better: 'less',
    of: { sum: 'counterLongest', per: 'counterServedDays' },
  },
  share('counter.within', 'counterInTime', 'joined', 'more'),
  share('counter.abandoned', 'abandoned', 'joined', 'less'),
  share('counter.utilisation', 'busy', 'paid', null),
  {
    id: 'counter.open',
    unit: 'clerk-min',
    better: 'less',
    of: { sum: 'staffed', per: 'days' },
  },
  {
    id: 'counter.overtime',
    unit: 'clerk-min',
    better: 'less',
    enoughDays: 200,
    of: { sum: 'overtime', per: 'days' },
  },
  {
    id: 'counter.queue.mean',
    unit: 'people',
    better: 'less',
    of: { sum: 'waiting', per: 'openMinutes' },
  },
  {
    id: 'counter.queue.max',
    unit: 'people',
    better: 'less',
    of: { sum: 'mostWaiting', per: 'days' },
  },
  share('kiosk.share', 'kioskFinished', 'came', 'more'),
  {
    id: 'kiosk.wait.mean',
    unit: 'min',
    better: 'less',
    of: { sum: 'kioskWait', per: 'kioskStarted' },
  },
  share('kiosk.failed', 'kioskFailed', 'kioskStarted', 'less'),
  share('kiosk.utilisation', 'kioskBusy', 'kioskMinutes', null),
  {
    id: 'hall.lastDeparture',
    unit: 'min',
    better: 'less',
    enoughDays: 200,
    of: { sum: 'lastDeparture', per: 'cameDays' },
  },
];

/** Quantile levels of the counter waits, in the order of `MEASURE_RULES`. */
export const LEVELS: readonly number[] = MEASURE_RULES.flatMap(({ of }) =>
  'quantile' in of ? [of.quantile] : [],
);
