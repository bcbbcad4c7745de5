import type { NoIntervalReason } from '@hallsim/stats';

/** One measure's value with its confidence interval. `null` = nothing was observed, or no interval can be given: `reason` says why. Never NaN. */
export interface MeasureValue {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: Unit;
  readonly reason?: NoIntervalReason;
  /** True where the days are too few for this measure, though not for others: its interval holds the true value less often than it says (docs/validation.md). */
  readonly fewDays?: boolean;
}

/** `share` is a fraction of 1; `clerk-min` minutes of one clerk. */
export type Unit = 'min' | 'share' | 'customers' | 'people' | 'clerk-min';

/** Measures by id; see `MEASURES`. */
export type MeasureValues = Readonly<Record<string, MeasureValue>>;

/** How a result was made: enough to make it again. */
export interface RunCard {
  readonly engine: string;
  /** Hash of the scenario document without the variant. */
  readonly scenario: string;
  /** Id of the variant, `base` for none. */
  readonly variant: string;
  /** Day type; `null` for a scenario without. */
  readonly day: string | null;
  readonly seed: string;
  /** Days finished. */
  readonly replications: number;
  readonly confidence: number;
  /** Longest wait that counts as in time, e.g. `10 min`. */
  readonly target: string;
  /** Hashes of the modules of rules of one's own; absent without. */
  readonly rules?: readonly string[];
  /** Hash of the arrivals that were replayed; absent where they were drawn. */
  readonly arrivals?: string;
  /** Whether quantiles are order statistics or come from a histogram of relative width 0.1 %. */
  readonly quantiles: 'exact' | 'histogram';
  /** True below 20 days: intervals then hold the true value less often than they say (docs/validation.md). */
  readonly fewDays?: boolean;
  /** What was asked for instead of a number of days; absent where that was given. */
  readonly precision?: readonly ReachedPrecision[];
  /** False when the run was stopped early. */
  readonly complete: boolean;
}

/** How far the interval of a measure reaches, where days were run until it was short enough. */
export interface ReachedPrecision {
  readonly measure: string;
  /** As far as was asked for. */
  readonly halfWidth: number;
  /** The longer side of the interval; `null` without one. */
  readonly reached: number | null;
  readonly unit: Unit;
  /** False when the limit of days, or a signal, came first. */
  readonly met: boolean;
}

/** One stretch of the day. */
export interface IntervalSummary {
  readonly from: string;
  readonly to: string;
  /** People who came to the door. */
  readonly arrivals: MeasureValue;
  /** People in counter lines, averaged over the interval: their mean over the days and quantiles over the days. */
  readonly waiting: {
    readonly mean: number;
    readonly p05: number;
    readonly p25: number;
    readonly p50: number;
    readonly p75: number;
    readonly p95: number;
  };
  /** Counter waits of those served at a counter whose ticket was taken in the interval, min. */
  readonly wait: {
    readonly mean: number | null;
    /** Ends of the mean's interval; `null` without one. */
    readonly low: number | null;
    readonly high: number | null;
    /** Why the mean has no interval. */
    readonly reason?: NoIntervalReason;
    readonly p90: number | null;
    readonly p90Low: number | null;
    readonly p90High: number | null;
    /** Why P90 has no interval. */
    readonly p90Reason?: NoIntervalReason;
  };
  /** Counters open, those beyond the roster among them, time average. */
  readonly openCounters: number;
  /** Counters with a customer, from the call to the work after the service, time average. */
  readonly busyCounters: number;
}

/** How long those served at a counter waited: pooled over all days, intervals from the days. */
export interface WaitDistribution {
  /**
   * Share of waits below so many minutes; at 0 of those who did not wait. `low` and `high` are the ends
   * of the interval of that share alone: a band point by point.
   */
  readonly ecdf: readonly {
    readonly minutes: number;
    readonly share: number;
    readonly low: number | null;
    readonly high: number | null;
    readonly reason?: NoIntervalReason;
  }[];
  /** Share of waits from … to below so many minutes; the first piece is that of no wait, the last may have no end. */
  readonly histogram: readonly {
    readonly from: number;
    readonly to: number | null;
    readonly share: number;
  }[];
}

/** Where everybody went, over all days: came = served + abandoned + balked + unserved + inside. */
export interface Conservation {
  readonly came: number;
  readonly served: number;
  readonly abandoned: number;
  readonly balked: number;
  readonly unserved: number;
  readonly inside: number;
}

/** What many days say about one scenario: the document `hallsim-summary/1`. */
export interface Summary {
  readonly format: 'hallsim-summary/1';
  readonly run: RunCard;
  readonly measures: MeasureValues;
  readonly by: {
    readonly service: Readonly<Record<string, MeasureValues>>;
    readonly customer: Readonly<Record<string, MeasureValues>>;
    readonly group: Readonly<Record<string, MeasureValues>>;
    readonly clerk: Readonly<Record<string, MeasureValues>>;
  };
  /** From opening to closing; empty when no day is finished. */
  readonly intervals: readonly IntervalSummary[];
  /** Distributions by the measure whose mean and quantiles they stand behind. */
  readonly distributions: { readonly 'counter.wait': WaitDistribution };
  readonly conservation: Conservation;
}

/** By how much a measure changed, and what that tells. */
export interface ChangeValue extends MeasureValue {
  /**
   * Interval that holds together with those of all other variants: each of k variants at a confidence of
   * 1 - (1 - c) / k (Bonferroni). Of intervals, unlike Holm's tests, and however variants depend on each other,
   * as they do on the same customers, no sharper correction holds. `null` without an interval.
   */
  readonly joint: { readonly low: number; readonly high: number } | null;
  /**
   * How many times as many days independent runs would need for an interval as short: variance of
   * the difference without pairing, in parts of that with it. `null` without intervals, or without a spread.
   */
  readonly pairing: number | null;
  /**
   * Days that are still needed, about, until the joint interval leaves 0 out, if the change is as large
   * as it looks; 0 where it does. `null` without an interval, or where there is no change.
   */
  readonly moreDays: number | null;
}

/** Variants against a base on the same customers, paired by replication: the document `hallsim-comparison/1`. */
export interface Comparison {
  readonly format: 'hallsim-comparison/1';
  readonly base: Summary;
  readonly variants: Readonly<
    Record<
      string,
      {
        readonly summary: Summary;
        readonly change: Readonly<Record<string, ChangeValue>>;
        /** The same for the parts that both halls have; absent where it was not asked for. */
        readonly changeBy?: Readonly<
          Record<
            'service' | 'customer',
            Readonly<Record<string, Readonly<Record<string, ChangeValue>>>>
          >
        >;
      }
    >
  >;
}
