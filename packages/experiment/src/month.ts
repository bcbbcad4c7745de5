import { type Scenario, scenarioHash } from '@hallsim/scenario';
import { leaningRatio } from '@hallsim/stats';
import { addedColumns } from './added-columns.js';
import { type ArmPlan, compileArm } from './arm-plan.js';
import { type PlannedDay, plannedDay } from './calendar-day.js';
import { checkOptions, STUDY_OPTIONS } from './check-options.js';
import { civilDate, daysInMonth, nextDate } from './civil-date.js';
import type { Columns } from './columns.js';
import { DateArm } from './date-arm.js';
import { ENGINE } from './engine.js';
import { ENOUGH_DAYS, estimate } from './estimate.js';
import { HallDays } from './hall-days.js';
import { MEASURE_RULES } from './measure-rules.js';
import type { Month } from './month-json.js';
import { loadRules } from './rule-modules.js';
import { runTaking } from './run-taking.js';
import { scaledDemand } from './scaled-demand.js';
import { type StudyOptions, studyOf } from './simulate.js';
import { StudyParts } from './study-parts.js';
import type { MeasureValues } from './summary-json.js';
import { withVariant } from './variant.js';

export interface MonthOptions extends Omit<StudyOptions, 'day' | 'arrivals'> {
  /** First date, such as `2026-10-01`. */
  readonly from: string;
  /** Dates in a row, 1 to 366. Default: as many as the month of `from` has. */
  readonly days?: number;
  /** Id of a variant of the scenario; default `base`. */
  readonly variant?: string;
}

/** Dates at most. */
const MOST_DATES = 366;

/**
 * The dates of a calendar in a row, each with the day type and the factor that the calendar gives it, many
 * times over: one replication is one such month. Each date has dice of its own, those of the seed
 * `SEED/DATE`, so dates are independent of each other and each has its own busy-day factor.
 *
 * The dates of one replication are run one after the other in one thread, in the order of the calendar.
 * So there is a place for people who come back: a later date could take over whom an earlier one sent
 * away, before its first arrival. As yet nobody comes back.
 * @throws RangeError for an option that is unknown or out of range, UnknownVariantError, DayError, RunnerError
 */
export async function month(scenario: Scenario, options: MonthOptions): Promise<Month> {
  checkOptions('month', options, ['from', 'days', 'variant', ...STUDY_OPTIONS]);
  const { from, days, variant = 'base', rules = [], runner, signal, onDays } = options;
  const { replications, seed, confidence } = studyOf(scenario, options);
  if (rules.length > 0) await loadRules(rules);
  const hall = withVariant(scenario, variant);
  const dates = plannedDates(hall, from, days);
  const parts = new StudyParts();
  const usual: ArmPlan = { scenario: hall, variant, day: null, seed, rules };
  const whole = compileArm(usual, parts);
  const months = new HallDays(whole.model, whole.layout);
  const scaled = scaledDemands(hall);
  const open = dates.flatMap((plan) => {
    const { closed, date, day, factor } = plan;
    if (closed) return [];
    const own = { scenario: scaled(day, factor), day, seed: `${seed}/${date}` };
    return [{ date, arm: new DateArm({ ...usual, ...own }, parts) }];
  });
  const arms = open.map(({ arm }) => arm);
  const complete = await runTaking(arms, { replications, runner, signal }, (columns) => {
    months.add(columns);
    onDays?.(months.days, replications);
  });
  const halls: Columns[] = [];
  const measured = new Map<string, MeasureValues>();
  for (const { date, arm } of open) {
    const found = arm.days.scope(confidence);
    measured.set(date, estimate(found, confidence));
    halls.push(found.columns);
    arm.days.end();
  }
  const columns = addedColumns(halls);
  const { columns: monthly, quantiles } = months.scope(confidence);
  return {
    format: 'hallsim-month/1',
    run: {
      engine: ENGINE,
      scenario: scenarioHash(scenario),
      variant,
      from,
      days: dates.length,
      seed,
      replications: arms.length === 0 ? replications : months.days,
      confidence,
      target: whole.target,
      ...(arms.length > 0 && months.days < ENOUGH_DAYS && { fewDays: true }),
      complete,
    },
    days: dates.map((plan) => ({ ...plan, measures: measured.get(plan.date) ?? {} })),
    measures: estimate({ columns, quantiles }, confidence),
    totals: totals(columns, monthly.days!, confidence),
  };
}

/** What `scaledDemand` gives; for the same day type and factor the same object, so that it is compiled once. */
function scaledDemands(hall: Scenario): (day: string | null, factor: number) => Scenario {
  const known = new Map<string, Scenario>();
  return (day, factor) => {
    const name = JSON.stringify([day, factor]);
    const scaled = known.get(name) ?? scaledDemand(hall, day, factor);
    known.set(name, scaled);
    return scaled;
  };
}

/** The dates with what the calendar says of them. @throws RangeError */
export function plannedDates(
  scenario: Scenario,
  from: string,
  days: number | undefined,
): PlannedDay[] {
  let date = civilDate(from);
  if (date === null) {
    throw new RangeError(`from must be a date such as 2026-10-01, not ${JSON.stringify(from)}.`);
  }
  const count = days ?? daysInMonth(date.year, date.month);
  if (!Number.isInteger(count) || count < 1 || count > MOST_DATES) {
    throw new RangeError(`days must be a whole number from 1 to ${MOST_DATES}, not ${count}.`);
  }
  const planned: PlannedDay[] = [];
  for (let i = 0; i < count; i++, date = nextDate(date)) planned.push(plannedDay(scenario, date));
  return planned;
}

/** Measures that are so many a day, summed over the dates of each month. */
function totals(columns: Columns, months: Float64Array, confidence: number): MeasureValues {
  return Object.fromEntries(
    MEASURE_RULES.flatMap(({ id, unit, of }) => {
      if ('quantile' in of || of.per !== 'days') return [];
      if (unit !== 'customers' && unit !== 'clerk-min') return [];
      const sums = columns[of.sum];
      if (sums === undefined) return [];
      return [[id, { ...leaningRatio(sums, months, confidence, 'positive'), unit }]];
    }),
  );
}
