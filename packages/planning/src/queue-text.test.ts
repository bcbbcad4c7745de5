import { describe, expect, test } from 'vitest';
import { arrivalsFromText, QueueTextError, spreadFromText } from './queue-text.js';
import { isExponential, lawOf, spreadMean, spreadScv } from './time-spread.js';

describe('a spread as text', () => {
  test.each([
    ['exponential 5 min', { family: 'exponential', mean: 5 }, 1],
    ['fixed 90 s', { family: 'fixed', value: 1.5 }, 0],
    ['lognormal 4 min cv 0.8', { family: 'lognormal', mean: 4, cv: 0.8 }, 0.64],
    ['gamma 6 min cv 0.5', { family: 'gamma', mean: 6, cv: 0.5 }, 0.25],
    ['erlang 6 min k 2', { family: 'erlang', mean: 6, k: 2 }, 0.5],
    ['hyperexponential 5 min cv 2', { family: 'hyperexponential', mean: 5, cv: 2 }, 4],
    ['weibull 0.1 h cv 0.5', { family: 'weibull', mean: 6, cv: 0.5 }, 0.25],
    ['uniform 2 min to 8 min', { family: 'uniform', from: 2, to: 8 }, 0.12],
    ['  uniform  0 min  to 8 min ', { family: 'uniform', from: 0, to: 8 }, 1 / 3],
  ] as const)('"%s" is read in minutes, and theory knows its mean and cv', (text, spread, scv) => {
    const read = spreadFromText(text);
    expect(read).toEqual(spread);
    expect(spreadScv(read)).toBeCloseTo(scv, 12);
    const law = lawOf(read);
    expect(law.mean).toBeCloseTo(spreadMean(read), 9);
    expect(law.scv).toBeCloseTo(scv, 9);
  });

  test.each([
    ['lognorm 4 min cv 1', /"lognorm 4 min cv 1".*no family "lognorm".*Did you mean "lognormal"\?/],
    ['', /no family "".*lognormal 4 min cv 0.8.*exponential, fixed/],
    ['exponential 5', /"exponential 5" cannot be read.*"exponential 5 min"/],
    ['exponential 5 min cv 1', /cannot be read/],
    ['exponential 0 min', /the time is 0 min.*more than 0/],
    ['lognormal 4 min', /Write it like "lognormal 4 min cv 0.8"/],
    ['lognormal 4 min k 2', /cannot be read/],
    ['gamma 4 min cv 11', /the cv is 11.*0\.01 to 10/],
    ['hyperexponential 4 min cv 1', /the cv is 1.*more than 1/],
    ['erlang 4 min k 1.5', /k is 1\.5.*whole number/],
    ['uniform 8 min to 2 min', /ends before it begins/],
    ['uniform 2 min', /uniform 2 min to 8 min/],
  ])('"%s" is refused with its text and the way out, in both languages', (text, says) => {
    let error: unknown;
    try {
      spreadFromText(text);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(QueueTextError);
    const { message, said, fix } = error as QueueTextError;
    expect(message).toMatch(says);
    expect(said.zh + fix.zh).toMatch(/\p{Script=Han}/u);
  });

  test('a time without a family is told how it may be written', () => {
    expect(() => spreadFromText('5 min')).toThrow(/"fixed 5 min".*"exponential 5 min"/);
    expect(() => spreadFromText('5')).toThrow(/"fixed 5 min"/);
  });

  test('what is exponential under another name is known as such', () => {
    const names = ['erlang 5 min k 1', 'gamma 5 min cv 1', 'weibull 5 min cv 1'];
    expect(names.map((text) => isExponential(spreadFromText(text)))).toEqual([true, true, true]);
    expect(isExponential(spreadFromText('lognormal 5 min cv 1'))).toBe(false);
  });
});

test('arrivals are a Poisson rate or a spread of gaps', () => {
  expect(arrivalsFromText('54 per hour')).toEqual({ perMinute: 0.9 });
  expect(arrivalsFromText('fixed 2 min')).toEqual({ gaps: { family: 'fixed', value: 2 } });
  expect(() => arrivalsFromText('54')).toThrow(/neither a rate nor a spread.*54 per hour/);
  expect(() => arrivalsFromText('300')).toThrow(/"300 per hour"/);
  expect(() => arrivalsFromText('0 per hour')).toThrow(/nobody would come/);
});
