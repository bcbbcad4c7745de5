import type { StaffingTarget } from '@hallsim/planning';
import { defineScenario, type Scenario } from '@hallsim/scenario';
import type { DayPlan } from '@hallsim/theory';

/** A staffing problem whose optimum is known and proved, or bounded. Times are minutes, rates a minute. */
export interface StaffingProblem {
  readonly id: string;
  readonly what: string;
  /** Arrivals in each half hour. */
  readonly rates: readonly number[];
  /** Means of the exponential service and patience. */
  readonly service: number;
  readonly patience: number;
  /** Counters there are. */
  readonly most: number;
  readonly target: StaffingTarget;
  /** Counters, added up over the half hours, of the best plan; of `shifts` those of the best shifts, which a free plan need not spend. */
  readonly best: { readonly counters: number; readonly of: 'optimum' | 'shifts' };
  /** Largest share of a half hour's customers who may wait, where the problem says so. */
  readonly waiting: number;
  /** Fewest counters of each half hour with which no larger share can wait, whatever the other half hours have. */
  readonly bounds: readonly number[];
  /** Days of the search and of the decision; absent = the defaults. */
  readonly days?: { readonly searchDays: number; readonly replications: number };
  readonly seeds: number;
}

export const STAFFING_PROBLEMS: readonly StaffingProblem[] = [
  {
    id: 'S1',
    what: 'of each of 8 half hours at most 30 % wait',
    rates: [0.15, 0.35, 0.6, 0.3, 0.2, 0.45, 0.55, 0.15],
    service: 12,
    patience: 60,
    most: 10,
    target: { id: 'service-level', within: '0 min', share: 0.7, per: 'half-hour' },
    best: { counters: 51, of: 'optimum' },
    waiting: 0.3,
    bounds: [3, 5, 8, 7, 5, 6, 8, 5],
    days: { searchDays: 1000, replications: 15_000 },
    seeds: 20,
  },
  {
    id: 'S2',
    what: 'of a day of 12 half hours 90 % are served within 10 min',
    rates: [0.15, 0.3, 0.45, 0.5, 0.45, 0.35, 0.25, 0.3, 0.4, 0.35, 0.25, 0.15],
    service: 6,
    patience: 20,
    most: 7,
    target: { id: 'service-level', within: '10 min', share: 0.9, per: 'day' },
    best: { counters: 35, of: 'shifts' },
    waiting: 0.85,
    bounds: [1, 1, 2, 2, 2, 2, 1, 1, 2, 2, 1, 1],
    seeds: 20,
  },
  {
    id: 'S3',
    what: 'of a day of 16 half hours 92 % are served within 10 min',
    rates: [
      0.4, 0.64, 0.88, 0.96, 0.8, 0.64, 0.48, 0.4, 0.48, 0.64, 0.8, 0.88, 0.72, 0.56, 0.4, 0.24,
    ],
    service: 6,
    patience: 20,
    most: 9,
    target: { id: 'service-level', within: '10 min', share: 0.92, per: 'day' },
    best: { counters: 80, of: 'shifts' },
    waiting: 0.85,
    bounds: [1, 3, 4, 4, 4, 3, 2, 2, 2, 3, 3, 4, 3, 3, 2, 1],
    seeds: 20,
  },
];

export const staffingProblem = (id: string): StaffingProblem =>
  STAFFING_PROBLEMS.find((one) => one.id === id)!;

const OPENS = 480;
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The problem as a hall: one line, one group, a roster that the search replaces. */
export function hallOf({ rates, service, patience, most }: StaffingProblem): Scenario {
  const arrivals = rates.map((rate, k) => [clock(OPENS + 30 * k), `${rate} per min`]);
  return defineScenario({
    format: 'service-hall/1',
    day: { opens: '08:00', closes: clock(OPENS + 30 * rates.length) as '12:00' },
    demand: { arrivals: Object.fromEntries(arrivals) as Record<'08:00', '1 per min'> },
    customers: { all: { share: '100%', patience: { exponential: `${patience} min` } } },
    services: { one: { share: '100%', time: { exponential: `${service} min` } } },
    counters: { all: { count: most, skills: ['one'], open: { all: { '08:00': most } } } },
  });
}

/** A plan for it, for the exact transient. */
export function exactDay(
  { rates, service, patience }: StaffingProblem,
  counts: readonly number[],
): DayPlan {
  return {
    intervals: rates.map((arrivalRate, k) => ({ length: 30, arrivalRate, servers: counts[k]! })),
    serviceRate: 1 / service,
    patienceMean: patience,
  };
}
