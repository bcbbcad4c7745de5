import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STAFFING_PROBLEMS, type StaffingProblem } from './problems.js';
import { type SearchResult, waitShares } from './run-search.js';

/** The file that is checked in. */
export interface StaffingFile {
  readonly format: 'hallsim-staffing-bench/1';
  readonly run: {
    readonly seed: string;
    readonly commit: string;
    readonly time: string;
    readonly node: string;
  };
  readonly searches: readonly SearchResult[];
}

/** What the problems call the resolution of a simulation. */
const RESOLUTION = 0.003;

export const readStaffing = (root: string): StaffingFile =>
  JSON.parse(
    readFileSync(join(root, 'tests/data/validation-staffing.json'), 'utf8'),
  ) as StaffingFile;

export function staffingText(file: StaffingFile): string {
  return `${JSON.stringify(file, null, 1).replace(/\{\n\s+"id": [^}]*\}/g, (object) =>
    JSON.stringify(JSON.parse(object)),
  )}\n`;
}

/** What the searches of one problem come to. */
export interface ProblemSummary {
  readonly problem: StaffingProblem;
  readonly searches: number;
  /** Counters, added up over the half hours. */
  readonly fewest: number;
  readonly mean: number;
  readonly most: number;
  /** Mean of counters above the best ones known, as a part of them. */
  readonly gap: number;
  /** Plans that keep the promise, by the exact transient; and those that keep it or miss it by less than the resolution. */
  readonly keptExactly: number;
  readonly kept: number;
  /** Half hours below their bound, of all plans; and those of them where the bound's share of waiting is not passed. */
  readonly below: number;
  readonly wrongBounds: number;
  /** Days simulated, mean. */
  readonly days: number;
  /** Plans with one counter less, as `SearchResult` has them. */
  readonly neighbours: number;
  readonly held: number;
  readonly failing: number;
  readonly wronglyFailing: number;
  readonly keeping: number;
  /** Searches whose plan could do without one of its counters. */
  readonly tooMany: number;
}

const total = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0);

export function summaryOf(problem: StaffingProblem, all: readonly SearchResult[]): ProblemSummary {
  const own = all.filter(({ id }) => id === problem.id);
  const counters = own.map(({ plan }) => total(plan));
  const mean = total(counters) / own.length;
  const low = own.flatMap(({ plan }) => {
    const waits = waitShares(problem, plan);
    return plan.flatMap((count, k) => (count < problem.bounds[k]! ? [waits[k]!] : []));
  });
  return {
    problem,
    searches: own.length,
    fewest: Math.min(...counters),
    mean,
    most: Math.max(...counters),
    gap: mean / problem.best.counters - 1,
    keptExactly: own.filter(({ reached }) => reached >= problem.target.share).length,
    kept: own.filter(({ reached }) => reached >= problem.target.share - RESOLUTION).length,
    below: low.length,
    wrongBounds: low.filter((share) => share <= problem.waiting).length,
    days: Math.round(total(own.map(({ days }) => days)) / own.length),
    neighbours: total(own.map(({ neighbours }) => neighbours)),
    held: total(own.map(({ held }) => held)),
    failing: total(own.map(({ failing }) => failing)),
    wronglyFailing: total(own.map(({ wronglyFailing }) => wronglyFailing)),
    keeping: total(own.map(({ keeping }) => keeping)),
    tooMany: own.filter(({ keeping }) => keeping > 0).length,
  };
}

export const summaries = ({ searches }: Pick<StaffingFile, 'searches'>): ProblemSummary[] =>
  STAFFING_PROBLEMS.filter(({ id }) => searches.some((one) => one.id === id)).map((problem) =>
    summaryOf(problem, searches),
  );

/**
 * Whether a search is as good as is demanded: gap 5 % at most, a promise that is not kept in one of twenty at
 * most, no plan better than what can be; of neighbours that are said to fail one of a hundred at most does not, and
 * their intervals at 95 % hold what is exact in nine of ten at least.
 */
export function isStaffingRight(file: Pick<StaffingFile, 'searches'>): boolean {
  return summaries(file).every((one) => {
    const { problem, searches, fewest, gap, kept, below, wrongBounds } = one;
    const { neighbours, held, failing, wronglyFailing } = one;
    const exact = problem.best.of === 'optimum';
    return (
      gap <= 0.05 &&
      searches - kept <= searches / 20 &&
      wrongBounds === 0 &&
      wronglyFailing <= failing / 100 &&
      held >= 0.9 * neighbours &&
      (!exact || (fewest >= problem.best.counters && below === 0))
    );
  });
}

export function staffingLines(file: Pick<StaffingFile, 'searches'>): string[] {
  return summaries(file).map((one) => {
    const { problem, searches, mean, gap, keptExactly, kept } = one;
    const { neighbours, failing, wronglyFailing, tooMany } = one;
    const { counters, of } = problem.best;
    const than = of === 'optimum' ? `the optimum, ${counters}` : `the best shifts, ${counters}`;
    const near =
      kept > keptExactly ? `, ${kept - keptExactly} more miss it by less than 0.3 points` : '';
    return [
      `${problem.id}: ${mean.toFixed(1)} counters on average, ${signed(gap)} beside ${than}`,
      `${keptExactly} of ${searches} plans keep the promise exactly${near}`,
      `of ${neighbours} plans with one counter less ${failing} are said to fail, and ${wronglyFailing} of these keep it`,
      `${tooMany} of ${searches} plans have a counter too many.`,
    ].join('; ');
  });
}

/** `+0.0 %`, `−5.3 %` */
export function signed(part: number): string {
  const text = Math.abs(100 * part).toFixed(1);
  return `${part < 0 ? '−' : '+'}${text} %`;
}
