import { anyNegative, requireDayStarts, requireFinite, requireProbability } from './checks.js';
import { dayGroups } from './day-groups.js';
import { type Estimate, withoutInterval } from './estimate.js';
import { Histogram } from './histogram.js';
import { quantileRank } from './order-statistic.js';
import { selectRanks } from './select.js';
import { studentFactor } from './student-interval.js';

/** Up to this many values quantiles are exact, beyond it they come from a histogram. */
export const EXACT_LIMIT = 200_000;

/** `exact`, or from a {@link Histogram} with bins of relative width under 0.1 %. */
export type QuantileMethod = 'exact' | 'histogram';

/** The values of all days one after another, and where each day starts. */
export interface ValuesByDay {
  readonly values: Float64Array;
  /** length days + 1: first value of each day, at the end the number of values */
  readonly dayStarts: Int32Array;
}

/** Fewer values than this expected beyond a quantile, on its scarcer side, give no interval. */
const LEAST_BEYOND = 3;

/** Whether n values are enough for an interval of quantile p. */
export const enoughValues = (n: number, p: number): boolean =>
  n * Math.min(p, 1 - p) >= LEAST_BEYOND;

/**
 * Quantiles of all values of all days, each the order statistic floor(p n) counted from 0, with
 * intervals by sectioning (S. Asmussen & P. Glynn, Stochastic Simulation, 2007, §III.5a): days are
 * cut into 5 to 20 groups of whole days in a row, and the interval is
 * value ± t S / √groups, where S² = Σ (quantile of a group - value)² / (groups - 1). Taking the
 * overall value instead of the groups' mean keeps the groups' small-sample bias out of the centre.
 * Values of one day may depend on each other as they like.
 *
 * Where no value is negative the interval stops at 0.
 *
 * @param values finite numbers, day after day; not changed
 * @param dayStarts first value of each day and, at the end, the number of values
 * @param ps between 0 and 1, in any order
 * @param confidence between 0 and 1, such as 0.95
 * @returns estimates in the order of `ps`: `nothing-observed` for no values, `one-day` where only
 *   one day has values, `few-values` where fewer than 3 values are expected beyond the quantile.
 *   `histogram` beyond 200,000 values: the value is then right to 0.05 %
 * @throws RangeError naming the value that is not finite, not in (0, 1) or out of order
 */
export function quantiles(
  values: Float64Array,
  dayStarts: Int32Array,
  ps: readonly number[],
  confidence: number,
): { estimates: Estimate[]; method: QuantileMethod } {
  const method: QuantileMethod = values.length <= EXACT_LIMIT ? 'exact' : 'histogram';
  // beyond the limit the histogram sees what is not finite, which saves a pass
  if (method === 'exact') requireFinite(values, 'values');
  requireDayStarts(dayStarts, values.length, 'dayStarts');
  for (const p of ps) requireProbability(p, 'p');
  requireProbability(confidence, 'confidence');

  if (values.length === 0) {
    return { estimates: ps.map(() => withoutInterval(null, 'nothing-observed')), method };
  }
  const starts = groupStarts(dayStarts, [dayStarts]);
  const ascending = [...new Set(ps)].sort((a, b) => a - b);
  const { rows, negative } =
    method === 'exact'
      ? bySelection(values, starts, ascending)
      : byHistogram(values, starts, ascending);
  const floor = negative ? -Infinity : 0;
  const estimates = ps.map((p) => {
    const column = ascending.indexOf(p);
    const [value, ...groups] = rows.map((row) => row[column] as number) as [number, ...number[]];
    if (groups.length < 2) return withoutInterval(value, 'one-day');
    if (!enoughValues(values.length, p)) {
      return withoutInterval(value, 'few-values');
    }
    let squares = 0;
    for (const group of groups) squares += (group - value) * (group - value);
    const error = Math.sqrt(squares / (groups.length - 1) / groups.length);
    const half = studentFactor(confidence, groups.length - 1) * error;
    return { value, low: Math.max(floor, value - half), high: value + half };
  });
  return { estimates, method };
}

/**
 * Position of the first value of each group of days, and the number of values at the end. Only
 * days with values in any of `all` make groups.
 */
export function groupStarts(dayStarts: Int32Array, all: readonly Int32Array[]): Int32Array {
  const observed = (day: number): boolean => all.some((starts) => starts[day] !== starts[day + 1]);
  return dayGroups(dayStarts.length - 1, observed).map((day) => dayStarts[day] as number);
}

/** Quantiles of everything (first row) and of each group, and whether any value is negative. */
interface Found {
  readonly rows: readonly (readonly number[])[];
  readonly negative: boolean;
}

function bySelection(
  values: Float64Array,
  starts: Int32Array,
  ascending: readonly number[],
): Found {
  const work = values.slice();
  const quantilesOf = (from: number, to: number): number[] => {
    const ranks = ascending.map((p) => quantileRank(to - from, p));
    selectRanks(work, from, to, ranks);
    return ranks.map((rank) => (work[from + rank] as number) + 0);
  };
  const groups: number[][] = [];
  for (let g = 0; g + 1 < starts.length; g++) {
    groups.push(quantilesOf(starts[g] as number, starts[g + 1] as number));
  }
  // last, because it moves values out of their groups
  return { rows: [quantilesOf(0, work.length), ...groups], negative: anyNegative(values) };
}

/** To the bin. */
function byHistogram(
  values: Float64Array,
  starts: Int32Array,
  ascending: readonly number[],
): Found {
  const all = new Histogram();
  const groups: number[][] = [];
  for (let g = 0; g + 1 < starts.length; g++) {
    const histogram = new Histogram();
    histogram.addAll(values, starts[g], starts[g + 1]);
    groups.push(histogram.quantiles(ascending));
    all.merge(histogram);
  }
  if (all.isSpoilt) requireFinite(values, 'values');
  return { rows: [all.quantiles(ascending), ...groups], negative: all.hasNegative };
}
