/**
 * Why an interval, or the value itself, is missing.
 * - `nothing-observed`: no day counts; the value is null too
 * - `one-day`: everything was observed on one single day (or in one replication), which says
 *   nothing about other days
 * - `few-days`: the days are so few and so unlike that the interval has no finite end
 * - `few-values`: too few values beyond a quantile, or in a batch, for the interval to mean
 *   anything
 * - `no-variation`: a share of exactly 0 or 1 (or a mean of exactly 0) on every day: it may be
 *   certain or only rare, which the days cannot tell apart
 */
export type NoIntervalReason =
  | 'nothing-observed'
  | 'one-day'
  | 'few-days'
  | 'few-values'
  | 'no-variation';

/** A value with its interval of confidence, all in the unit of the measure. */
export interface Estimate {
  /** null where nothing was observed */
  readonly value: number | null;
  /** null where there is no interval, then `reason` is set; else low <= value <= high */
  readonly low: number | null;
  readonly high: number | null;
  readonly reason?: NoIntervalReason;
}

/** An estimate without an interval, and why. */
export function withoutInterval(value: number | null, reason: NoIntervalReason): Estimate {
  return { value, low: null, high: null, reason };
}

/** value ± half. */
export function symmetric(value: number, half: number): Estimate {
  return { value, low: value - half, high: value + half };
}
