import { ENGINE, type Runner, type StopSignal } from '@hallsim/experiment';
import {
  applyVariant,
  clockText,
  expectedCustomers,
  runSettings,
  type Scenario,
  scenarioHash,
} from '@hallsim/scenario';
import { StaffingDays } from './staffing-days.js';
import { neighbourEstimate, type PlanEstimate, planEstimate } from './staffing-estimate.js';
import type { Neighbour, NeighbourVerdict, Staffing, StaffingValue } from './staffing-json.js';
import {
  counterHours,
  mayChange,
  moved,
  moves,
  type StaffingMove,
  type StaffingPlan,
  staffingProblem,
} from './staffing-problem.js';
import { marginsOf, searchPlan } from './staffing-search.js';
import { staffingStart } from './staffing-start.js';
import { type StaffingTarget, targetOf } from './staffing-target.js';

export interface StaffOptions {
  /** Day type. Default: the scenario's. */
  readonly day?: string;
  /** What is to be reached: a target of the scenario by its id, or one of your own. Default: `service-level`. */
  readonly target?: string | StaffingTarget;
  /** Id of a variant of the scenario; default `base`. */
  readonly variant?: string;
  /** Any text. Default: the scenario's `run.seed`, else `first`. */
  readonly seed?: string;
  /** Between 0 and 1. Default: the scenario's `run.confidence`, else 0.95. */
  readonly confidence?: number;
  /** Days that decide, at least 40. Default: as many as make the interval of the plan about 0.2 points wide to each side, 400 to 4,000. */
  readonly replications?: number;
  /** Days of the search, at least 10. Default: as many as about 10,000 customers come on. */
  readonly searchDays?: number;
  readonly runner?: Runner;
  /** Stops the search; the best plan so far is returned, `complete` is false. */
  readonly signal?: StopSignal;
  /** Told how many days have been run, of all plans together. */
  readonly onDays?: (days: number) => void;
}

/** Shares closer than 0.3 points count as equal. */
export const INDIFFERENCE = 0.003;
/** Half hours of a day at most: a day ends before the second midnight. */
const MOST_SLOTS = 96;
/** Half width that is aimed at. */
const PRECISE = 0.002;
const FEWEST = 400;
const MOST = 4000;
/** Customers on whom a plan is judged in the search, and a neighbour is compared with the plan, about. */
const SEARCH_CUSTOMERS = 10_000;
const NEIGHBOUR_CUSTOMERS = 25_000;
/** Steps from the searched plan to the final one, at most. */
const STEPS = 40;

/**
 * Fewest counters per half hour that keep a promise. The search begins with the plan of queueing theory and
 * is decided by the simulator, first on a few days (their own seed, `SEED/search`), then on many days of the seed
 * itself, on which also the result is reported. A plan keeps the promise when the low end of its
 * interval reaches the share, or misses it by less than 0.3 points; every neighbour with one counter less
 * does not.
 *
 * Half hours begin at opening. A group may have as many counters as the file has for it; the last
 * counter for some customers stays open where the file has one.
 * @throws RangeError for an option out of range, UnknownTargetError, UnknownDayTypeError, DayError,
 *   RunnerError
 */
