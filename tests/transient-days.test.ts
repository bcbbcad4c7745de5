import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  compile,
  type Demand,
  DemandField,
  DayRunner,
  OUTCOME,
  type VisitLog,
} from '@hallsim/hall';
import type { Scenario } from '@hallsim/scenario';

interface DayParams {
  readonly stepMinutes: number;
  readonly lambda_per_min: readonly number[];
  readonly staff: readonly number[];
  readonly mu_per_min: number;
  readonly abandonRate_per_min: number;
  readonly t_min?: number;
}

interface Case {
  readonly id: string;
  readonly metric: string;
  readonly definition: string;
  readonly params: DayParams;
  readonly value: number | null;
  readonly values?: readonly number[];
  readonly times_min?: readonly number[];
}

const { cases } = JSON.parse(
  readFileSync(new URL('./data/transient-days.json', import.meta.url), 'utf8'),
) as { cases: Case[] };

const DAYS = 4_000;
/** About 130 statistics are looked at; chance alone passes 4.5 once in a thousand such tables. */
const LARGEST_Z = 4.5;

/** The day of a case as a hall that opens at midnight. */
function hallOf({
  stepMinutes,
  lambda_per_min,
  staff,
  mu_per_min,
  abandonRate_per_min,
}: DayParams): Scenario {
  const clock = (i: number): string => {
    const minutes = i * stepMinutes;
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  };
  const byClock = <T>(list: readonly number[], value: (x: number) => T): Record<string, T> =>
    Object.fromEntries(list.map((x, i) => [clock(i), value(x)]));
  return {
    format: 'service-hall/1',
    day: { opens: '00:00', closes: clock(staff.length) },
    demand: { arrivals: byClock(lambda_per_min, (rate) => `${rate} per min`) },
    customers: {
      everyone: {
        share: '100%',
        ...(abandonRate_per_min > 0 && {
          patience: { exponential: { mean: `${1 / abandonRate_per_min} min` } },
        }),
      },
    },
    services: {
      errand: { share: '100%', time: { exponential: { mean: `${1 / mu_per_min} min` } } },
    },
    counters: {
      desk: {
        count: Math.max(...staff),
        skills: ['errand'],
        open: { day: byClock(staff, (n) => n) },
      },
    },
  } as Scenario;
}

/** What one day says about a case: one number for each time, or one for the day. */
function observe({ metric, params, times_min }: Case, demand: Demand, log: VisitLog): number[] {
  const { stepMinutes, staff } = params;
  const closes = stepMinutes * staff.length;
  const expected = params.lambda_per_min.reduce((sum, rate) => sum + rate * stepMinutes, 0);
  const visits = Array.from({ length: log.length }, (_, row) => {
    const arrived = demand.arrivedAt[row]!;
    const left = log.left[row]!;
    const served = log.outcome[row] === OUTCOME.served;
    const called = served ? log.start[row]! : left;
    return { arrived, left, served, called };
  });
  const share = (count: (visit: (typeof visits)[number]) => number): number[] => [
    visits.reduce((sum, visit) => sum + count(visit), 0) / expected,
  ];
  const at = (count: (t: number, i: number) => number): number[] => (times_min ?? []).map(count);
  const inSystem = (t: number): number => visits.filter((v) => v.arrived < t && v.left >= t).length;
  const inLine = (t: number): number => visits.filter((v) => v.arrived < t && v.called >= t).length;
  const last = visits.reduce((latest, visit) => Math.max(latest, visit.left), 0);
  switch (metric) {
    case 'meanNumberInSystem(t)':
      return at(inSystem);
    case 'meanQueueLength(t)':
      return at(inLine);
    case 'probWait(t-)':
      return at((t, i) => (inSystem(t) >= staff[i]! ? 1 : 0));
    case 'probWaitAverage(interval)':
      return at((t, i) => {
        const arrivals = params.lambda_per_min[i]! * stepMinutes;
        const waited = visits.filter(
          (v) => v.arrived >= t - stepMinutes && v.arrived < t && v.called > v.arrived,
        );
        return waited.length / arrivals;
      });
    case 'meanClearTime':
      return [Math.max(0, last - closes)];
    case 'probClear15':
      return [last <= closes + 15 ? 1 : 0];
    case 'meanTimeInQueue(day)':
      return share((v) => v.called - v.arrived);
    case 'fractionAbandoned(day)':
      return share((v) => (v.served ? 0 : 1));
    case 'probWait(day)':
      return share((v) => (v.called > v.arrived ? 1 : 0));
    case 'meanBusyCounterMinutes':
      return [
        visits.reduce(
          (sum, v) =>
            sum +
            (v.served ? Math.max(0, Math.min(closes, v.left) - Math.min(closes, v.called)) : 0),
          0,
        ),
      ];
    case 'serviceLevel(day)':
      return share((v) => (v.served && v.called - v.arrived <= params.t_min! ? 1 : 0));
    default:
      throw new Error(`no observation for ${metric}`);
  }
}

describe.each(['day-hall1', 'day-branch1'])(
  `%s: every half hour of ${DAYS} days agrees with the exact transient`,
  (day) => {
    const of = cases.filter(({ id }) => id.startsWith(`${day}-`));
    const sums = of.map(({ values }) => ({
      first: new Float64Array(values?.length ?? 1),
      second: new Float64Array(values?.length ?? 1),
    }));
    const model = compile(hallOf(of[0]!.params));
    const field = new DemandField(model, day);
    const runner = new DayRunner(model);
    let demand: Demand | undefined;
    let log: VisitLog | undefined;
    for (let replication = 0; replication < DAYS; replication++) {
      demand = field.draw(replication, demand);
      log = runner.run(demand, log);
      of.forEach((one, c) => {
        observe(one, demand!, log!).forEach((x, i) => {
          sums[c]!.first[i]! += x;
          sums[c]!.second[i]! += x * x;
        });
      });
    }

    test.each(of.map((one, c) => ({ ...one, c })))('$id: $definition', ({ c, value, values }) => {
      (values ?? [value!]).forEach((exact, i) => {
        const mean = sums[c]!.first[i]! / DAYS;
        const variance = sums[c]!.second[i]! / DAYS - mean * mean;
        const error = Math.sqrt(variance / (DAYS - 1));
        const z = (mean - exact) / error;
        expect(Math.abs(z), `step ${i}: simulated ${mean} ± ${error}, exact ${exact}`).toBeLessThan(
          LARGEST_Z,
        );
      });
    });
  },
);
