import {
  requireDayStarts,
  requireFinite,
  requireProbability,
  requireSameLength,
} from './checks.js';
import { type Estimate, symmetric, withoutInterval } from './estimate.js';
import { Histogram } from './histogram.js';
import { jackknifeError } from './jackknife.js';
import { quantileRank } from './order-statistic.js';
import {
  EXACT_LIMIT,
  enoughValues,
  groupStarts,
  type QuantileMethod,
  type ValuesByDay,
} from './quantiles.js';
import { selectRanks } from './select.js';
import { studentFactor } from './student-interval.js';

/**
 * Change of quantiles from A to B (B - A), paired by day: day i of A and day i of B saw the same
 * customers. The interval is value ± t standard errors by the jackknife that leaves out one group
 * of days at a time, the same days from A and B (J. Shao & D. Tu, The Jackknife and Bootstrap,
 * 1995, §2.3: leaving out groups makes the jackknife valid for quantiles, leaving out single
 * observations does not). Groups as for `quantiles`. Two equal halls give exactly 0, 0, 0.
 *
 * @param a values of A by day; not changed
 * @param b values of B by day, the same days in the same order
 * @param ps between 0 and 1, in any order
 * @param confidence between 0 and 1, such as 0.95
 * @returns estimates in the order of `ps`: `nothing-observed` where A or B has no values,
 *   `one-day` where all of A or B lies in one group of days, `few-values` where A or B has fewer
 *   than 3 values expected beyond the quantile. `histogram` where A or B holds more
 *   than 200,000 values
 * @throws RangeError as `quantiles` does
 */
export function quantileChanges(
  a: ValuesByDay,
  b: ValuesByDay,
  ps: readonly number[],
  confidence: number,
): { estimates: Estimate[]; method: QuantileMethod } {
  for (const [arm, name] of [
    [a, 'A'],
    [b, 'B'],
  ] as const) {
    requireFinite(arm.values, `values of ${name}`);
    requireDayStarts(arm.dayStarts, arm.values.length, `dayStarts of ${name}`);
  }
  requireSameLength(a.dayStarts, b.dayStarts, 'dayStarts of A and B');
  for (const p of ps) requireProbability(p, 'p');
  requireProbability(confidence, 'confidence');

  const fewest = Math.min(a.values.length, b.values.length);
  const most = Math.max(a.values.length, b.values.length);
  const method: QuantileMethod = most <= EXACT_LIMIT ? 'exact' : 'histogram';
  if (fewest === 0) {
    return { estimates: ps.map(() => withoutInterval(null, 'nothing-observed')), method };
  }
  const both = [a.dayStarts, b.dayStarts];
  const ascending = [...new Set(ps)].sort((x, y) => x - y);
  const rowsA = leaveOut(a.values, groupStarts(a.dayStarts, both), ascending);
  const rowsB = leaveOut(b.values, groupStarts(b.dayStarts, both), ascending);
  const estimates = ps.map((p) => {
    const column = ascending.indexOf(p);
    const changes = rowsB.map(
      (row, i) => (row[column] as number) - ((rowsA[i] as number[])[column] as number),
    );
    const value = changes[0] as number;
    const deleted = Float64Array.from(changes.slice(1));
    if (deleted.length < 2 || deleted.some(Number.isNaN)) return withoutInterval(value, 'one-day');
    if (!enoughValues(fewest, p)) return withoutInterval(value, 'few-values');
    return symmetric(
      value,
      studentFactor(confidence, deleted.length - 1) * jackknifeError(deleted),
    );
  });
  return { estimates, method };
}

/** Quantiles of all values (first row), and without each group; NaN where nothing is left. */
function leaveOut(
  values: Float64Array,
  starts: Int32Array,
  ascending: readonly number[],
): number[][] {
  return values.length <= EXACT_LIMIT
    ? leaveOutExactly(values, starts, ascending)
    : leaveOutByHistogram(values, starts, ascending);
}

function leaveOutByHistogram(
  values: Float64Array,
  starts: Int32Array,
  ascending: readonly number[],
): number[][] {
  const all = new Histogram();
  const groups: Histogram[] = [];
  for (let g = 0; g + 1 < starts.length; g++) {
    const histogram = new Histogram();
    histogram.addAll(values, starts[g], starts[g + 1]);
    groups.push(histogram);
    all.merge(histogram);
  }
  return [all.quantiles(ascending), ...groups.map((group) => all.quantiles(ascending, group))];
}

/**
 * Without a group of m of n values the quantile moves to a rank of the whole between
 * floor(p (n - m)) and m more. That window of ranks is a small part of all values: only it is
 * sorted, whole and by group.
 */
function leaveOutExactly(
  values: Float64Array,
  starts: Int32Array,
  ascending: readonly number[],
): number[][] {
  const n = values.length;
  const sizes = Array.from(
    { length: starts.length - 1 },
    (_, g) => (starts[g + 1] as number) - (starts[g] as number),
  );
  const windows = ascending.map((p) => {
    const ranks = sizes.map((m) => quantileRank(n - m, p));
    const low = Math.max(0, Math.min(...ranks, quantileRank(n, p)));
    const high = Math.min(
      n - 1,
      Math.max(quantileRank(n, p), ...ranks.map((rank, g) => rank + (sizes[g] as number))),
    );
    return { low, high };
  });
  const work = values.slice();
  const bounds = [...new Set(windows.flatMap(({ low, high }) => [low, high]))].sort(
    (x, y) => x - y,
  );
  selectRanks(work, 0, n, bounds);
  const columns = ascending.map((p, i) => {
    const window = windows[i] as { low: number; high: number };
    const least = work[window.low] as number;
    const most = work[window.high] as number;
    return windowQuantiles(values, starts, p, least, most);
  });
  return Array.from({ length: starts.length }, (_, row) =>
    columns.map((column) => column[row] as number),
  );
}

/** Quantile p of all, then without each group, all known to lie between `least` and `most`. */
function windowQuantiles(
  values: Float64Array,
  starts: Int32Array,
  p: number,
  least: number,
  most: number,
): number[] {
  const inside = new Float64Array(values.length);
  const ends = new Int32Array(starts.length);
  const below = new Int32Array(starts.length);
  let count = 0;
  for (let g = 0; g + 1 < starts.length; g++) {
    let smaller = 0;
    for (let i = starts[g] as number; i < (starts[g + 1] as number); i++) {
      const value = values[i] as number;
      if (value < least) smaller++;
      else if (value <= most) inside[count++] = value;
    }
    below[g + 1] = smaller;
    ends[g + 1] = count;
  }
  const allBelow = below.reduce((total, smaller) => total + smaller, 0);
  const whole = inside.slice(0, count).sort();
  const results = [(whole[quantileRank(values.length, p) - allBelow] as number) + 0];
  for (let g = 0; g + 1 < starts.length; g++) {
    const size = (starts[g + 1] as number) - (starts[g] as number);
    const rest = values.length - size;
    const part = inside.subarray(ends[g], ends[g + 1]).sort();
    const rank = quantileRank(rest, p) - (allBelow - (below[g + 1] as number));
    results.push(rest === 0 ? NaN : rankWithout(whole, part, rank) + 0);
  }
  return results;
}

/** The value of a rank in sorted `whole` after taking out the values of sorted `part`. */
function rankWithout(whole: Float64Array, part: Float64Array, rank: number): number {
  let taken = 0;
  let left = rank;
  for (let i = 0; ; i++) {
    const value = whole[i] as number;
    if (taken < part.length && part[taken] === value) taken++;
    else if (left-- === 0) return value;
  }
}
