import { type Staffing, type StaffingTarget, staff } from '@hallsim/planning';
import { defineScenario, type Scenario } from '@hallsim/scenario';
import { type DayPlan, serviceLevel, transientDay } from '@hallsim/theory';
import { describe, expect, test } from 'vitest';
import { hallsim } from './hallsim-process.js';

/** Staffing problems whose optimum is known and proved, see docs/validation.md. */
const S1 = {
  rates: [0.15, 0.35, 0.6, 0.3, 0.2, 0.45, 0.55, 0.15],
  service: 12,
  patience: 60,
  most: 10,
} as const;
const S2 = {
  rates: [0.15, 0.3, 0.45, 0.5, 0.45, 0.35, 0.25, 0.3, 0.4, 0.35, 0.25, 0.15],
  service: 6,
  patience: 20,
  most: 7,
} as const;
const S3 = {
  rates: [
    0.4, 0.64, 0.88, 0.96, 0.8, 0.64, 0.48, 0.4, 0.48, 0.64, 0.8, 0.88, 0.72, 0.56, 0.4, 0.24,
  ],
  service: 6,
  patience: 20,
  most: 9,
} as const;
type Problem = typeof S1 | typeof S2 | typeof S3;

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The problem as a hall: one line, one group, a roster that the search replaces. */
function hallOf({ rates, service, patience, most }: Problem): Scenario {
  const opens = 480;
  const arrivals = rates.map((rate, k) => [clock(opens + 30 * k), `${rate} per min`]);
  return defineScenario({
    format: 'service-hall/1',
    day: { opens: '08:00', closes: clock(opens + 30 * rates.length) as '12:00' },
    demand: { arrivals: Object.fromEntries(arrivals) as Record<'08:00', '1 per min'> },
    customers: { all: { share: '100%', patience: { exponential: `${patience} min` } } },
    services: { one: { share: '100%', time: { exponential: `${service} min` } } },
    counters: { all: { count: most, skills: ['one'], open: { all: { '08:00': most } } } },
  });
}

function exactDay({ rates, service, patience }: Problem, counts: readonly number[]): DayPlan {
  return {
    intervals: rates.map((arrivalRate, k) => ({ length: 30, arrivalRate, servers: counts[k]! })),
    serviceRate: 1 / service,
    patienceMean: patience,
  };
}

const counts = ({ groups }: Staffing): number[] => groups['all']!.map(({ count }) => count);
const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

describe('against staffing problems with a known optimum', { timeout: 600_000 }, () => {
  test('S1: at most 30 % of each half hour wait: at most one counter more than the optimum, 51, and the promise kept by the exact transient', async () => {
    const target: StaffingTarget = {
      id: 'service-level',
      within: '0 min',
      share: 0.7,
      per: 'half-hour',
    };
    const answer = await staff(hallOf(S1), {
      target,
      seed: 's1',
      searchDays: 1000,
      replications: 15_000,
    });
    const plan = counts(answer);
    const waits = transientDay(exactDay(S1, plan)).intervals.map(({ waitShare }) => waitShare);
    expect(sum(plan)).toBeGreaterThanOrEqual(51);
    expect(sum(plan)).toBeLessThanOrEqual(52);
    // 0.003 is what the problem calls the resolution of a simulation
    expect(Math.max(...waits)).toBeLessThan(0.303);
  });

  // The optimum of shifts: counters per half hour are free, so they may not need more.
  test.each([
    ['S2', S2, 0.9, 35],
    ['S3', S3, 0.92, 80],
  ] as const)(
    '%s: no more counters than the best shifts, and the promise kept',
    async (seed, problem, share, shifts) => {
      const target: StaffingTarget = { id: 'service-level', within: '10 min', share, per: 'day' };
      const answer = await staff(hallOf(problem), { target, seed });
      const plan = counts(answer);
      expect(sum(plan)).toBeLessThanOrEqual(shifts);
      const exact = serviceLevel(exactDay(problem, plan), 10);
      expect(exact.day).toBeGreaterThan(share - 0.003);
    },
  );
});

