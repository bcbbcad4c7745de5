import { expect, test } from 'vitest';
import type { MeasureValue, Summary } from '@hallsim/experiment';
import type { Scenario } from '@hallsim/scenario';
import { missedTargets, targetSentences } from './targets.js';
import { WORDS } from './words/words.js';

const withTargets = (targets: NonNullable<Scenario['targets']>): Scenario =>
  ({ targets }) as unknown as Scenario;
const promising = withTargets({ 'service-level': { within: '10 min', atLeast: '85%' } });
const few = withTargets({ abandonment: { atMost: '5%' } });

function reached(id: string, value: Partial<MeasureValue>): Summary {
  const found = { low: null, high: null, unit: 'share', ...value };
  return { measures: { [id]: found }, run: { target: '10 min' } } as unknown as Summary;
}
const level = (value: number, low: number, high: number): Summary =>
  reached('hall.serviceLevel.everyone', { value, low, high });
const left = (value: number, low: number, high: number): Summary =>
  reached('hall.abandoned.share', { value, low, high });

test.each([
  [level(0.86, 0.851, 0.87), 'the target of 85% is met.'],
  [level(0.84, 0.83, 0.849), 'the target of 85% is missed.'],
  [level(0.86, 0.84, 0.88), 'these days do not tell whether the target of 85% is met.'],
])('the interval decides whether a service level is kept (%#)', (summary, verdict) => {
  const [sentence] = targetSentences(promising, summary, WORDS.en);
  expect(sentence).toMatch(
    /^8\d\.0% \(8\d\.\d% to 8\d\.\d%\) of everyone who came was served within 10 min; /,
  );
  expect(sentence).toContain(`; ${verdict}`);
});

test('of those who leave there may be at most so many', () => {
  const say = (summary: Summary): string | undefined => targetSentences(few, summary, WORDS.zh)[0];
  expect(say(left(0.03, 0.02, 0.04))).toBe(
    '全部到厅客户中，中途离队的占 3.0%（2.0% 至 4.0%）；达到目标（不高于 5%）。',
  );
  expect(say(left(0.07, 0.06, 0.08))).toContain('；未达到目标（不高于 5%）。');
  expect(say(left(0.05, 0.04, 0.06))).toContain('；这些天数尚不能判定是否达到目标');
});

test('a service level in Chinese has its time in Chinese', () => {
  const [sentence] = targetSentences(promising, level(0.86, 0.851, 0.87), WORDS.zh);
  expect(sentence).toBe(
    '全部到厅客户中，10 分钟内办理的占 86.0%（85.1% 至 87.0%）；达到目标（不低于 85%）。',
  );
});

test('without an interval nothing is certain, unless every day is the same; of nobody nothing is said', () => {
  const say = (value: Partial<MeasureValue>): string =>
    targetSentences(promising, reached('hall.serviceLevel.everyone', value), WORDS.en).join();
  expect(say({ value: 0.9, reason: 'one-day' })).toContain('these days do not tell');
  expect(say({ value: 1, reason: 'no-variation' })).toContain('is met');
  expect(say({ value: null })).toMatch(/^Nobody came/);
  expect(targetSentences(withTargets({}), level(0.9, 0.8, 1), WORDS.en)).toEqual([]);
});

test('--strict goes by the value, though the interval may hold the target', () => {
  expect(missedTargets(promising, level(0.849, 0.84, 0.88), WORDS.en)).toHaveLength(1);
  expect(missedTargets(promising, level(0.851, 0.84, 0.88), WORDS.en)).toEqual([]);
  expect(WORDS.en.options.strict).toContain('by the value');
  expect(WORDS.zh.options.strict).toContain('以数值本身为准');
});
