import type { StaffingTarget } from './staffing-target.js';

/** A share with its interval of confidence. */
export interface StaffingValue {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How a neighbour with one counter less stands. `fails`: its interval lies below the promise. `tie`: the days do
 * not tell it from the promise within the indifference. `only-counter`: it would leave some customers
 * without any counter that could serve them, and is not allowed whatever it reaches.
 */
export type NeighbourVerdict = 'fails' | 'tie' | 'only-counter';

/** A plan with one counter less in one half hour. */
export interface Neighbour extends StaffingValue {
  readonly group: string;
  /** Clock time at which the half hour begins. */
  readonly from: string;
  readonly verdict: NeighbourVerdict;
}

/** Fewest counters by half hour: the document `hallsim-staffing/1`. */
export interface Staffing {
  readonly format: 'hallsim-staffing/1';
  readonly run: {
    readonly engine: string;
    readonly scenario: string;
    readonly variant: string;
    readonly day: string | null;
    readonly seed: string;
    /** Days that decided, and days of the search before. */
    readonly replications: number;
    readonly searchDays: number;
    readonly confidence: number;
    readonly complete: boolean;
    /** Hashes of the modules of rules of one's own; absent without. */
    readonly rules?: readonly string[];
  };
  readonly target: StaffingTarget & {
    /** Shares closer than this count as equal. */
    readonly indifference: number;
  };
  /** `met`: the low end of the interval reaches the share. `within-indifference`: it misses it by less than the indifference. `missed`: no number of counters reaches it, and the plan is the one that comes nearest. */
  readonly outcome: 'met' | 'within-indifference' | 'missed';
  readonly groups: Readonly<
    Record<
      string,
      readonly { readonly from: string; readonly to: string; readonly count: number }[]
    >
  >;
  readonly counterHours: number;
  readonly achieved: StaffingValue;
  readonly lessOne: readonly Neighbour[];
  /** The counters that are open in the file, on the same days. */
  readonly file: { readonly counterHours: number; readonly achieved: StaffingValue };
  /** Variance saved by knowing how many customers are expected: 2 means that half the days were enough. */
  readonly controlGain: number;
}
