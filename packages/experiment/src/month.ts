import { type Scenario, scenarioHash } from '@hallsim/scenario';
import { leaningRatio } from '@hallsim/stats';
import { Arm } from './arm.js';
import { compileArm } from './arm-plan.js';
import { type PlannedDay, plannedDay } from './calendar-day.js';
import { civilDate, daysInMonth, nextDate } from './civil-date.js';
import type { Columns } from './columns.js';
import { addedColumns, combinedDays } from './combined-days.js';
import { ENGINE } from './engine.js';
import { ENOUGH_DAYS, estimate } from './estimate.js';
import { MEASURE_RULES } from './measure-rules.js';
import type { Month } from './month-json.js';
import { loadRules } from './rule-modules.js';
import { runTaking } from './run-taking.js';
import { scaledDemand } from './scaled-demand.js';
import { type StudyOptions, studyOf } from './simulate.js';
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
 * @throws RangeError for an option out of range, UnknownVariantError, DayError, RunnerError
 */
export async function month(scenario: Scenario, options: MonthOptions): Promise<Month> {
  const { from, days, variant = 'base', rules = [], runner, signal, onDays } = options;
  const { replications, seed, confidence } = studyOf(scenario, options);
  if (rules.length > 0) await loadRules(rules);
  const hall = withVariant(scenario, variant);
  const whole = new Arm(scenario, {
    confidence,
    variant: { id: variant, scenario: hall },
    seed,
    rules,
  });
  const dates = plannedDates(hall, from, days);
  const open = dates.flatMap((plan) => {
    const { closed, date, day, factor } = plan;
    if (closed) return [];
    const changed = scaledDemand(hall, day, factor);
    const type = day === null ? {} : { day };
    return [
      { plan, arm: new Arm(changed, { confidence, rules, ...type, seed: `${seed}/${date}` }) },
    ];
  });
  const arms = open.map(({ arm }) => arm);
  const complete = await runTaking(arms, { replications, runner, signal }, (columns) => {
    whole.take(combinedDays(columns));
    onDays?.(whole.days, replications);
  });
  const halls = arms.map((arm) => arm.hall());
  const measured = new Map(open.map(({ plan }, i) => [plan.date, estimate(halls[i]!, confidence)]));
  const columns = addedColumns(halls.map((one) => one.columns));
  const months = whole.hall();
  const { target } = compileArm(whole.plan);
  return {
    format: 'hallsim-month/1',
    run: {
      engine: ENGINE,
      scenario: scenarioHash(scenario),
      variant,
      from,
      days: dates.length,
      seed,
      replications: arms.length === 0 ? replications : whole.days,
      confidence,
      target,
      ...(arms.length > 0 && whole.days < ENOUGH_DAYS && { fewDays: true }),
      complete,
    },
    days: dates.map((plan) => ({ ...plan, measures: measured.get(plan.date) ?? {} })),
    measures: estimate({ columns, quantiles: months.quantiles }, confidence),
    totals: totals(columns, months.columns.days!, confidence),
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
