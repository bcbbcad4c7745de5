import { type Scenario, scenarioHash } from '@hallsim/scenario';
import { batchMeans, mser5 } from '@hallsim/stats';
import { type ArmPlan, compileArm, waitRecorderOf } from './arm-plan.js';
import { checkOptions } from './check-options.js';
import type { DayColumns } from './day-columns.js';
import { ENGINE } from './engine.js';
import { loadRules } from './rule-modules.js';
import type { Runner, StopSignal } from './runner.js';
import { type StudyOptions, studyOf } from './simulate.js';
import type { SteadyState } from './steady-json.js';
import { thisThread } from './this-thread.js';
import { withVariant } from './variant.js';
import type { WaitRecorder } from './wait-recorder.js';

/** The run that is measured, and four of which the end of its warm-up is taken. */
const RUNS = 5;

export interface SteadyStateOptions
  extends Pick<StudyOptions, 'seed' | 'day' | 'confidence' | 'rules' | 'runner'> {
  /** Id of a variant of the scenario; default `base`. */
  readonly variant?: string;
  /** Batches into which the run is cut, 10 to 30. Default 20. */
  readonly batches?: number;
  /**
   * An AbortSignal: stops after the run that is on; `complete` is false then. What is there is looked at as far as
   * the run that is measured and one other are finished.
   */
  readonly signal?: StopSignal;
  /** Told after each of the five runs how many are finished, and of how many. */
  readonly onRuns?: (runs: number, of: number) => void;
}

const OPTIONS: readonly string[] = [
  ...['variant', 'batches', 'day', 'seed', 'confidence'],
  ...['signal', 'onRuns', 'rules', 'runner'],
];

/** The hall opens and closes, so it has no steady state. */
export class NoSteadyStateError extends RangeError {
  override readonly name = 'NoSteadyStateError';

  constructor() {
    super(
      'The hall opens and closes, so it has no steady state. Give the day `lasts`, or ask simulate.',
    );
  }
}

/**
 * The mean wait of a hall that goes on for ever, from one long run of a day that `lasts`. The end of the
 * warm-up is found by MSER-5 of the mean of four other runs; what is left of the run is cut into batches whose
 * means give the interval (see `mser5` and `batchMeans` of `@hallsim/stats`). Other runs, because a cut
 * chosen by the run itself likes to leave out what is high by chance, 2 % of the mean wait of M/M/2 at a load of
 * 75 % over 18,000 waits. Of 200 such runs intervals of 95 % held the truth in 178, and in 58 of 60 of 72,000
 * waits. The run is replication 0 of the seed, the others are 1 to 4; a `warmUp` of the file is not looked at. Many
 * shorter runs with a warm-up that is given are what `simulate` does.
 * @throws RangeError for an option out of range; NoSteadyStateError, UnknownVariantError, UnknownDayTypeError,
 *   UnknownRuleError, RuleModuleError, DayError, RunnerError
 */
export async function steadyState(
  scenario: Scenario,
  options: SteadyStateOptions = {},
): Promise<SteadyState> {
  checkOptions('steadyState', options, OPTIONS);
  const { variant = 'base', day = null, batches = 20, rules = [] } = options;
  const { runner = thisThread, signal, onRuns } = options;
  const { seed, confidence } = studyOf(scenario, options);
  if (!(Number.isInteger(batches) && batches >= 10 && batches <= 30)) {
    throw new RangeError(`batches must be a whole number from 10 to 30, not ${batches}.`);
  }
  const hall = withVariant(scenario, variant);
  if (hall.day.lasts === undefined) throw new NoSteadyStateError();
  if (rules.length > 0) await loadRules(rules);
  const plan = { scenario: hall, variant, day, seed, rules, counts: 'waits' } as const;
  const { model } = compileArm(plan);
  const runs: LongRun[] = [];
  const complete = await runEach(runner, plan, signal, (columns) => {
    const { rows: began, wait } = columns;
    // copied: the memory is used again
    runs.push({ began: began.slice(), wait: wait.slice() });
    onRuns?.(runs.length, RUNS);
  });
  return {
    format: 'hallsim-steady/1',
    run: {
      engine: ENGINE,
      scenario: scenarioHash(scenario),
      variant,
      day: model.dayType,
      minutes: model.closes - model.opens,
      seed,
      runs: runs.length,
      batches,
      confidence,
      ...(rules.length > 0 && { rules: rules.map(({ hash }) => hash) }),
      complete,
    },
    ...steady(runs, { opens: model.opens, confidence, batches }),
  };
}

/** Runs the long days one at a time, so that a signal need not wait for more than one. */
function runEach(
  runner: Runner,
  plan: ArmPlan,
  signal: StopSignal | undefined,
  take: (columns: DayColumns) => void,
): Promise<boolean> {
  return runner.run({
    arms: [{ plan, recorder: (): WaitRecorder => waitRecorderOf(plan) }],
    replications: RUNS,
    cuts: Array.from({ length: RUNS }, (_, run) => run + 1),
    signal,
    take: ([columns]) => {
      take(columns!);
    },
  });
}

/** Waits at counters with the moments at which they began, in the order of these. */
interface LongRun {
  readonly began: Float64Array;
  readonly wait: Float64Array;
}

/** What the first of some runs says, with the warm-up that the others show. */
function steady(
  [measured, ...others]: readonly LongRun[],
  of: { readonly opens: number; readonly confidence: number; readonly batches: number },
): Omit<SteadyState, 'format' | 'run'> {
  const { began, wait } = measured ?? { began: new Float64Array(0), wait: new Float64Array(0) };
  const { deleted, reason } = mser5(placeByPlace(others.map((other) => other.wait)));
  if (deleted === null || deleted >= wait.length) {
    const why = wait.length === 0 ? 'nothing-observed' : 'few-values';
    return {
      wait: { value: null, low: null, high: null, unit: 'min', reason: why },
      waits: 0,
      warmUp: { waits: null, minutes: null, ...(reason && { reason }) },
      batchSize: 0,
      correlation: null,
      longEnough: false,
    };
  }
  const kept = wait.subarray(deleted);
  const { estimate, size, correlation, longEnough } = batchMeans(kept, of.confidence, of.batches);
  const { value, low, high, reason: why } = estimate;
  return {
    wait: { value, low, high, unit: 'min', ...(why && { reason: why }) },
    waits: kept.length,
    warmUp: { waits: deleted, minutes: deleted === 0 ? 0 : began[deleted]! - of.opens },
    batchSize: size,
    correlation,
    longEnough,
  };
}

/** Means of several runs place by place, as far as the shortest goes; nothing of none. */
function placeByPlace(runs: readonly Float64Array[]): Float64Array {
  const length = runs.length === 0 ? 0 : Math.min(...runs.map((run) => run.length));
  return Float64Array.from(
    { length },
    (_, place) => runs.reduce((sum, run) => sum + run[place]!, 0) / runs.length,
  );
}
