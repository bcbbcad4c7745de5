import type { WarmUp } from '@hallsim/stats';
import type { MeasureValue, RunCard } from './summary-json.js';

/** How a steady state was looked for: enough to look for it again. */
export interface SteadyCard
  extends Pick<
    RunCard,
    'engine' | 'scenario' | 'variant' | 'day' | 'seed' | 'confidence' | 'rules' | 'complete'
  > {
  /** Minutes of a run. */
  readonly minutes: number;
  /** Runs that were finished, of 5: the one that is measured, and those that say where its warm-up ends. */
  readonly runs: number;
  /** Batches into which the run is cut. */
  readonly batches: number;
}

/** What one long run says of a hall in its steady state: the document `hallsim-steady/1`. */
export interface SteadyState {
  readonly format: 'hallsim-steady/1';
  readonly run: SteadyCard;
  /**
   * Mean wait at the counters in the long run, of those served there, min: batch means of one run
   * without its warm-up. Without an interval where the run is too short, `reason` says so.
   */
  readonly wait: MeasureValue;
  /** Waits that count, in the order in which they began; those of the warm-up do not. */
  readonly waits: number;
  readonly warmUp: {
    /** Waits that are left out; `null` where MSER-5 finds no end of the warm-up. */
    readonly waits: number | null;
    /** When it ends, in minutes since the beginning of the run; `null` as above. */
    readonly minutes: number | null;
    /** Why there is no end: too few waits, or a run that is not much longer than its warm-up. */
    readonly reason?: WarmUp['reason'];
  };
  /** Waits in a batch; 0 without batches. */
  readonly batchSize: number;
  /** Lag-1 correlation of the means of half batches; `null` without batches. */
  readonly correlation: number | null;
  /** Whether batches may pass for independent. If not, the interval is too narrow: make `day.lasts` longer. */
  readonly longEnough: boolean;
}
