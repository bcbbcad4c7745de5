import { controlledRatio, type Estimate, studentTQuantile, sum } from '@hallsim/stats';
import type { PlanDays, PromiseDays } from './staffing-days.js';
import type { ReachedShare } from './staffing-json.js';

/** How far a plan keeps its promise; with promises for each half hour, the one kept least. */
export interface PlanEstimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Promise that is kept least: 0 for the day, else the half hour. */
  readonly promise: number;
  /** Variance saved by knowing how many customers are expected: 1 for nothing. */
  readonly gain: number;
  /** What each day adds, see `Controlled.influence`. */
  readonly influence: Float64Array;
}

/**
 * @param expected customers of a day, known exactly
 * @param sign 1 where more is better, -1 where less is
 */
export function planEstimate(
  { promises, came }: PlanDays,
  expected: number,
  confidence: number,
  sign: 1 | -1,
): PlanEstimate {
  // A half hour in which nobody comes promises nothing.
  const some = promises.flatMap((one, at) => (sum(one.denominators) > 0 ? [at] : []));
  const all = (some.length > 0 ? some : [0]).map((at) => {
    const { numerators, denominators } = promises[at]!;
    const { estimate, gain, influence } = controlledRatio(
      numerators,
      denominators,
      came,
      expected,
      confidence,
    );
    return { ...ends(estimate), promise: at, gain, influence };
  });
  return all.reduce((worst, one) => (sign * (one.value - worst.value) < 0 ? one : worst));
}

/** What is reached; nothing where nobody came. */
export function reachedShare({ came }: PlanDays, { value, low, high }: PlanEstimate): ReachedShare {
  const isEmpty = came.every((customers) => customers === 0);
  return isEmpty ? { value: null, low: null, high: null } : { value, low, high };
}

/** Shares end at 0 and 1; without an interval nothing is known but that. */
function ends({ value, low, high }: Estimate): { value: number; low: number; high: number } {
  const share = Math.min(1, Math.max(0, value ?? 0));
  return { value: share, low: Math.max(0, low ?? 0), high: Math.min(1, high ?? 1) };
}

export interface NeighbourEstimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Days by which it was compared. */
  readonly days: number;
  /** Days after which more would make the interval hardly shorter, about. */
  readonly enough: number;
}

/**
 * What a neighbour of a plan reaches: the plan's own value from all its days, plus the change from the
 * first of them, on which both were run with the same customers. The plan's many days carry
 * over, so a neighbour needs few.
 *
 * @param plan estimate from all days
 * @param before the plan's promise on the first days
 * @param after the neighbour's promise on the same days
 */
export function neighbourEstimate(
  plan: PlanEstimate,
  before: PromiseDays,
  after: PromiseDays,
  confidence: number,
): NeighbourEstimate {
  const n = after.numerators.length;
  const many = plan.influence.length;
  const delta = changes(before, after);
  const change = sum(delta) / n;
  const own = spread(plan.influence, plan.influence);
  const paired = spread(plan.influence.subarray(0, n), delta);
  const changing = spread(delta, delta);
  const variance = own / many + changing / n + (2 * paired) / many;
  const half = -studentTQuantile((1 - confidence) / 2, n - 1) * Math.sqrt(Math.max(0, variance));
  return {
    ...ends({
      value: plan.value + change,
      low: plan.value + change - half,
      high: plan.value + change + half,
    }),
    days: n,
    // More days of the neighbour cannot make it more certain than the plan itself is.
    enough: daysEnough(changing, (WORTH - 1) * (own / many) - (2 * paired) / many),
  };
}

/** More days of a neighbour are worth running while its variance is so many times the plan's. */
const WORTH = 1.2;

/** Days until the variance of a change has fallen to what is allowed, if it can. */
function daysEnough(changing: number, allowed: number): number {
  if (changing === 0) return 0;
  return allowed > 0 ? Math.ceil(changing / allowed) : Infinity;
}

/** Change of the share, day by day: its mean is the change, to first order in the days' numbers of customers. */
function changes(before: PromiseDays, after: PromiseDays): Float64Array {
  const n = after.numerators.length;
  const total = sum(after.denominators);
  return after.numerators.map((x, i) => ((x - before.numerators[i]!) * n) / total);
}

/** Covariance of two columns. */
function spread(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  if (n < 2) return 0;
  const [ma, mb] = [sum(a) / n, sum(b) / n];
  let products = 0;
  for (let i = 0; i < n; i++) products += (a[i]! - ma) * (b[i]! - mb);
  return products / (n - 1);
}
