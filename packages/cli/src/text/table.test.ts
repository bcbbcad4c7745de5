import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { table } from './table.js';

test('columns stand under each other where a Chinese character is two columns wide', () => {
  const lines = table([
    ['指标', '数值'],
    ['人工平均等候', '3.36'],
    ['Served', '1,008.9'],
  ]);
  expect(lines).toEqual([
    '  指标             数值',
    '  人工平均等候     3.36',
    '  Served        1,008.9',
  ]);
  expect(new Set(lines.map((line) => stringWidth(line))).size).toBe(1);
});

test('a left column ends without blanks, and rows may be short', () => {
  expect(table([['a', 'long'], ['bb', ''], ['c']], ['left', 'left'], '')).toEqual([
    'a   long',
    'bb',
    'c',
  ]);
});
