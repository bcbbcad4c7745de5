import {
  dayNumbers,
  type OpenCounters,
  type Runner,
  scaledDemand,
  type StopSignal,
} from '@hallsim/experiment';
import { expectedCustomers, runSettings, type Scenario } from '@hallsim/scenario';
import { planEstimate } from '../staffing/staffing-estimate.js';
import type { StaffingValue } from '../staffing/staffing-json.js';
import { staffingProblem } from '../staffing/staffing-problem.js';
import { type StaffingTarget, targetOf } from '../staffing/staffing-target.js';

/** Of which hall and by which days a goal is sought. */
export interface GoalOptions {
  /** Day type. Default: the scenario's. */
  readonly day?: string;
  /** A target of the scenario by its id, or one of your own for the day. Default: `service-level`. */
  readonly target?: string | StaffingTarget;
  /** Counters open by the clock. Default: those of the file. */
  readonly open?: OpenCounters;
  /** Default: the scenario's `run.seed`, else `first`. */
  readonly seed?: string;
  /** Default: the scenario's `run.replications`, else 200. */
  readonly replications?: number;
  /** Default: the scenario's `run.confidence`, else 0.95. */
  readonly confidence?: number;
  readonly runner?: Runner;
  readonly signal?: StopSignal;
}

/** Most demand under which a promise is kept. */
export interface MostDemand {
  /** On the customers of the day type; 0 where even nobody's day does not keep it, or the limit of the search. */
  readonly factor: number;
  /** Expected customers of a day. */
  readonly customers: number;
  /** What is reached under it. */
  readonly achieved: StaffingValue;
  /** What is reached under a little more, by half a percent: no longer the promise. `null` at the limit. */
  readonly beyond: StaffingValue | null;
}

/** Factors between which demand is sought, and how closely. */
const MOST_FACTOR = 16;
const STEP = 0.005;

/** From staff to service level: how far given counters keep a promise. */
export async function reachedBy(
  scenario: Scenario,
  options: GoalOptions = {},
): Promise<StaffingValue> {
  const { value, low, high } = await estimateAt(scenario, options, 1);
  return { value, low, high };
}

/**
 * From service level to demand: the most customers for whom given counters keep a promise. Demand is
 * multiplied by a factor; all factors meet the same customers, of whom a larger one only adds some, so a
 * few steps of halving find where the promise ends on these days.
 * @throws RangeError for an option out of range, UnknownTargetError, UnknownDayTypeError
 */
export async function mostDemand(
  scenario: Scenario,
  options: GoalOptions = {},
): Promise<MostDemand> {
  const target = targetFor(scenario, options);
  const at = async (factor: number): Promise<{ value: StaffingValue; keeps: boolean }> => {
    const { value, low, high } = await estimateAt(scenario, options, factor);
    const keeps = target.id === 'abandonment' ? value <= target.share : value >= target.share;
    return { value: { value, low, high }, keeps };
  };
  let low = 0;
  let high = 1;
  let found = await at(STEP);
  let beyond: StaffingValue | null = found.value;
  if (found.keeps) {
    beyond = null;
    low = STEP;
    for (; high <= MOST_FACTOR; high *= 2) {
      const there = await at(high);
      if (!there.keeps) {
        beyond = there.value;
        break;
      }
      [low, found] = [high, there];
    }
    while (beyond !== null && high - low > STEP * low) {
      const middle = (low + high) / 2;
      const there = await at(middle);
      if (there.keeps) [low, found] = [middle, there];
      else [high, beyond] = [middle, there.value];
    }
  }
  const { model } = staffingProblem(scenario, options.day, target);
  const changed = scaledDemand(scenario, model.dayType, low);
  const customers = expectedCustomers(changed, model.dayType ?? undefined);
  return { factor: low, customers, achieved: found.value, beyond };
}

function targetFor(scenario: Scenario, { target }: GoalOptions): StaffingTarget {
  const found = typeof target === 'object' ? target : targetOf(scenario, target);
  if (found.per !== 'day') throw new RangeError('per must be "day" to seek a goal.');
  return found;
}

async function estimateAt(
  scenario: Scenario,
  options: GoalOptions,
  factor: number,
): Promise<ReturnType<typeof planEstimate>> {
  const settings = runSettings(scenario);
  const { seed = settings.seed, replications = settings.replications } = options;
  const { confidence = settings.confidence, day, open, runner, signal } = options;
  const target = targetFor(scenario, options);
  const { model, file: hall } = staffingProblem(scenario, day, target);
  const changed = scaledDemand(hall, model.dayType, factor);
  const [numbers] = await dayNumbers([{ scenario: changed, day, open }], {
    seed,
    replications,
    columns: ['came', 'inTime', 'abandoned'],
    runner,
    signal,
  });
  const { came, inTime, abandoned } = numbers!.columns;
  const numerators = target.id === 'abandonment' ? abandoned! : inTime!;
  const expected = expectedCustomers(changed, model.dayType ?? undefined);
  const sign = target.id === 'abandonment' ? -1 : 1;
  const days = { promises: [{ numerators, denominators: came! }], came: came! };
  return planEstimate(days, expected, confidence, sign);
}
