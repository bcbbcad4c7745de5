import {
  checkOptions,
  inTimeDays,
  type OpenCounters,
  loadRules,
  rulesOf,
  scaledDemand,
  STUDY_OPTIONS,
  type StudyOptions,
  studyOf,
  withVariant,
} from '@hallsim/experiment';
import { compile } from '@hallsim/hall';
import { expectedCustomers, type Scenario } from '@hallsim/scenario';
import { measuredCustomers } from '../staffing/measured-customers.js';
import { planDays } from '../staffing/staffing-days.js';
import { planEstimate, reachedShare } from '../staffing/staffing-estimate.js';
import type { ReachedShare } from '../staffing/staffing-json.js';
import { staffingProblem } from '../staffing/staffing-problem.js';
import { type StaffingTarget, targetOf } from '../staffing/staffing-target.js';

/** Of which hall and by which days a goal is sought. */
export interface GoalOptions extends Omit<StudyOptions, 'arrivals' | 'onDays'> {
  /** A target of the scenario by its id, or one of your own for the day. Default: `service-level`. */
  readonly target?: string | StaffingTarget;
  /** Id of a variant of the scenario; default `base`. */
  readonly variant?: string;
  /** Counters open by the clock. Default: those of the file. */
  readonly open?: OpenCounters;
  /** Told how many days have been run, of all factors together. */
  readonly onDays?: (days: number) => void;
}

/** What is reached, and by how many days that is known. */
export interface Reached extends ReachedShare {
  /** Days that were run; without any the share is `null`. */
  readonly replications: number;
  /** Whether these are all days that were asked for; they are fewer when it was stopped. */
  readonly complete: boolean;
}

/** Most demand under which a promise is kept. */
export interface MostDemand {
  /**
   * On the customers of the day type; 0 where the promise is not even kept under half a percent of them, 16 at
   * the limit of the search. When stopped the largest that was seen on all days to keep it, `null` where there
   * is none.
   */
  readonly factor: number | null;
  /** Expected customers of a day; `null` as `factor` is. */
  readonly customers: number | null;
  /** What is reached under it. */
  readonly achieved: ReachedShare;
  /**
   * What is reached under a little more, by half a percent: no longer the promise. `null` at the limit. When
   * stopped what is reached under the least factor that was seen not to keep it, `null` where there is none.
   */
  readonly beyond: ReachedShare | null;
  /** Whether it was found; `false` when it was stopped. */
  readonly complete: boolean;
}

/** Factors between which demand is sought, and how closely. */
const MOST_FACTOR = 16;
const STEP = 0.005;

const NOTHING: ReachedShare = { value: null, low: null, high: null };

/**
 * From staff to service level: how far given counters keep a promise.
 * @throws RangeError for an option out of range, UnknownVariantError, UnknownTargetError, UnknownDayTypeError,
 *   UnknownRuleError, RuleModuleError, DayError, RunnerError
 */
export async function reachedBy(scenario: Scenario, options: GoalOptions = {}): Promise<Reached> {
  const { at } = await goalOf('reachedBy', scenario, options);
  const { reached, replications, complete } = await at(1);
  return { ...reached, replications, complete };
}

/**
 * From service level to demand: the most customers for whom given counters keep a promise. Demand is
 * multiplied by a factor; all factors meet the same customers, of whom a larger one only adds some, so a
 * few steps of halving find where the promise ends on these days. Nobody's day keeps any promise.
 * @throws RangeError for an option out of range, UnknownVariantError, UnknownTargetError, UnknownDayTypeError,
 *   UnknownRuleError, RuleModuleError, DayError, RunnerError
 */
export async function mostDemand(
  scenario: Scenario,
  options: GoalOptions = {},
): Promise<MostDemand> {
  const goal = await goalOf('mostDemand', scenario, options);
  let kept: Look | null = null;
  let beyond: Look | null = null;
  let complete = true;
  for (let next: number | null = STEP; next !== null && complete; ) {
    const look = await goal.at(next);
    ({ complete } = look);
    // a factor of fewer days is not compared with others
    if (complete) {
      if (look.keeps) kept = look;
      else beyond = look;
    }
    next = nextFactor(kept?.factor ?? 0, beyond?.factor ?? Infinity);
  }
  const factor = kept?.factor ?? (beyond === null ? null : 0);
  return {
    factor,
    customers: factor === null ? null : goal.customers(factor),
    achieved: kept?.reached ?? NOTHING,
    beyond: beyond?.reached ?? null,
    complete,
  };
}

/** Where to look next, between a factor that keeps the promise and one that does not; `null` when they are close. */
function nextFactor(kept: number, beyond: number): number | null {
  if (kept === 0) return null;
  if (beyond === Infinity) return kept < MOST_FACTOR ? Math.max(1, 2 * kept) : null;
  return beyond - kept > STEP * kept ? (kept + beyond) / 2 : null;
}

/** What is reached under a factor on the demand. */
interface Look {
  readonly factor: number;
  readonly reached: ReachedShare;
  readonly keeps: boolean;
  readonly replications: number;
  readonly complete: boolean;
}

interface Goal {
  readonly at: (factor: number) => Promise<Look>;
  /** Expected customers of a day under a factor. */
  readonly customers: (factor: number) => number;
}

async function goalOf(name: string, scenario: Scenario, options: GoalOptions): Promise<Goal> {
  checkOptions(name, options, ['target', 'variant', 'open', 'day', ...STUDY_OPTIONS]);
  const { variant = 'base', day, open, rules = [], runner, signal, onDays } = options;
  const hall = withVariant(scenario, variant);
  const { replications, seed, confidence } = studyOf(hall, options);
  const target = targetFor(hall, options);
  if (rules.length > 0) await loadRules(rules);
  const problem = staffingProblem(hall, day, target, rules);
  const { model, file } = problem;
  const sign = target.id === 'abandonment' ? -1 : 1;
  const under = (factor: number): Scenario => scaledDemand(file, model.dayType, factor);
  let run = 0;
  return {
    async at(factor) {
      const changed = under(factor);
      const chosen = { rules: rulesOf(rules), ...(day !== undefined && { day }) };
      const expected = measuredCustomers(compile(changed, chosen));
      const before = run;
      const [found] = await inTimeDays([{ scenario: changed, day, open }], {
        seed,
        replications,
        rules,
        runner,
        signal,
        onDays: (days) => onDays?.((run = before + days)),
      });
      const days = planDays(found!, problem);
      const reached = reachedShare(days, planEstimate(days, expected, confidence, sign));
      const keeps = reached.value === null || sign * (reached.value - target.share) >= 0;
      const complete = found!.days === replications;
      return { factor, reached, keeps, replications: found!.days, complete };
    },
    customers: (factor) => expectedCustomers(under(factor), model.dayType ?? undefined),
  };
}

function targetFor(scenario: Scenario, { target }: GoalOptions): StaffingTarget {
  const found = typeof target === 'object' ? target : targetOf(scenario, target);
  if (found.per !== 'day') {
    throw new RangeError(
      `target.per must be "day" to seek a goal, not ${JSON.stringify(found.per)}.`,
    );
  }
  return found;
}
