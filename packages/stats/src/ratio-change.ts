import {
  allFinite,
  requireFinite,
  requireProbability,
  requireSameLength,
  requireWeights,
} from './checks.js';
import { type Estimate, withoutInterval } from './estimate.js';
import { deletedGap, observedOn } from './jackknife.js';
import { leaningEnds } from './leaning-ends.js';
import { studentFactor } from './student-interval.js';
import { sum } from './sum.js';

/**
 * Change of a ratio of sums from A to B (B - A), paired by day: day i of A and day i of B saw the
 * same customers. The delete-one-day jackknife is of the difference itself, so what both share
 * from day to day drops out. Differences of days lean to one side as much as the days do, see
 * `leaningEnds`; one degree of freedom less than the days on which either was observed. Two equal halls
 * give exactly 0, 0, 0.
 *
 * @param numA numerators of A, one finite number per day; see `ratio`
 * @param denA denominators of A, 0 or more
 * @param numB numerators of B, the same days in the same order
 * @param denB denominators of B
 * @param confidence between 0 and 1, such as 0.95
 * @returns null and `nothing-observed` where either has denominators summing to 0; `one-day` where
 *   a single day holds all of A or all of B
 * @throws RangeError as `ratio` does
 */
export function ratioChange(
  numA: Float64Array,
  denA: Float64Array,
  numB: Float64Array,
  denB: Float64Array,
  confidence: number,
): Estimate {
  requireSameLength(numA, denA, 'numerators and denominators of A');
  requireSameLength(numB, denB, 'numerators and denominators of B');
  requireSameLength(numA, numB, 'the days of A and B');
  requireFinite(numA, 'numerators of A');
  requireFinite(numB, 'numerators of B');
  requireWeights(denA, 'denominators of A');
  requireWeights(denB, 'denominators of B');
  requireProbability(confidence, 'confidence');

  const totalA = sum(denA);
  const totalB = sum(denB);
  if (totalA === 0 || totalB === 0) return withoutInterval(null, 'nothing-observed');
  const a = { numerators: numA, denominators: denA, total: totalA, value: sum(numA) / totalA };
  const b = { numerators: numB, denominators: denB, total: totalB, value: sum(numB) / totalB };
  const change = b.value - a.value;

  const all = new Float64Array(numA.length);
  let days = 0;
  for (let i = 0; i < numA.length; i++) {
    if (observedOn(a, i) || observedOn(b, i)) all[days++] = deletedGap(b, i) - deletedGap(a, i);
  }
  const gaps = all.subarray(0, days);
  if (days < 2 || !allFinite(gaps)) return withoutInterval(change, 'one-day');
  return { value: change, ...leaningEnds(change, gaps, studentFactor(confidence, days - 1)) };
}