export async function staff(scenario: Scenario, options: StaffOptions = {}): Promise<Staffing> {
  const settings = runSettings(scenario);
  const { variant = 'base', day, seed = settings.seed, signal, runner, onDays } = options;
  const { confidence = settings.confidence } = options;
  checkOptions(options, confidence);
  const hall = withVariant(scenario, variant);
  const target =
    typeof options.target === 'object' ? options.target : targetOf(hall, options.target);
  const problem = staffingProblem(hall, day, target);
  const { model, slots } = problem;
  if (slots.length > MOST_SLOTS) {
    throw new RangeError(`day must have at most ${MOST_SLOTS} half hours, not ${slots.length}.`);
  }
  const expected = expectedCustomers(hall, model.dayType ?? undefined);
  const searchDays = options.searchDays ?? daysOf(SEARCH_CUSTOMERS, expected);
  const sign = target.id === 'abandonment' ? -1 : 1;
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
  const searching = new StaffingDays(problem, `${seed}/search`, place);
  const start = staffingStart(problem);
  const { plan: found } = await searchPlan(searching, start, searchDays);

  const deciding = new StaffingDays(problem, seed, place);
  const estimateOf = async (plan: StaffingPlan, days: number): Promise<PlanEstimate> =>
    planEstimate((await deciding.of([plan], days))[0]!, expected, confidence, sign);
  const reaches = ({ low, high }: StaffingValue, slack: number): boolean =>
    sign === 1 ? low >= target.share - slack : high <= target.share + slack;

  let days = options.replications ?? FEWEST;
  let plan = found;
  let own = await estimateOf(plan, days);
  if (options.replications === undefined && !deciding.stopped) {
    const ratio = (own.high - own.low) / 2 / PRECISE;
    days = Math.min(MOST, Math.max(FEWEST, 100 * Math.ceil((FEWEST * ratio * ratio) / 100)));
    own = await estimateOf(plan, days);
  }
  const few = Math.min(days, daysOf(NEIGHBOUR_CUSTOMERS, expected));
  /** Every allowed step with what it reaches. */
  const steps = async (
    by: 1 | -1,
  ): Promise<{ readonly move: StaffingMove; readonly reached: StaffingValue }[]> => {
    const all = by === 1 ? moves(problem, plan, 1) : everyLess(plan);
    const plans = [plan, ...all.map((move) => moved(problem, plan, [move]))];
    const [before, ...after] = await deciding.of(plans, few);
    return all.map((move, i) => {
      const then = after[i]!;
      const worst = target.per === 'day' ? 0 : worstOf(then.promises.length, then);
      const base =
        worst === own.promise
          ? own
          : planEstimate(
              { promises: [before!.promises[worst]!], came: before!.came },
              expected,
              confidence,
              sign,
            );
      const reached = neighbourEstimate(
        base,
        before!.promises[worst]!,
        then.promises[worst]!,
        confidence,
      );
      return { move, reached };
    });
    function worstOf(count: number, then: (typeof after)[number]): number {
      const margins = marginsOf(then, target.share, sign);
      let worst = 0;
      for (let i = 1; i < count; i++) if (margins[i]! < margins[worst]!) worst = i;
      return worst;
    }
  };
  const everyLess = (of: StaffingPlan): StaffingMove[] =>
    model.groups.flatMap((_, group) =>
      slots.flatMap((__, slot) =>
        of[group * slots.length + slot]! > 0 ? [{ group, slot, by: -1 as const }] : [],
      ),
    );

  let neighbours: Awaited<ReturnType<typeof steps>> = [];
  let kept = false;
  for (let step = 0; step < STEPS && !deciding.stopped; step++) {
    if (!reaches(own, INDIFFERENCE)) {
      kept = false;
      const better = (await steps(1)).toSorted(
        (a, b) => sign * (b.reached.value - a.reached.value),
      )[0];
      if (better === undefined || sign * (better.reached.value - own.value) <= 0) break;
      plan = moved(problem, plan, [better.move]);
      own = await estimateOf(plan, days);
      continue;
    }
    kept = true;
    neighbours = await steps(-1);
    const fewer = await firstKept(neighbours);
    if (fewer === null) break;
    plan = moved(problem, plan, [fewer.move]);
    own = fewer.estimate;
  }
  /** A neighbour that keeps the promise too, by all days. */
  async function firstKept(
    all: readonly { readonly move: StaffingMove; readonly reached: StaffingValue }[],
  ): Promise<{ readonly move: StaffingMove; readonly estimate: PlanEstimate } | null> {
    const promising = all
      .filter(({ move }) => mayChange(problem, plan, move))
      .filter(({ reached }) => sign * (reached.value - target.share) > -INDIFFERENCE)
      .toSorted((a, b) => sign * (b.reached.value - a.reached.value));
    for (const { move, reached } of promising) {
      const estimate = await estimateOf(moved(problem, plan, [move]), days);
      if (deciding.stopped) return null;
      if (reaches(estimate, INDIFFERENCE)) return { move, estimate };
      // What all days say of it stands in the list.
      Object.assign(reached, { value: estimate.value, low: estimate.low, high: estimate.high });
    }
    return null;
  }

  const file = await estimateOf(problem.file, few);
  const verdict = ({ move, reached }: (typeof neighbours)[number]): NeighbourVerdict => {
    if (sign === 1 ? reached.high < target.share : reached.low > target.share) return 'fails';
    return mayChange(problem, plan, move) ? 'tie' : 'only-counter';
  };
  const complete = !deciding.stopped;
  return {
    format: 'hallsim-staffing/1',
    run: {
      engine: ENGINE,
      scenario: scenarioHash(scenario),
      variant,
      day: model.dayType,
      seed,
      replications: days,
      searchDays,
      confidence,
      complete,
    },
    target: { ...target, indifference: INDIFFERENCE },
    outcome: !kept ? 'missed' : reaches(own, 0) ? 'met' : 'within-indifference',
    groups: Object.fromEntries(
      model.groups.map(({ id }, g) => [
        id,
        slots.map(({ from, to }, k) => ({
          from: clockText(from),
          to: clockText(to),
          count: plan[g * slots.length + k]!,
        })),
      ]),
    ),
    counterHours: counterHours(problem, plan),
    achieved: valueOf(own),
    lessOne: kept
      ? neighbours.map(
          (one): Neighbour => ({
            group: model.groups[one.move.group]!.id,
            from: clockText(slots[one.move.slot]!.from),
            ...one.reached,
            verdict: verdict(one),
          }),
        )
      : [],
    file: { counterHours: counterHours(problem, problem.file), achieved: valueOf(file) },
    controlGain: own.gain,
  };
}

/** Days on which so many customers come. */
function daysOf(customers: number, perDay: number): number {
  return Math.min(400, Math.max(10, Math.ceil(customers / Math.max(1, perDay))));
}

function valueOf({ value, low, high }: PlanEstimate): StaffingValue {
  return { value, low, high };
}

function checkOptions({ replications, searchDays = 10 }: StaffOptions, confidence: number): void {
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

function withVariant(scenario: Scenario, variant: string): Scenario {
  const applied = applyVariant(scenario, variant);
  if (applied.ok) return applied.scenario;
  throw new RangeError(applied.issues.map(({ message }) => message.en).join('\n'));
}
