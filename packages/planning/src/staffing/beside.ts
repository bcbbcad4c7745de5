import {
  compare,
  type IntervalSummary,
  type MeasureValues,
  type Runner,
  type StopSignal,
} from '@hallsim/experiment';
import type { Beside, BesideValue } from './staffing-json.js';
import { openOf, type StaffingPlan, type StaffingProblem } from './staffing-problem.js';

/** Days by which the file and the plan are compared, at most: counter hours and what happens to others are known well enough. */
const DAYS = 200;
/** What the promise does not speak of, and a plan may make worse. */
const MEASURES = [
  'hall.abandoned',
  'hall.balked',
  'hall.unserved',
  'counter.wait.p90',
  'counter.overtime',
] as const;
/** Of each service and customer class. */
const IN_TIME = 'hall.serviceLevel.everyone';
/** Whose share in time falls by more than 10 points is named. */
const FALL = 0.1;

interface BesideOptions {
  readonly seed: string;
  /** Days of the decision. */
  readonly days: number;
  readonly confidence: number;
  readonly rules: StaffingProblem['rules'];
  readonly runner?: Runner;
  readonly signal?: StopSignal;
}

/** The file and a plan on the same customers: what the plan does to everything that was not promised. */
export async function besidePlan(
  problem: StaffingProblem,
  plan: StaffingPlan,
  { days, ...options }: BesideOptions,
): Promise<{
  readonly beside: Beside;
  /** Counter hours a day of the file. */
  readonly counterHours: number;
  readonly complete: boolean;
}> {
  const { file, scenario, day } = problem;
  const { base, variants } = await compare(file, {
    ...options,
    replications: Math.min(days, DAYS),
    ...(day !== undefined && { day }),
    variants: { plan: scenario },
    open: { plan: openOf(problem, plan) },
    parts: true,
  });
  const { summary, change, changeBy } = variants['plan']!;
  const inTime = (part: 'service' | 'customer'): Record<string, BesideValue> =>
    Object.fromEntries(
      Object.entries(changeBy![part]).map(([id, changes]) => [
        id,
        valueOf(IN_TIME, base.by[part][id]!, summary.by[part][id]!, changes),
      ]),
    );
  const by = { service: inTime('service'), customer: inTime('customer') };
  return {
    beside: {
      replications: base.run.replications,
      measures: Object.fromEntries(
        MEASURES.map((id) => [id, valueOf(id, base.measures, summary.measures, change)]),
      ),
      by,
      fallen: fallen(by),
    },
    counterHours: hoursOf(base.intervals),
    complete: base.run.complete,
  };
}

function valueOf(
  id: string,
  before: MeasureValues,
  after: MeasureValues,
  changes: MeasureValues,
): BesideValue {
  const { value: change, low, high, unit } = changes[id]!;
  return { file: before[id]!.value, plan: after[id]!.value, change, low, high, unit };
}

/** Those whose share in time falls, by more than chance does, those who lose most first. */
function fallen(by: Beside['by']): Beside['fallen'] {
  return (['service', 'customer'] as const)
    .flatMap((part) =>
      Object.entries(by[part]).map(([id, { change, high }]) => ({
        part,
        id,
        change: change ?? 0,
        high: high ?? change ?? 0,
      })),
    )
    .filter(({ change, high }) => change < -FALL && high < 0)
    .toSorted((a, b) => a.change - b.change)
    .map(({ part, id }) => ({ part, id }));
}

function hoursOf(intervals: readonly IntervalSummary[]): number {
  return intervals.reduce(
    (sum, { from, to, openCounters }) => sum + openCounters * (hour(to) - hour(from)),
    0,
  );
}

/** Hours since midnight of a clock text; a day may end at 48:00. */
function hour(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return hours + minutes / 60;
}
