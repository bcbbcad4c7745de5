import {
  countedChange,
  type Estimate,
  leaningRatio,
  ratioChange,
  type RatioRange,
  sum,
} from '@hallsim/stats';
import type { Column, Columns } from './columns.js';
import { type MeasureRule, MEASURE_RULES } from './measure-rules.js';
import type { Scope } from './scopes.js';
import type { MeasureValue, MeasureValues } from './summary-json.js';

/** Days from which on intervals of most measures hold what they promise. */
export const ENOUGH_DAYS = 20;

function measured(measure: MeasureRule, found: Estimate, { days }: Columns): MeasureValue {
  const { value, low, high, reason } = found;
  const few =
    days !== undefined && sum(days) < (measure.enoughDays ?? 0) && sum(days) >= ENOUGH_DAYS;
  return {
    value,
    low,
    high,
    unit: measure.unit,
    ...(reason !== undefined && { reason }),
    ...(few && low !== null && { fewDays: true }),
  };
}

function both(columns: Columns, sum: Column, per: Column): [Float64Array, Float64Array] | null {
  const above = columns[sum];
  const below = columns[per];
  return above && below ? [above, below] : null;
}

/** Shares lie within 0 and 1, the rest is not negative. */
function rangeOf({ unit }: MeasureRule): RatioRange {
  return unit === 'share' ? 'share' : 'positive';
}

/** Every measure that makes sense in a scope, with intervals from the days. */
export function estimate(
  { columns, quantiles }: Pick<Scope, 'columns' | 'quantiles'>,
  confidence: number,
): MeasureValues {
  let level = 0;
  const values: Record<string, MeasureValue> = {};
  for (const measure of MEASURE_RULES) {
    if ('quantile' in measure.of) {
      values[measure.id] = measured(measure, quantiles[level++]!.estimate, columns);
      continue;
    }
    const pair = both(columns, measure.of.sum, measure.of.per);
    if (pair) {
      values[measure.id] = measured(
        measure,
        leaningRatio(...pair, confidence, rangeOf(measure)),
        columns,
      );
    }
  }
  return values;
}

/** How every measure changed from `base` to `variant`, paired by day. */
export function estimateChange(base: Scope, variant: Scope, confidence: number): MeasureValues {
  let level = 0;
  const values: Record<string, MeasureValue> = {};
  for (const measure of MEASURE_RULES) {
    if ('quantile' in measure.of) {
      const [before, after] = [base.quantiles[level]!, variant.quantiles[level]!];
      values[measure.id] = measured(measure, countedChange(before, after), base.columns);
      level++;
      continue;
    }
    const before = both(base.columns, measure.of.sum, measure.of.per);
    const after = both(variant.columns, measure.of.sum, measure.of.per);
    if (before && after) {
      values[measure.id] = measured(
        measure,
        ratioChange(...before, ...after, confidence),
        base.columns,
      );
    }
  }
  return values;
}

/** Half-widths of the intervals, by measure. */
export function halfWidths({ columns, quantiles }: Scope, confidence: number): Map<string, number> {
  let level = 0;
  const widths = new Map<string, number>();
  for (const measure of MEASURE_RULES) {
    const { id, of } = measure;
    const pair = 'quantile' in of ? null : both(columns, of.sum, of.per);
    const found =
      'quantile' in of
        ? quantiles[level++]!.estimate
        : pair && leaningRatio(...pair, confidence, rangeOf(measure));
    if (!found || found.low === null || found.high === null) continue;
    widths.set(id, (found.high - found.low) / 2);
  }
  return widths;
}
