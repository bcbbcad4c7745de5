import type { Staffing, StaffingOutcome } from '@hallsim/planning';
import { expect, test } from 'vitest';
import type { Context } from '../context.js';
import { en } from '../words/en.js';
import { zh } from '../words/zh.js';
import { alreadyLines, outcomeText } from './staff-outcome.js';

interface Reached {
  readonly low: number;
  readonly high: number;
  readonly id?: 'service-level' | 'abandonment';
  readonly share?: number;
  readonly complete?: boolean;
}

/** What is said of a plan of which 40 days show this interval. */
function said(outcome: StaffingOutcome, reached: Reached, words: Context['words'] = en): string {
  const { low, high, id = 'service-level', share = 0.8, complete = true } = reached;
  const answer = {
    outcome,
    target: { id, share, indifference: 0.003 },
    achieved: { value: (low + high) / 2, low, high },
    run: { replications: 40, complete },
  };
  return outcomeText(answer as Staffing, { words } as Context);
}

test('an interval that ends next to the promise is said to end there', () => {
  const near = { low: 0.7981, high: 0.81 };
  expect(said('within-indifference', { low: 0.79996, high: 0.81 })).toContain('79.996%, misses');
  expect(said('within-indifference', near)).toBe(
    'The promise is kept: the low end of the interval, 79.81%, misses 80.0% by less than 0.3 points, which counts as equal.',
  );
  expect(said('within-indifference', near, zh)).toContain('区间下限 79.81% 与目标 80.0% 相差不到');
  const left = { low: 0.04, high: 0.0512, id: 'abandonment', share: 0.05 } as const;
  expect(said('within-indifference', left)).toContain('the high end of the interval, 5.12%');
});

test('an interval that holds the promise asks for as many days as would tell, at least twice as many', () => {
  const days = (low: number, high: number): number =>
    Number(/--replications (\d+)/.exec(said('undecided', { low, high }))![1]);
  // a half width of 4.75 points is to become one of 2.45: 3.76 times the days, and half as many again
  expect(days(0.774, 0.869)).toBe(230);
  expect(days(0.6, 0.81)).toBe(80);
  expect(said('undecided', { low: 0.774, high: 0.869 }, zh)).toContain('77.4% 至 86.9% 包含目标');
  expect(said('undecided', { low: 0, high: 1, complete: false })).toMatch(
    /^Not judged yet: interrupted/,
  );
});

test('a roster that keeps the promise with no more counter hours than the plan is said to do so', () => {
  const lines = (low: number, hours: number, id = 'service-level', words = en): string[] => {
    const answer = {
      target: { id, share: 0.8, indifference: 0.003 },
      counterHours: 10,
      file: { counterHours: hours, achieved: { value: 0.82, low, high: 0.84 } },
      run: { replications: 40, complete: true },
    };
    return alreadyLines(answer as Staffing, { words } as Context);
  };
  expect(lines(0.81, 10)).toEqual([
    'The roster of the file already does it: it keeps the promise, at 82.0% (81.0% to 84.0%), with 10.0 counter hours, and this plan needs 10.0. No reason to change.',
  ]);
  expect(lines(0.81, 10, 'service-level', zh as typeof en)[0]).toContain('没有理由更换');
  // it does not certainly keep it, takes more hours, or more may leave than is promised
  expect([lines(0.79, 10), lines(0.81, 10.5), lines(0.81, 10, 'abandonment')]).toEqual([
    [],
    [],
    [],
  ]);
});
