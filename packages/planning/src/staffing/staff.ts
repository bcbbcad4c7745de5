import {
  checkOptions,
  ENGINE,
  loadRules,
  type RuleModule,
  type Runner,
  scaledDemand,
  type StopSignal,
  withVariant,
} from '@hallsim/experiment';
import { clockText, runSettings, type Scenario, scenarioHash } from '@hallsim/scenario';
import { StaffingDays } from './staffing-days.js';
import { Decision, type Step } from './staffing-decision.js';
import { measuredCustomers } from './measured-customers.js';
import { LongDayError, MOST_SLOTS } from './long-day-error.js';
import { plannedOn } from './planned-date.js';
import { outOfReach, withoutThem } from './out-of-reach.js';
import { fileStaffing } from './staffing-file.js';
import type {
  Neighbour,
  NeighbourVerdict,
  Staffing,
  StaffingOutcome,
  StaffingValue,
} from './staffing-json.js';
import {
  counterHours,
  isOffShift,
  mayChange,
  type StaffingPlan,
  staffingProblem,
} from './staffing-problem.js';
import { marginsOf, PlanSearch } from './staffing-search.js';
import { reachedShare } from './staffing-estimate.js';
import { staffingStart } from './staffing-start.js';
import { defaultsOf, indifferenceOf, type StaffingTarget, targetOf } from './staffing-target.js';

export interface StaffOptions {
  /** Day type. Default: the scenario's. */
  readonly day?: string;
  /** A date of the calendar, such as `2026-10-05`, in place of a day type: that of the date, with its factor on the customers. */
  readonly date?: string;
  /** What is to be reached: a target of the scenario by its id, or one of your own. Default: `service-level`. */
  readonly target?: string | StaffingTarget;
  /** Whether the share is promised for the day, or to the customers of each half hour. Default: as `target` says, of a target of the scenario the day. */
  readonly per?: StaffingTarget['per'];
  /** Id of a variant of the scenario; default `base`. */
  readonly variant?: string;
  /** Any text. Default: the scenario's `run.seed`, else `first`. */
  readonly seed?: string;
  /** Between 0 and 1. Default: the scenario's `run.confidence`, else 0.95. */
  readonly confidence?: number;
  /** Days that decide, at least 40. Default: as many as make the interval of the plan a little shorter to each side than the indifference, 400 to 4,000. */
  readonly replications?: number;
  /** Days of the search, at least 10. Default: as many as about 10,000 customers come on. */
  readonly searchDays?: number;
  readonly runner?: Runner;
  /** Modules with the rules that the scenario names under `rules.custom`. Default: none. */
  readonly rules?: readonly RuleModule[];
  /** Stops the search; the best plan so far is returned, `complete` is false. */
  readonly signal?: StopSignal;
  /** Told how many days have been run, of all plans together. */
  readonly onDays?: (days: number) => void;
}

const OPTIONS: readonly string[] = [
  ...['target', 'per', 'day', 'date', 'variant', 'seed', 'confidence', 'replications'],
  ...['searchDays', 'signal', 'onDays', 'rules', 'runner'],
];

/** Half width that is aimed at, as a part of the indifference. */
const PRECISE = 0.9;
const FEWEST = 400;
/** Days that tell which half hours are out of reach. */
const REACH = 2000;
const MOST = 4000;
/** Customers on whom a plan is judged in the search, and a neighbour is compared with the plan, about. */
const SEARCH_CUSTOMERS = 10_000;
const NEIGHBOUR_CUSTOMERS = 25_000;

/**
 * Fewest counters per half hour that keep a promise. The search begins with the plan of queueing theory and
 * is decided by the simulator, first on a few days (their own seed, `SEED/search`), then on many days of the seed
 * itself, on which also the result is reported. A plan keeps the promise when the low end of its
 * interval reaches the share, or the interval holds the share and its low end misses it by no more than the
 * indifference, see {@link indifferenceOf}; every neighbour with one counter less does not.
 *
 * Half hours begin at opening, or after the warm-up, in which the counters of the file are open. A group may have as many counters as the file has for it, a kind of clerks as
 * many as its headcount, and the kinds of a room no more together than the room has counters; the last
 * counter for some customers stays open where the file has one. No counter opens beyond the plan, and clerks
 * are counters that open by the clock: `leftOut` says what of the file the plan does not have.
 * @throws RangeError for an option out of range, UnknownVariantError, LongDayError, UnknownTargetError,
 *   UnknownDayTypeError, ClosedDateError, UnknownRuleError, RuleModuleError, DayError, RunnerError
 */