describe('hallsim staff', () => {
  const COUNTY = 'examples/halls/county-telecom.json';
  const args = ['staff', COUNTY, '--replications', '200', '--workers', '1'];

  test('keeps the promise with fewer hours than the file, and every neighbour fails or is a tie', async () => {
    const { code, stdout } = await hallsim([...args, '--json']);
    expect(code).toBe(0);
    const answer = JSON.parse(stdout) as Staffing;
    const { format, run, target, outcome, groups, counterHours, achieved, lessOne, file } = answer;
    expect(format).toBe('hallsim-staffing/1');
    expect(run).toMatchObject({ day: 'normal', replications: 200, complete: true });
    expect(target).toMatchObject({ within: '10 min', share: 0.85, indifference: 0.003 });
    expect(['met', 'within-indifference']).toContain(outcome);
    expect(achieved.low).toBeGreaterThanOrEqual(0.847);
    expect(counterHours).toBeLessThan(file.counterHours);
    expect(sum(groups['gen']!.map(({ count }) => count)) / 2).toBe(counterHours);
    expect(lessOne).toHaveLength(groups['gen']!.filter(({ count }) => count > 0).length);
    for (const { verdict, low, high } of lessOne) {
      if (verdict === 'fails') expect(high).toBeLessThan(0.85);
      if (verdict === 'tie') expect(low).toBeLessThan(0.847);
    }
  });

  test('prints the counters by half hour in both languages, and the command that finds them again', async () => {
    const [en, zh] = await Promise.all([hallsim(args), hallsim([...args, '--lang', 'zh'])]);
    expect(en.stdout).toMatch(/^ {2}08:30–09:00 +\d$/m);
    expect(en.stdout.trimEnd().split('\n').at(-1)).toBe(
      `  hallsim staff ${COUNTY} --day normal --target service-level --replications 200 --seed first --confidence 95%`,
    );
    expect(zh.stdout).toContain('少开一个窗口');
  });

  test('a promise that no number of counters keeps is said to be missed, with what the most give', async () => {
    const hall = hallOf({ ...S1, most: 2 } as unknown as Problem);
    const target: StaffingTarget = {
      id: 'service-level',
      within: '1 min',
      share: 0.95,
      per: 'day',
    };
    const answer = await staff(hall, { target, replications: 60, searchDays: 20 });
    expect(answer.outcome).toBe('missed');
    expect(counts(answer)).toEqual(S1.rates.map(() => 2));
    expect(answer.achieved.value).toBeLessThan(0.95);
    expect(answer.lessOne).toEqual([]);
  });

  test('that is stopped, at whatever moment, says so and gives the plan it had come to', async () => {
    const hall = hallOf(S1);
    for (const looks of [0, 1, 7, 20, 40]) {
      let left = looks;
      const signal = {
        get aborted(): boolean {
          return left-- <= 0;
        },
      };
      const { run, groups, outcome } = await staff(hall, {
        signal,
        replications: 40,
        searchDays: 10,
      });
      expect(run.complete).toBe(false);
      expect(groups['all']).toHaveLength(S1.rates.length);
      expect(['met', 'within-indifference', 'missed']).toContain(outcome);
    }
  });

  test('options out of range are named with their value', async () => {
    const hall = hallOf(S1);
    await expect(staff(hall, { replications: 10 })).rejects.toThrow('not 10');
    await expect(staff(hall, { searchDays: 1 })).rejects.toThrow('not 1');
    await expect(staff(hall, { target: 'queue' })).rejects.toThrow('It has: service-level');
    const target = { id: 'service-level', within: '5 min', share: 1.2, per: 'day' } as const;
    await expect(staff(hall, { target })).rejects.toThrow('not 1.2');
  });
});
