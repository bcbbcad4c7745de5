import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Staffing, type StaffingTarget, staff } from '@hallsim/planning';
import { describe, expect, test } from 'vitest';
import { hallsim } from './hallsim-process.js';
import { root } from './sources.js';
import { hallOf, STAFFING_PROBLEMS, staffingProblem } from './validation/staffing/problems.js';
import {
  isStaffingRight,
  readStaffing,
  staffingText,
  summaries,
} from './validation/staffing/results.js';
import { runSearch } from './validation/staffing/run-search.js';

const S1 = staffingProblem('S1');
const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

// `npm run validate -- --only staffing` looks for plans under twenty seeds; here is the first of each.

describe('against staffing problems with a known optimum', () => {
  const file = readStaffing(root);

  test('twenty searches each are checked in: none better than can be, few that miss the promise, few counters too many', () => {
    expect(staffingText(file)).toBe(
      readFileSync(join(root, 'tests/data/validation-staffing.json'), 'utf8'),
    );
    expect(summaries(file).map(({ problem, searches }) => [problem.id, searches])).toEqual(
      STAFFING_PROBLEMS.map(({ id, seeds }) => [id, seeds]),
    );
    expect(isStaffingRight(file)).toBe(true);
  });

  test.each(STAFFING_PROBLEMS)(
    '$id: the first search finds the same plan again',
    async (problem) => {
      const found = file.searches.find(({ id, seed }) => id === problem.id && seed === 0);
      expect(await runSearch(problem, 0)).toEqual(found);
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
    const few = args.map((word) => (word === '200' ? '40' : word));
    const [en, zh] = await Promise.all([hallsim(few), hallsim([...few, '--lang', 'zh'])]);
    expect(en.stdout).toMatch(/^ {2}08:30–09:00 +\d$/m);
    expect(en.stdout.trimEnd().split('\n').at(-1)).toBe(
      `  hallsim staff ${COUNTY} --day normal --target service-level --replications 40 --seed first --confidence 95%`,
    );
    expect(zh.stdout).toContain('少开一个窗口');
  });

  test('a promise that no number of counters keeps is said to be missed, with what the most give', async () => {
    const hall = hallOf({ ...S1, most: 2 });
    const target: StaffingTarget = {
      id: 'service-level',
      within: '1 min',
      share: 0.95,
      per: 'day',
    };
    const answer = await staff(hall, { target, replications: 60, searchDays: 20 });
    expect(answer.outcome).toBe('missed');
    expect(answer.groups['all']!.map(({ count }) => count)).toEqual(S1.rates.map(() => 2));
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
