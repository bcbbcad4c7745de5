import { CHANNEL, DayRunner, DemandField, OUTCOME, type VisitLog } from '@hallsim/hall';
import type { Scenario } from '@hallsim/scenario';
import { type Estimate, batchMeans, mser5, type WarmUp } from '@hallsim/stats';
import { withVariant } from './arm.js';
import { compileArm } from './arm-plan.js';
import { DayError } from './day-error.js';
import { loadRules, type RuleModule } from './rule-modules.js';
import { studyOf } from './simulate.js';

/** Runs of which the end of the warm-up is taken. */
const OTHERS = 4;

export interface SteadyStateOptions {
  /** Any text. Default: the scenario's `run.seed`, else `first`. */
  readonly seed?: string;
  /** Id of a variant of the scenario; default `base`. */
  readonly variant?: string;
  /** Between 0 and 1. Default: the scenario's `run.confidence`, else 0.95. */
  readonly confidence?: number;
  /** Batches into which the run is cut, 10 to 30. Default 20. */
  readonly batches?: number;
  /** Modules with the rules that the scenario names under `rules.custom`. Default: none. */
  readonly rules?: readonly RuleModule[];
}

/** What one long run says of the hall in its steady state. */
export interface SteadyState {
  /**
   * Mean wait at the counters in the long run, of those served there, min: batch means of one run
   * without its warm-up. Without an interval where the run is too short, `reason` says so.
   */
  readonly wait: Estimate;
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

/**
 * The mean wait of a hall that goes on for ever, from one long run of a day that `lasts`. The end of the
 * warm-up is found by MSER-5 of the mean of four other runs; what is left of the run is cut into batches whose
 * means give the interval (see `mser5` and `batchMeans` of `@hallsim/stats`). Other runs, because a cut
 * chosen by the run itself likes to leave out what is high by chance, 2 % of the mean wait of M/M/2 at a load of
 * 75 % over 18,000 waits. Of 200 such runs intervals of 95 % held the truth in 178, and in 58 of 60 of 72,000
 * waits; The run is replication 0 of the seed, the others are 1 to 4; a `warmUp` of the file is not looked at. Many
 * shorter runs with a warm-up that is given are what `simulate` does.
 * @throws RangeError for an option out of range, or a hall that opens and closes: it has no steady state;
 *   UnknownVariantError, UnknownRuleError, RuleModuleError, DayError
 */
export async function steadyState(
  scenario: Scenario,
  options: SteadyStateOptions = {},
): Promise<SteadyState> {
  const { variant = 'base', batches = 20, rules = [] } = options;
  const { seed, confidence } = studyOf(scenario, options);
  if (!(Number.isInteger(batches) && batches >= 10 && batches <= 30)) {
    throw new RangeError(`batches must be a whole number from 10 to 30, not ${batches}.`);
  }
  const hall = withVariant(scenario, variant);
  if (hall.day.lasts === undefined) {
    throw new RangeError(
      'The hall opens and closes, so it has no steady state. Give the day `lasts`, or ask simulate.',
    );
  }
  if (rules.length > 0) await loadRules(rules);
  const { model } = compileArm({ scenario: hall, variant, day: null, seed, rules });
  const field = new DemandField(model, seed);
  const runner = new DayRunner(model);
  const run = (replication: number): Waits => {
    try {
      return waitsInOrder(runner.run(field.draw(replication)));
    } catch (error) {
      throw new DayError(replication, variant, error);
    }
  };
  const warmUp = mser5(placeByPlace(Array.from({ length: OTHERS }, (_, i) => run(i + 1).wait)));
  return steady(run(0), warmUp, { opens: model.opens, confidence, batches });
}

/** Means of several runs place by place, as far as the shortest goes. */
function placeByPlace(runs: readonly Float64Array[]): Float64Array {
  const length = Math.min(...runs.map((run) => run.length));
  return Float64Array.from(
    { length },
    (_, place) => runs.reduce((sum, run) => sum + run[place]!, 0) / runs.length,
  );
}

/** Waits at counters with the moments at which they began, in the order of these. */
interface Waits {
  readonly began: Float64Array;
  readonly wait: Float64Array;
}

function waitsInOrder({ length, channel, outcome, start, waitFrom }: VisitLog): Waits {
  const rows: number[] = [];
  for (let visit = 0; visit < length; visit++) {
    if (outcome[visit] === OUTCOME.served && channel[visit] === CHANNEL.counter) rows.push(visit);
  }
  rows.sort((a, b) => waitFrom[a]! - waitFrom[b]! || a - b);
  return {
    began: Float64Array.from(rows, (visit) => waitFrom[visit]!),
    wait: Float64Array.from(rows, (visit) => start[visit]! - waitFrom[visit]!),
  };
}

function steady(
  { began, wait }: Waits,
  { deleted, reason }: WarmUp,
  of: { readonly opens: number; readonly confidence: number; readonly batches: number },
): SteadyState {
  if (deleted === null || deleted >= wait.length) {
    const why = wait.length === 0 ? 'nothing-observed' : 'few-values';
    return {
      wait: { value: null, low: null, high: null, reason: why },
      waits: 0,
      warmUp: { waits: null, minutes: null, ...(reason && { reason }) },
      batchSize: 0,
      correlation: null,
      longEnough: false,
    };
  }
  const kept = wait.subarray(deleted);
  const { estimate, size, correlation, longEnough } = batchMeans(kept, of.confidence, of.batches);
  return {
    wait: estimate,
    waits: kept.length,
    warmUp: { waits: deleted, minutes: deleted === 0 ? 0 : began[deleted]! - of.opens },
    batchSize: size,
    correlation,
    longEnough,
  };
}
