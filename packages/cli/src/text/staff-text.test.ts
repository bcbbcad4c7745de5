import { type Staffing, staff, type StaffOptions } from '@hallsim/planning';
import { defineScenario, type Scenario } from '@hallsim/scenario';
import { expect, test } from 'vitest';
import type { Context } from '../context.js';
import { en } from '../words/en.js';
import { zh } from '../words/zh.js';
import { staffText } from './staff-text.js';

/** Many who pay, and a few who ask for something long; one clerk goes at ten, when most come. */
const hall = defineScenario({
  format: 'service-hall/1',
  day: { opens: '09:00', closes: '11:00' },
  demand: { arrivals: { '09:00': '40 per hour' } },
  customers: { all: { share: '100%' } },
  services: {
    pay: { share: '90%', time: { exponential: '3 min' } },
    advice: { share: '10%', time: { exponential: '20 min' } },
  },
  counters: { count: 9 },
  staff: {
    early: { headcount: 1, skills: ['pay'], shift: { from: '09:00', to: '10:00' } },
    late: { headcount: 4, skills: ['pay'], shift: { from: '10:00', to: '11:00' } },
    advisers: { headcount: 4, skills: ['advice'], shift: { from: '09:00', to: '11:00' } },
  },
  targets: { 'service-level': { within: '5 min', atLeast: '80%' } },
});
const quick = { replications: 40, searchDays: 20, seed: 'text' } as const;

function textOf(answer: Staffing, words: Context['words'] = en, scenario: Scenario = hall): string {
  const io = { today: () => '2026-10-15' };
  const language = words === zh ? 'zh' : 'en';
  const context = { io, words, language, program: 'hallsim' } as unknown as Context;
  const days = String(quick.replications);
  const report = { file: 'hall.json', rules: [], replications: days, variants: {} };
  return staffText(answer, { ...report, scenario, context });
}

test('what else changes stands beside the plan, with those who pay for it, and where no such clerk is on shift', async () => {
  const answer = await staff(hall, quick);
  const text = textOf(answer);
  const { beside, groups } = answer;
  expect(beside!.fallen).toEqual([{ part: 'service', id: 'advice' }]);
  const { file, plan } = beside!.by.service['advice']!;
  const [before, after] = [file, plan].map((share) => `${(100 * share!).toFixed(1)}%`);
  expect(text).toMatch(
    /this plan +change +interval\n {2}In time: advice \(service that loses most/,
  );
  expect(text).toContain(`In time, of everyone of them: advice ${after} instead of ${before}.\n`);
  expect(text).toMatch(/^ {2}Overtime, not in the counter hours +\d/m);
  expect(textOf(answer, zh)).toContain(`其全部客户的达标率：advice由 ${before} 降至 ${after}。\n`);

  const off = Object.values(groups).flatMap((slots) => slots.filter(({ offShift }) => offShift));
  expect(groups['late']!.slice(0, 2).map(({ offShift }) => offShift)).toContain(true);
  expect(groups['late']!.slice(2).some(({ offShift }) => offShift)).toBe(false);
  expect(text.match(/\d\*/g)).toHaveLength(off.length);
  expect(text).toContain('* outside the shifts of the file');
  expect(textOf(answer, zh)).toContain('* 在文件的班次之外');
});

test('a plan that was never judged is said to be so before its counters', async () => {
  const stopped: StaffOptions = { ...quick, signal: { aborted: true } };
  const answer = await staff(hall, stopped);
  expect(answer).toMatchObject({ outcome: 'undecided', beside: null, file: null });
  expect(answer.run).toMatchObject({ replications: 0, complete: false });
  const text = textOf(answer);
  expect(text).not.toContain('nobody came');
  expect(text.indexOf('Not judged yet: interrupted')).toBeLessThan(text.indexOf('Counters open'));
  expect(text).toMatch(/this plan +\d+\.\d +counter hours +not judged yet\n/);
  expect(text).toMatch(/The whole answer:\n {2}hallsim staff hall\.json .*--replications 40 /);
  expect(textOf(answer, zh)).toMatch(/尚未判定：.*\n\n开放窗口/);
});

test('where one counter less may do as well, the plan is not called the fewest', async () => {
  const answer = await staff(hall, quick);
  const tie = { ...answer.lessOne[0]!, verdict: 'tie' } as const;
  const fails = { ...tie, verdict: 'fails' } as const;
  const said = (lessOne: Staffing['lessOne'], words = en): string =>
    textOf({ ...answer, lessOne }, words);
  const only = { ...tie, verdict: 'only-counter' } as const;
  expect(said([tie, only])).toContain('it is not certain that one counter less would fail');
  expect(said([tie, tie])).toContain('Without --replications as many days are taken as it needs.');
  expect(said([tie, fails])).toContain('1 of the 2 plans with one less may keep the promise too.');
  expect(said([fails, fails])).not.toContain('certain');
  expect(said([tie, tie], zh)).toContain('不能确定少开一个窗口就达不到承诺');
});

test('a promise is written with its digits, and what reaches it with as many as tell them apart', async () => {
  const answer = await staff(hall, quick);
  const target = { ...answer.target, share: 0.9995, indifference: 0.00005 };
  const achieved = { value: 0.999512, low: 0.999488, high: 0.999536 };
  const text = textOf({ ...answer, target, achieved, outcome: 'within-indifference' });
  expect(text).toContain('99.950% of everyone served within 5 min (0.005 points count as equal)');
  expect(text).toContain('99.951% (99.949% to 99.954%)');
  expect(text).toContain('interval, 99.9488%, misses 99.950% by less than 0.005 points');
});
