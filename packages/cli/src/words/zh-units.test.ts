import { expect, test } from 'vitest';
import { spreadZh, timeZh } from './zh-units.js';

test.each([
  ['54 per hour', '每小时 54 人'],
  ['0.9 per min', '每分钟 0.9 人'],
  ['exponential 5 min', '指数分布，均值 5 分钟'],
  ['lognormal 4 min cv 0.8', '对数正态分布，均值 4 分钟，变异系数 0.8'],
  ['erlang 6 min k 2', '爱尔朗分布，均值 6 分钟，k = 2'],
  ['uniform 2 min to 8 min', '均匀分布，2 分钟至 8 分钟'],
  ['fixed 90 s', '固定 90 秒'],
  ['whatever 5 min', 'whatever 5 min'],
])('in Chinese %s is %s', (text, words) => {
  expect(spreadZh(text)).toBe(words);
});

test('a time has its unit in Chinese', () => {
  expect(timeZh('10 min')).toBe('10 分钟');
  expect(timeZh('soon')).toBe('soon');
});
