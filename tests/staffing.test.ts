import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scaledDemand, simulate } from '@hallsim/experiment';
import { ClosedDateError, type Staffing, type StaffingTarget, staff } from '@hallsim/planning';
import { parseScenario, type Scenario } from '@hallsim/scenario';
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

function example(name: string): Scenario {
  const read = parseScenario(readFileSync(join(root, 'examples', name)));
  if (!read.ok) throw new Error(read.issues.map(({ message }) => message.en).join('\n'));
  return read.scenario;
}

/** The hall with the counters of a plan written into its file. */
function planned(hall: Scenario, { groups }: Staffing): Scenario {
  const counters = Object.entries(hall.counters).map(([id, group]) => {
    const open = Object.fromEntries(groups[id]!.map(({ from, count }) => [from, count]));
    return [id, { ...(group as object), open: { normal: open } }] as const;
  });
  return { ...hall, counters: Object.fromEntries(counters) } as unknown as Scenario;
}

/** Enough to see what is meant. */
const quick = { replications: 40, searchDays: 20, seed: 'quick' } as const;

describe('hallsim staff', () => {
  const COUNTY = 'examples/halls/county-telecom.json';
  const args = ['staff', COUNTY, '--replications', '200', '--workers', '1'];

  test('keeps the promise with fewer hours than the file, and every neighbour fails or is a tie', async () => {
    const { code, stdout } = await hallsim([...args, '--json']);
    expect(code).toBe(0);
    const answer = JSON.parse(stdout) as Staffing;
    const { format, run, target, outcome, leftOut, groups, counterHours, achieved, lessOne } =
      answer;
    const { file, beside } = answer;
    expect(format).toBe('hallsim-staffing/1');
    expect(run).toMatchObject({ day: 'normal', replications: 200, complete: true });
    expect(target).toMatchObject({ within: '10 min', share: 0.85, indifference: 0.003 });
    expect([target.defaults, leftOut]).toEqual([[], []]);
    expect(['met', 'within-indifference']).toContain(outcome);
    expect(achieved.low).toBeGreaterThanOrEqual(0.847);
    expect(counterHours).toBeLessThan(file!.counterHours);
    expect(sum(groups['gen']!.map(({ count }) => count)) / 2).toBe(counterHours);
    expect(lessOne).toHaveLength(groups['gen']!.filter(({ count }) => count > 0).length);
    for (const { verdict, low, high } of lessOne) {
      if (verdict === 'fails') expect(high).toBeLessThan(0.85);
      if (verdict === 'tie') expect(low).toBeLessThan(0.847);
    }
    const [inFile, byHand] = await Promise.all([
      simulate(example('halls/county-telecom.json'), { replications: 200 }),
      simulate(planned(example('halls/county-telecom.json'), answer), { replications: 200 }),
    ]);
    for (const [id, value] of Object.entries(beside!.measures)) {
      expect([value.file, value.plan]).toEqual(
        [inFile, byHand].map(({ measures }) => measures[id]!.value),
      );
    }
    for (const [id, value] of Object.entries(beside!.by.service)) {
      expect([value.file, value.plan]).toEqual(
        [inFile, byHand].map(({ by }) => by.service[id]!['hall.serviceLevel.everyone']!.value),
      );
    }
  });

  test('prints the counters by half hour in both languages, what is not in them, and the command that finds them again', async () => {
    const file = 'examples/rules/elastic-counters.json';
    const small = ['staff', file, '--replications', '40', '--workers', '1'];
    const [en, zh] = await Promise.all([hallsim(small), hallsim([...small, '--lang', 'zh'])]);
    expect(en.stdout).toMatch(/^ {2}09:00–09:30 +\d$/m);
    expect(en.stdout).toContain('Not in the plan, though in the file: counters that open beyond');
    expect(en.stdout.trimEnd().split('\n').at(-1)).toBe(
      `  hallsim staff ${file} --target service-level --replications 40 --seed first --confidence 95%`,
    );
    expect(zh.stdout).toContain('文件中有而本方案未考虑：排队时临时加开的窗口。');
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

  test('clerks: no more than there are and than the room has counters for; the file is what simulating it says', async () => {
    const hall = example('rules/clerks-in-groups.json');
    const { groups, leftOut, target, file, achieved } = await staff(hall, quick);
    expect(leftOut).toEqual(['shifts']);
    expect(target).toMatchObject({ defaults: ['within', 'share'], within: '10 min', share: 0.8 });
    const at = (id: string): number[] => groups[id]!.map(({ count }) => count);
    expect(at('front.seniors').map((count, k) => count + at('front.trainees')[k]!)).toEqual(
      Array(6).fill(2),
    );
    expect(Math.max(...at('front.seniors'), ...at('vip-desk.host'))).toBe(1);
    // a clerk from 09:00, one at the desk for VIPs, and the second counter of the room from 09:30
    expect(file!.counterHours).toBeCloseTo(8.5, 9);
    const { measures } = await simulate(hall, { replications: 40, seed: quick.seed });
    const told = measures['hall.serviceLevel.everyone']!;
    expect(file!.achieved.value).toBeGreaterThan(told.low!);
    expect(file!.achieved.value).toBeLessThan(told.high!);
    expect(achieved.low!).toBeGreaterThan(file!.achieved.high!);
  });

  test('counters beyond the roster: the plan is that of the hall without them, the file has them', async () => {
    const hall = example('rules/elastic-counters.json');
    const [base, without] = await Promise.all([
      staff(hall, quick),
      staff(hall, { ...quick, variant: 'without' }),
    ]);
    expect([base.leftOut, without.leftOut]).toEqual([['elastic'], []]);
    expect(base.groups).toEqual(without.groups);
    expect(base.achieved).toEqual(without.achieved);
    expect(without.file!.counterHours).toBeCloseTo(9, 9);
    expect(base.file!.counterHours).toBeGreaterThan(9);
    expect(base.file!.achieved.value).toBeGreaterThan(without.file!.achieved.value!);
  });

  test('days that do not decide are said not to, and the same counters in the file reach the same', async () => {
    const file = 'examples/rules/line-per-counter.json';
    const asked = ['staff', file, '--replications', '40', '--workers', '1', '--strict'];
    const { code, stdout, stderr } = await hallsim(asked);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^These days do not decide: .* Take more days, such as --replications/);
    const [plan, own] = [/this plan {2}(.*)/, /the file {3}(.*)/].map(
      (row) => row.exec(stdout)![1],
    );
    expect(plan).toBe(own);
    expect(stdout).toContain('80.0% of everyone served within 10 min is the default');
  });

  test('a promise for each half hour is planned without those that not even all counters can keep, which are named', async () => {
    const hall = hallOf({ ...S1, most: 3, rates: [0.05, 0.05, 2, 0.05, 0.05, 0.05, 0.05, 0.05] });
    const target = { ...S1.target, within: '2 min' } as const;
    const answer = await staff(hall, { ...quick, replications: 200, target });
    const beyond = answer.outOfReach.map(({ from }) => from);
    expect(beyond).toContain('09:00');
    expect(beyond).not.toContain('08:00');
    for (const { high } of answer.outOfReach) expect(high).toBeLessThan(target.share);
    expect(answer.achieved.value).toBeGreaterThan(
      Math.max(...answer.outOfReach.map(({ high }) => high)),
    );
    const day = await staff(hall, { ...quick, target, per: 'day' });
    expect(day).toMatchObject({ outOfReach: [], target: { per: 'day' } });
  });

  test('by half hour and into a table: the command says so, and every half hour stands there with one counter less', async () => {
    const file = 'examples/rules/elastic-counters.json';
    const folder = mkdtempSync(join(tmpdir(), 'hallsim-staff-'));
    const csv = join(folder, 'plan.csv');
    const per = ['staff', file, '--per', 'half-hour'];
    const small = [...per, '--replications', '40', '--workers', '1', '--csv', csv];
    const [{ code, stdout }, wrong, left] = await Promise.all([
      hallsim(small),
      hallsim(['staff', file, '--per', 'hour']),
      hallsim([...per, '--target', 'abandonment']),
    ]);
    const [heads, ...lines] = readFileSync(csv, 'utf8').trimEnd().split('\n');
    rmSync(folder, { recursive: true });
    expect([code, wrong.code, left.code]).toEqual([0, 2, 2]);
    expect(stdout).toContain('of everyone of each half hour served within 10 min');
    expect(stdout).toContain('--target service-level --per half-hour --replications 40');
    expect(heads).toBe('group,from,to,count,less.value,less.low,less.high,less.verdict');
    expect(lines).toHaveLength(stdout.match(/^ {2}\d\d:\d\d–\d\d:\d\d /gm)!.length);
    expect(lines[0]).toMatch(/^\w+,09:00,09:30,\d,/);
    expect([wrong.stderr, left.stderr].join()).toMatch(/write day or half-hour.*write --per day/s);
  });

  test('for a date it plans what the calendar says of it, and for a closed one nothing', async () => {
    const hall = example('halls/bank-branch.json');
    const { groups, achieved, run } = await staff(hall, { ...quick, date: '2026-10-05' });
    expect(run).toMatchObject({ day: 'normal', date: '2026-10-05' });
    expect(run.factor).toBeGreaterThan(1.2);
    const busier = scaledDemand(hall, 'normal', run.factor!);
    const same = await staff(busier, { ...quick, day: 'normal' });
    expect([same.groups, same.achieved]).toEqual([groups, achieved]);
    await expect(staff(hall, { date: '2026-10-04' })).rejects.toThrow(ClosedDateError);
    const closed = await hallsim([
      'staff',
      'examples/halls/bank-branch.json',
      '--date',
      '2026-10-04',
    ]);
    expect(closed.code).toBe(2);
    expect(closed.stderr).toContain('--date 2026-10-04: the hall is closed on that date.\n');
  });

  test('a day on which nobody comes promises nothing', async () => {
    const nobody = hallOf({ ...S1, rates: S1.rates.map(() => 0) });
    const { outcome, achieved, file } = await staff(nobody, quick);
    expect(outcome).toBe('nobody-came');
    expect(achieved).toEqual({ value: null, low: null, high: null });
    expect(file!.achieved).toEqual(achieved);
  });

  test('a day of a thousand hours, the first twenty to warm up, is refused as input, with the way out, in both languages', async () => {
    const args = ['staff', 'examples/demand/teaching-queue.json', '--workers', '1'];
    const [en, zh] = await Promise.all([hallsim(args), hallsim([...args, '--lang', 'zh'])]);
    expect([en.code, zh.code]).toEqual([1, 1]);
    expect(en.stderr).toMatch(
      /day\.lasts .* 1,960 half hours that count; .* at most 96 .* at most 48 h/,
    );
    expect(zh.stderr).toMatch(/day\.lasts .* 1,960 个计入统计的半小时/);
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
      const { run, groups, outcome, achieved } = await staff(hall, {
        signal,
        replications: 40,
        searchDays: 10,
      });
      expect(run.complete).toBe(false);
      expect(run.replications === 0).toBe(achieved.value === null);
      expect(groups['all']).toHaveLength(S1.rates.length);
      expect(['met', 'within-indifference', 'undecided']).toContain(outcome);
    }
  });

  test('options out of range are named with their value', async () => {
    const hall = hallOf(S1);
    await expect(staff(hall, { replications: 10 })).rejects.toThrow('not 10');
    await expect(staff(hall, { searchDays: 1 })).rejects.toThrow('not 1');
    await expect(staff(hall, { target: 'queue' })).rejects.toThrow('It has none.');
    const target = { id: 'service-level', within: '5 min', share: 1.2, per: 'day' } as const;
    await expect(staff(hall, { target })).rejects.toThrow('not 1.2');
  });
});
