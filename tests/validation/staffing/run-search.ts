import { type Staffing, staff } from '@hallsim/planning';
import { serviceLevel, transientDay } from '@hallsim/theory';
import { exactDay, hallOf, type StaffingProblem } from './problems.js';

/** What one search found, judged by the exact transient. */
export interface SearchResult {
  readonly id: string;
  readonly seed: number;
  /** Counters of each half hour. */
  readonly plan: readonly number[];
  /** The share that the promise is about, exactly: of the day, or of the half hour that is worst. */
  readonly reached: number;
  /** Days of all plans together that were simulated. */
  readonly days: number;
  /** Plans with one counter less. */
  readonly neighbours: number;
  /** Those of them whose interval holds the exact share. */
  readonly held: number;
  /** Those that are said to fail, and those of these that keep the promise exactly. */
  readonly failing: number;
  readonly wronglyFailing: number;
  /** Those that keep the promise exactly: of the counters of the plan one is not needed. */
  readonly keeping: number;
}

/** Looks for the fewest counters of a problem under one seed. */
export async function runSearch(problem: StaffingProblem, seed: number): Promise<SearchResult> {
  let days = 0;
  const { groups, lessOne } = await staff(hallOf(problem), {
    target: problem.target,
    seed: `${problem.id}/${seed}`,
    ...problem.days,
    onDays: (done) => {
      days = done;
    },
  });
  const plan = groups['all']!.map(({ count }) => count);
  const reached = reachedExactly(problem, plan);
  return { id: problem.id, seed, plan, reached, days, ...judged(problem, groups['all']!, lessOne) };
}

/** What is said of every plan with one counter less, beside the exact transient. */
function judged(
  problem: StaffingProblem,
  slots: Staffing['groups'][string],
  lessOne: Staffing['lessOne'],
): Pick<SearchResult, 'neighbours' | 'held' | 'failing' | 'wronglyFailing' | 'keeping'> {
  const all = lessOne.map(({ from, low, high, verdict }) => {
    const plan = slots.map((slot) => (slot.from === from ? slot.count - 1 : slot.count));
    return { exact: reachedExactly(problem, plan), low, high, verdict };
  });
  const keeps = ({ exact }: { readonly exact: number }): boolean => exact >= problem.target.share;
  const failing = all.filter(({ verdict }) => verdict === 'fails');
  return {
    neighbours: all.length,
    held: all.filter(({ exact, low, high }) => low <= exact && exact <= high).length,
    failing: failing.length,
    wronglyFailing: failing.filter(keeps).length,
    keeping: all.filter(keeps).length,
  };
}

function reachedExactly(problem: StaffingProblem, plan: readonly number[]): number {
  const day = exactDay(problem, plan);
  const { within, per } = problem.target;
  const exact =
    per === 'half-hour'
      ? 1 - Math.max(...waitShares(problem, plan))
      : serviceLevel(day, Number.parseFloat(within)).day;
  return Number(exact.toFixed(6));
}

/** Of the customers of each half hour the share who wait, exactly. */
export function waitShares(problem: StaffingProblem, plan: readonly number[]): number[] {
  return transientDay(exactDay(problem, plan)).intervals.map(({ waitShare }) => waitShare);
}