export async function staff(scenario: Scenario, options: StaffOptions = {}): Promise<Staffing> {
  const settings = runSettings(scenario);
  const { variant = 'base', date, seed = settings.seed, signal, runner, onDays } = options;
  const { confidence = settings.confidence } = options;
  checkOptions('staff', options, OPTIONS);
  checkRange(options, confidence);
  const ofVariant = withVariant(scenario, variant);
  const planned = date === undefined ? null : plannedOn(ofVariant, date);
  const hall = planned === null ? ofVariant : scaledDemand(ofVariant, planned.day, planned.factor);
  const day = planned === null ? options.day : (planned.day ?? undefined);
  const { target: asked } = options;
  const chosen = typeof asked === 'object' ? asked : targetOf(hall, asked);
  const target = { ...chosen, per: options.per ?? chosen.per };
  const ofFile = typeof asked !== 'object' && target.id === 'service-level';
  const defaults = ofFile ? defaultsOf(hall) : [];
  const { rules = [] } = options;
  if (rules.length > 0) await loadRules(rules);
  const whole = staffingProblem(hall, day, target, rules);
  const { model, slots } = whole;
  if (slots.length > MOST_SLOTS) throw new LongDayError(slots.length);
  const expected = measuredCustomers(model);
  const searchDays = options.searchDays ?? daysOf(SEARCH_CUSTOMERS, expected);
  const sign = target.id === 'abandonment' ? -1 : 1;
  const indifference = indifferenceOf(target);
  let run = 0;
  const place = {
    runner,
    signal,
    onDays:
      onDays &&
      ((more: number) => {
        onDays((run += more));
      }),
  };
  const few = Math.min(options.replications ?? FEWEST, FEWEST);
  const reach = { days: Math.min(options.replications ?? REACH, REACH), expected, confidence };
  const beyond = await outOfReach(new StaffingDays(whole, seed, place), reach);
  const problem = withoutThem(whole, beyond);
  const searching = new StaffingDays(problem, `${seed}/search`, place);
  const deciding = new StaffingDays(problem, seed, place);
  const kinder = async (plan: StaffingPlan, count: number): Promise<number[]> => {
    const margins = async (days: StaffingDays, some: number): Promise<readonly number[]> =>
      marginsOf((await days.of([plan], some))[0]!, target.share, sign);
    const many = await margins(deciding, few);
    return (await margins(searching, count)).map((margin, r) => margin - many[r]!);
  };
  // What few days say of a plan is off, and of its neighbours by as much: the nearer the plan, the better that is known.
  const search = new PlanSearch(searching);
  let found = staffingStart(problem);
  for (const [exchanges, count] of [
    [true, Math.ceil(searchDays / 2)],
    [true, searchDays],
    [false, searchDays],
  ] as const) {
    const off = await kinder(found, count);
    found = await search.from(found, { days: count, kinder: off, exchanges });
  }

  const judge = {
    first: few,
    few: Math.min(few, daysOf(NEIGHBOUR_CUSTOMERS, expected)),
    expected,
    confidence,
    sign,
  } as const;
  let days = options.replications ?? FEWEST;
  if (options.replications === undefined && !deciding.stopped) {
    const { low, high } = await new Decision(deciding, { ...judge, days }).estimate(found);
    const ratio = (high - low) / 2 / (PRECISE * indifference);
    days = Math.min(MOST, Math.max(FEWEST, 100 * Math.ceil((FEWEST * ratio * ratio) / 100)));
  }
  const decision = new Decision(deciding, { ...judge, days });
  const { plan, own, kept, less } = await decision.from(found);
  const beside = await fileStaffing(problem, plan, { ...judge, seed, days }, place);
  const achieved = reachedShare((await deciding.of([plan], days))[0]!, own);
  const came = achieved.value !== null;
  const verdict = ({ move, reached }: Step): NeighbourVerdict => {
    if (decision.fails(reached)) return 'fails';
    return mayChange(problem, plan, move) ? 'tie' : 'only-counter';
  };
  const complete = !deciding.stopped;
  const judged = own.influence.length;
  const outcome = (): StaffingOutcome => {
    if (!came && complete) return 'nobody-came';
    if (kept && judged === days) return decision.reaches(own, 0) ? 'met' : 'within-indifference';
    return complete && decision.fails(own) ? 'missed' : 'undecided';
  };
  return {
    format: 'hallsim-staffing/1',
    run: {
      engine: ENGINE,
      scenario: scenarioHash(scenario),
      variant,
      day: model.dayType,
      ...(planned && { date: planned.date, factor: planned.factor }),
      seed,
      replications: complete ? days : judged,
      searchDays,
      confidence,
      complete,
      ...(rules.length > 0 && { rules: rules.map(({ hash }) => hash) }),
    },
    target: { ...target, indifference, defaults },
    outcome: outcome(),
    outOfReach: [...beyond.values()],
    leftOut: problem.leftOut,
    groups: Object.fromEntries(
      model.groups.map(({ id }, g) => [
        id,
        slots.map(({ from, to }, k) => ({
          from: clockText(from),
          to: clockText(to),
          count: plan[g * slots.length + k]!,
          ...(isOffShift(problem, plan, g, k) && { offShift: true as const }),
        })),
      ]),
    ),
    counterHours: counterHours(problem, plan),
    achieved,
    lessOne:
      kept && came
        ? less.map(
            (one): Neighbour => ({
              group: model.groups[one.move.group]!.id,
              from: clockText(slots[one.move.slot]!.from),
              ...valueOf(one.reached),
              verdict: verdict(one),
            }),
          )
        : [],
    file: beside?.file ?? null,
    beside: beside?.beside ?? null,
    controlGain: own.gain,
  };
}

/** Days on which so many customers come. */
function daysOf(customers: number, perDay: number): number {
  return Math.min(400, Math.max(10, Math.ceil(customers / Math.max(1, perDay))));
}

function valueOf({ value, low, high }: StaffingValue): StaffingValue {
  return { value, low, high };
}

function checkRange(
  { day, date, replications, searchDays = 10 }: StaffOptions,
  confidence: number,
): void {
  if (day !== undefined && date !== undefined) {
    throw new RangeError(`day and date exclude each other: ${date} has its own day type.`);
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`confidence must lie between 0 and 1, not ${confidence}.`);
  }
  if (replications !== undefined && !(Number.isInteger(replications) && replications >= 40)) {
    throw new RangeError(
      `replications must be a whole number of at least 40, not ${replications}.`,
    );
  }
  if (!(Number.isInteger(searchDays) && searchDays >= 10)) {
    throw new RangeError(`searchDays must be a whole number of at least 10, not ${searchDays}.`);
  }
}
