import type { Unit } from '@hallsim/experiment';
import type { LeftOut } from './left-out.js';
import type { StaffingTarget, TargetKey } from './staffing-target.js';

/** A share with its interval of confidence. */
export interface StaffingValue {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A share with its interval; `null` where nobody came. */
export interface ReachedShare {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** The counters of the file. */
export interface FileStaffing {
  /** Counters open and clerks on duty in the half hours of a plan, from opening or the end of the warm-up to closing, in hours a day; absent clerks and breaks are not counted, counters beyond the roster are. By the first 200 days. */
  readonly counterHours: number;
  readonly achieved: ReachedShare;
}

/**
 * Whether the promise is kept. `met`: the low end of the interval reaches the share. `within-indifference`: it
 * misses it by no more than the indifference, and the interval holds the share. `missed`: the whole interval lies below the share, with all the
 * counters that help; the plan is the one that comes nearest. `undecided`: the interval holds the share, and
 * no counter helps any more, or the search was stopped; more days would tell. `nobody-came`: there is nothing to
 * promise.
 */
export type StaffingOutcome =
  | 'met'
  | 'within-indifference'
  | 'missed'
  | 'undecided'
  | 'nobody-came';

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

/** A measure with the file and with the plan, on the same customers. */
export interface BesideValue {
  readonly file: number | null;
  readonly plan: number | null;
  /** Plan less file, with its interval, paired by day. */
  readonly change: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: Unit;
}

/** A half hour in which not even all counters keep the promise, and what they reach. */
export interface HalfHourOutOfReach extends StaffingValue {
  /** Clock times. */
  readonly from: string;
  readonly to: string;
}

/** What else changes with a plan: a promise to all together may be kept by giving some of them up. */
export interface Beside {
  /** Days on which the file and the plan were compared. */
  readonly replications: number;
  /** Who left, turned round or was refused, a day, the counter wait, and the overtime, which is no part of the counter hours; by the ids of the measures. */
  readonly measures: Readonly<Record<string, BesideValue>>;
  /** In time, of everyone of a service or a customer class: `hall.serviceLevel.everyone`. */
  readonly by: Readonly<Record<'service' | 'customer', Readonly<Record<string, BesideValue>>>>;
  /** Services and classes of which the share in time falls by more than 10 points, and certainly falls; those that lose most first. */
  readonly fallen: readonly { readonly part: 'service' | 'customer'; readonly id: string }[];
}

/** Fewest counters by half hour: the document `hallsim-staffing/1`. */
export interface Staffing {
  readonly format: 'hallsim-staffing/1';
  readonly run: {
    readonly engine: string;
    readonly scenario: string;
    readonly variant: string;
    readonly day: string | null;
    /** The date that was planned, and its factor on the customers; absent for a day type. */
    readonly date?: string;
    readonly factor?: number;
    readonly seed: string;
    /** Days that decided, of a search that was stopped those on which its plan was judged, perhaps none; and days of the search before. */
    readonly replications: number;
    readonly searchDays: number;
    readonly confidence: number;
    readonly complete: boolean;
    /** Hashes of the modules of rules of one's own; absent without. */
    readonly rules?: readonly string[];
  };
  readonly target: StaffingTarget & {
    /** Shares closer than this count as equal: 0.3 points, but at most a tenth of what the promise leaves. */
    readonly indifference: number;
    /** What of it neither the file nor the caller says: the service level is then 80 %, the time 10 min. */
    readonly defaults: readonly TargetKey[];
  };
  readonly outcome: StaffingOutcome;
  /** Of a promise for each half hour those in which not even all counters keep it; `outcome` and the plan are about the others. */
  readonly outOfReach: readonly HalfHourOutOfReach[];
  /** What the file says and the plan does not have; nothing of it is left out where `file` is concerned. */
  readonly leftOut: readonly LeftOut[];
  readonly groups: Readonly<
    Record<
      string,
      readonly {
        readonly from: string;
        readonly to: string;
        readonly count: number;
        /** The plan opens counters here although the file has no clerk of this kind on shift for all of it; absent otherwise. */
        readonly offShift?: true;
      }[]
    >
  >;
  readonly counterHours: number;
  readonly achieved: ReachedShare;
  readonly lessOne: readonly Neighbour[];
  /** The hall as it stands in the file, nothing left out, on the same days and estimated as the plan is. `null` when stopped before. */
  readonly file: FileStaffing | null;
  /** What else is different with the plan. `null` when stopped before. */
  readonly beside: Beside | null;
  /** Variance saved by knowing how many customers are expected: 2 means that half the days were enough. */
  readonly controlGain: number;
}
