import type { ArmPlan, Recorder } from './arm-plan.js';
import type { DayColumns } from './day-columns.js';

/** The part of an AbortSignal that is looked at. Without the methods it is asked after each batch of days. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener?(type: 'abort', listener: () => void): void;
  removeEventListener?(type: 'abort', listener: () => void): void;
}

/** An arm of a study, for whoever runs its days. */
export interface RunnerArm {
  /** What a worker needs to run them. */
  readonly plan: ArmPlan;
  /** What runs them in this thread. */
  recorder(): Recorder;
}

/** Days to run: the same replications, from 0 on, in every arm. */
export interface RunnerStudy {
  readonly arms: readonly RunnerArm[];
  /** Days there shall be. `take` may raise it: a runner that has run them all asks again. */
  readonly replications: number;
  /** Numbers of days, ascending, at which a batch must end: partial results are shown there. */
  readonly cuts: readonly number[];
  readonly signal: StopSignal | undefined;
  /** Takes the next days in the order of their replications, an entry for each arm; they must be copied. */
  take(columns: readonly DayColumns[]): void;
}

/**
 * A place where days are run: this thread (`thisThread`), web workers (`workerRunner`), or worker
 * threads of Node (`nodeRunner` of `@hallsim/experiment/node`). The answer has the same bits in
 * every place. A runner may serve any number of studies, one after the other or at the same time.
 */
export interface Runner {
  /** Threads in which days are run. */
  readonly workers: number;
  /**
   * Starts what has to be started, so that the first study does not wait for it; studies do so
   * themselves.
   * @throws RunnerError when a worker does not start, or the runner was closed
   */
  ready(): Promise<void>;
  /**
   * Runs the days of a study: called by `simulate` and `compare`. Resolves with whether all were run.
   * @throws DayError, RunnerError
   */
  run(study: RunnerStudy): Promise<boolean>;
  /** Ends all workers. Studies still running are refused with a RunnerError. */
  close(): Promise<void>;
}

/** Days of the batch that begins with replication `from`: at most `most`, and less near a cut, so that `sharers` end together. */
export function batchDays(
  from: number,
  { cuts, replications }: Pick<RunnerStudy, 'cuts' | 'replications'>,
  most: number,
  sharers: number,
): number {
  const end = Math.min(cuts.find((cut) => cut > from) ?? replications, replications);
  return Math.min(most, Math.ceil((end - from) / sharers));
}
