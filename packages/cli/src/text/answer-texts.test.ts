import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compare, simulate, sweep } from '@hallsim/experiment';
import { parseScenario, scenarioHash } from '@hallsim/scenario';
import { type Context, contextOf } from '../context.js';
import type { Io } from '../io.js';
import { comparisonText } from './comparison-text.js';
import type { Report } from './report.js';
import { summaryText } from './summary-text.js';
import { sweepText } from './sweep-text.js';

const file = new URL('../../../../examples/halls/county-telecom.json', import.meta.url);
const parsed = parseScenario(readFileSync(file));
if (!parsed.ok) throw new Error('The example is no scenario.');
const { scenario } = parsed;

const context = (language: 'en' | 'zh'): Context =>
  contextOf({ env: {}, today: () => '2026-10-15' } as unknown as Io, language);
const report = (command: 'run' | 'compare' | 'sweep', language: 'en' | 'zh' = 'en'): Report => ({
  request: {
    program: 'hallsim',
    command,
    file: 'H.json',
    variants: ['v'],
    options: ['--set', 'a=1'],
  },
  scenario,
  variants: scenario.variants ?? {},
  context: context(language),
});

test('a grid that was interrupted shows the days of each row, and does not promise the same numbers', async () => {
  const signal = { aborted: false };
  const cells = await sweep(scenario, {
    set: { 'kiosks.count': [1, 2, 3] },
    replications: 25,
    signal,
    onDays: (done) => {
      signal.aborted = done >= 35;
    },
  });
  expect(cells).toHaveLength(2);
  const grid = { scenario: scenarioHash(scenario), replications: 25, complete: false };
  const text = sweepText(cells, grid, report('sweep'));
  expect(text).toMatch(/days +25, seed "first" \(stopped early\)\n/);
  expect(text).toContain('too few days');
  expect(text).toMatch(/^kiosks\.count +days +in time.*\n +1 +25 .*\n +2 +1\d .*$/m);
  expect(text).not.toContain('same numbers again');
  expect(text).toMatch(/The whole grid:\n {2}hallsim sweep H\.json .*--replications 25 /);
  const zh = sweepText(cells, grid, report('sweep', 'zh'));
  expect(zh).toContain('天数');
  expect(zh).not.toContain('再次得到同样的数字');

  const whole = sweepText(cells.slice(0, 1), { ...grid, complete: true }, report('sweep'));
  expect(whole).toMatch(/^kiosks\.count +in time/m);
  expect(whole).toContain('The same numbers again:');
});

test('a comparison begins with what each variant changes of what is asked first', async () => {
  const { label: _, ...oneMore } = scenario.variants!['one-more-counter']!;
  const variants = { more: oneMore, same: { change: {} } };
  const hall = { ...scenario, variants };
  const comparison = await compare(hall, { variants: ['more', 'same'], replications: 25 });
  const said = (language: 'en' | 'zh'): string[] =>
    comparisonText(comparison, { ...report('compare', language), scenario: hall, variants })
      .split('\n')
      .slice(2, 5);
  const [more, same, blank] = said('en');
  expect(more).toMatch(
    /^more: In time, of everyone \+\d+\.\d points \(\+\d+\.\d to \+\d+\.\d\); Counter wait, mean −\d\.\d\d min \(−.* to −.*\); Left while waiting, of all −\d\.\d points .*; Counters staffed \+[\d.,]+ clerk-min a day \(/,
  );
  expect(same).toBe('same: nothing of what is asked first has changed.');
  expect(blank).toBe('');
  expect(said('zh')[0]).toMatch(
    /^more：达标率（全部到厅客户） \+\d+\.\d 个百分点（\+.* 至 \+.*）；/,
  );
});

test('a change that shows no digit is no reason for more days', async () => {
  const variants = { same: { change: {} } };
  const hall = { ...scenario, variants };
  const comparison = await compare(hall, { variants: ['same'], replications: 20 });
  const id = 'hall.serviceLevel.everyone';
  const { same } = comparison.variants;
  const changed = (value: number, interval: { low: number; high: number }): typeof comparison => {
    const change = { ...same!.change[id]!, ...interval, value, joint: interval, moreDays: 440 };
    return { ...comparison, variants: { same: { ...same!, change: { [id]: change } } } };
  };
  const wide = { low: -0.004, high: 0.004 };
  const text = (value: number, language: 'en' | 'zh' = 'en', interval = wide): string =>
    comparisonText(changed(value, interval), {
      ...report('compare', language),
      scenario: hall,
      variants,
    });
  expect(text(0.0004)).toMatch(/−0\.4 to \+0\.4 .*no change to the last digit shown$/m);
  expect(text(0.0004)).not.toContain('more days');
  expect(text(0.0004, 'zh')).toContain('在所示位数内无变化');
  // nor is it good or bad news where it is certain
  const narrow = { low: 0.0001, high: 0.0006 };
  expect(text(0.0004, 'en', narrow)).toMatch(/0\.0 .*no change to the last digit shown$/m);
  expect(text(0.001)).toMatch(/\+0\.1 .*about 440 more days$/m);
  expect(text(0.001)).toContain('Not yet certain: In time, of everyone.');
});

test('an answer of no days has no command that would give it again', async () => {
  const one = await simulate(scenario, { replications: 1 });
  expect(summaryText(one, report('run'))).toContain('The same numbers again:');
  const none = { ...one, run: { ...one.run, replications: 0, complete: false } };
  expect(summaryText(none, report('run'))).not.toContain('The same numbers again:');
});

test('a value is the same every day where only the rounding of its sums differs, a quantile never', async () => {
  const one = await simulate(scenario, { replications: 1 });
  const text = (id: string, low: number, high: number): string => {
    const found = { value: 600, low, high, unit: one.measures[id]!.unit };
    const measures = { ...one.measures, [id]: found };
    return summaryText({ ...one, measures }, report('run'));
  };
  const same = /600\.0\d* .* the same every day$/m;
  expect(text('counter.open', 600 - 1e-10, 600 + 1e-10)).toMatch(same);
  expect(text('counter.open', 600 - 1e-8, 600 + 1e-8)).not.toMatch(same);
  expect(text('counter.wait.p50', 600, 600)).toMatch(/600\.00 +min +600\.00 to 600\.00$/m);
});

test('more intervals than a table can show are left to the CSV', async () => {
  const one = await simulate(scenario, { replications: 1 });
  const [first] = one.intervals;
  const of = (count: number): string =>
    summaryText({ ...one, intervals: Array.from({ length: count }, () => first!) }, report('run'));
  expect(of(48)).toContain('The day, interval by interval\n');
  expect(of(49)).toContain('The day has 49 intervals, too many to read here: --csv FILE');
  expect(of(49)).not.toContain('90% of days');
});

test('where the file has no service level, the time of the card is said to be the default', async () => {
  const one = await simulate(scenario, { replications: 1 });
  const { targets: _, ...none } = scenario;
  expect(summaryText(one, report('run'))).not.toContain('the default');
  const text = summaryText(one, { ...report('run'), scenario: none });
  expect(text).toMatch(
    /^ {2}in time +within \d+ min \(the default: no service level in the file\)$/m,
  );
});
