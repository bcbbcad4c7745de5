import type { PlannedDay } from './calendar-day.js';
import type { MeasureValues, RunCard } from './summary-json.js';

/** How a month was made: enough to make it again. */
export interface MonthCard
  extends Pick<
    RunCard,
    | 'engine'
    | 'scenario'
    | 'variant'
    | 'seed'
    | 'replications'
    | 'confidence'
    | 'target'
    | 'complete'
    | 'fewDays'
  > {
  /** First date. */
  readonly from: string;
  /** Dates, closed ones included. */
  readonly days: number;
}

/** One date: what the calendar says of it, and what its days say; no measures where the hall is closed. */
export interface MonthDay extends PlannedDay {
  readonly measures: MeasureValues;
}

/** The dates of a calendar in a row: the document `hallsim-month/1`. One replication is one such month. */
export interface Month {
  readonly format: 'hallsim-month/1';
  readonly run: MonthCard;
  readonly days: readonly MonthDay[];
  /**
   * Of all open dates together: shares, means and quantiles of all their customers, and where a measure
   * is of a day, the mean over the open dates.
   */
  readonly measures: MeasureValues;
  /** Sums over the dates, in customers or clerk-minutes: those of `measures` that are of a day. */
  readonly totals: MeasureValues;
}
