import { expect, test } from 'vitest';
import { changeText, decimal, percent, plain, valueText } from './number-text.js';

test('thousands are grouped, and what rounds to zero has no sign', () => {
  expect(decimal(1234567.891, 1)).toBe('1,234,567.9');
  expect(decimal(-1234.5, 0)).toBe('−1,235');
  expect(decimal(-0.04, 1)).toBe('0.0');
  expect(plain(997.0000001)).toBe('997');
  expect(plain(619.54)).toBe('619.5');
});

test('each unit has its digits, and nothing is a dash', () => {
  expect(valueText(3.4567, 'min')).toBe('3.46');
  expect(valueText(0.8766, 'share')).toBe(percent(0.8766));
  expect(percent(0.8766)).toBe('87.7%');
  expect(valueText(null, 'min')).toBe('–');
});

test('a change has its sign, and that of a share is in points', () => {
  expect(changeText(0.0123, 'share')).toBe('+1.2');
  expect(changeText(-5.234, 'min')).toBe('−5.23');
  expect(changeText(0.001, 'min')).toBe('0.00');
});
