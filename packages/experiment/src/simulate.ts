import { runSettings, type Scenario } from '@hallsim/scenario';
import { Arm } from './arm.js';
import { checkOptions, STUDY_OPTIONS } from './check-options.js';
import { checkScenario } from './check-scenario.js';
import type { GivenArrivals } from './given-arrivals.js';
import { loadRules, type RuleModule } from './rule-modules.js';
import { runArms } from './run-arms.js';
import type { Runner, StopSignal } from './runner.js';
import type { Summary } from './summary-json.js';
import { MOST_DAYS, type Precision, UntilPrecise } from './until-precise.js';
import { type ApplyVariant, withCheckedVariant, withVariant } from './variant.js';

/** What `simulate` and `compare` have in common. */
export interface StudyOptions {
  /** Days; whole number of at least 1. Default: the scenario's `run.replications`, else 200. */
  readonly replications?: number;
  /** Any text. Default: the scenario's `run.seed`, else `first`. */
  readonly seed?: string;
  /** Day type. Default: the scenario's. */
  readonly day?: string;
  /** Between 0 and 1. Default: the scenario's `run.confidence`, else 0.95. */
  readonly confidence?: number;
  /** An AbortSignal: stops within one batch of days; what is finished is kept, `complete` is false. */
  readonly signal?: StopSignal;
  /**
   * Told after each batch how many days are finished, and of how many as far as is known: for a
   * progress line, far cheaper than `onProgress`.
   */
  readonly onDays?: (days: number, of: number) => void;
  /** Modules with the rules that the scenario names under `rules.custom`. Default: none. */
  readonly rules?: readonly RuleModule[];
  /** Arrivals that every day replays, in place of the whole demand of the scenario; what they leave open is drawn. Default: none. */
  readonly arrivals?: GivenArrivals;
  /** Where the days are run; the answer is the same to the last bit. Default: `thisThread`. */
  readonly runner?: Runner;
}

export interface SimulateOptions extends StudyOptions {
  /** Id of a variant of the scenario; default `base`. */
  readonly variant?: string;
  /**
   * Days are run until the intervals of these measures of the hall are short enough; `replications` is
   * then the limit, default 10,000 days. What was reached stands on the run card. Default: none, as
   * many days as `replications` says.
   */
  readonly precision?: readonly Precision[];
  /** Gets the summary of the days so far after 10, 40, 200, 800, … days. */
  readonly onProgress?: (partial: Summary) => void;
}

const OWN_OPTIONS: readonly string[] = [
  ...['variant', 'day', 'precision', 'arrivals', 'onProgress'],
  ...STUDY_OPTIONS,
];

/** Options with every default filled in. */
export interface Study {
  readonly replications: number;
  readonly seed: string;
  readonly confidence: number;
}

/** @throws RangeError naming the option whose value cannot be */
export function studyOf(scenario: Scenario, options: StudyOptions): Study {
  checkScenario(scenario);
  const settings = runSettings(scenario);
  const replications = options.replications ?? settings.replications;
  const seed = options.seed ?? settings.seed;
  const confidence = options.confidence ?? settings.confidence;
  if (!Number.isInteger(replications) || replications < 1) {
    throw new RangeError(`replications must be a whole number of at least 1, not ${replications}.`);
  }
  if (typeof seed !== 'string') throw new RangeError(`seed must be a text, not ${String(seed)}.`);
  if (typeof confidence !== 'number' || !(confidence > 0 && confidence < 1)) {
    throw new RangeError(`confidence must lie between 0 and 1, not ${confidence}.`);
  }
  return { replications, seed, confidence };
}

/**
 * Many days of one scenario: means, shares and quantiles with intervals, by service, customer class,
 * group and time of day. One seed gives the same bits everywhere.
 * @throws RangeError for an option that is unknown or out of range, UnknownVariantError, UnknownDayTypeError, UnknownRuleError,
 *   RuleModuleError, ArrivalsError, DayError, RunnerError
 */
export async function simulate(
  scenario: Scenario,
  options: SimulateOptions = {},
): Promise<Summary> {
  checkOptions('simulate', options, OWN_OPTIONS);
  return run(scenario, options, withVariant);
}

/**
 * {@link simulate} for a scenario that was checked with its variants: they are not checked again, so a
 * worker that calls nothing else loads neither checks nor their words.
 * @throws as `simulate`; a variant that gives no valid scenario is not noticed
 */
export function simulateChecked(
  scenario: Scenario,
  options: SimulateOptions = {},
): Promise<Summary> {
  return run(scenario, options, withCheckedVariant);
}

async function run(
  scenario: Scenario,
  options: SimulateOptions,
  apply: ApplyVariant,
): Promise<Summary> {
  const { arrivals, variant: id = 'base', day, onProgress, precision = [], rules = [] } = options;
  const limit = options.replications ?? MOST_DAYS;
  const study = precision.length > 0 ? { ...options, replications: limit } : options;
  const { replications, seed, confidence } = studyOf(scenario, study);
  const until = precision.length > 0 ? new UntilPrecise(precision, replications) : undefined;
  if (rules.length > 0) await loadRules(rules);
  const variant = { id, scenario: apply(scenario, id) };
  const arm = new Arm(scenario, { variant, day, seed, confidence, precision, rules, arrivals });
  const complete = await runArms(
    [arm],
    replications,
    options,
    onProgress &&
      (() => {
        onProgress(arm.summary(false));
      }),
    until,
  );
  const summary = arm.summary(complete);
  arm.end();
  return summary;
}
