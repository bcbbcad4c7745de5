import { expect, test } from 'vitest';
import { type Measure, MEASURES } from './measures.js';

const BETTER = { more: 'more · 越大越好', less: 'less · 越小越好' } as const;

const row = ({ id, unit, better, label, definition, enoughDays }: Measure): string =>
  [
    `### \`${id}\``,
    '',
    `**${label.en}** · ${label.zh}`,
    '',
    definition.en,
    '',
    definition.zh,
    '',
    `Unit: ${unit}. Better: ${better === null ? '– · 无优劣' : BETTER[better]}.`,
    ...(enoughDays === undefined
      ? []
      : ['', `Too few days: below ${enoughDays}. · 少于 ${enoughDays} 天时天数太少。`]),
  ].join('\n');

const page = `# Measures

Pooled over the days of a run: a mean or share is the ratio of sums over all days, a quantile that of
all customers of all days. Intervals come from the days, never from customers as if they were
independent. What was not observed is null, with the reason. Below 20 days a run says "too few days", as
intervals then hold the truth less often than they say; a few measures need more. Made from \`MEASURES\` of
\`@hallsim/experiment\`.

全部仿真日合并计算：均值和占比为各日总和之比，分位数取自全部客户；区间按日估计，不把客户当作相互独立。
未观察到的指标为空，并说明原因。少于 20 天时会提示天数太少，因为区间包含真值的机会低于所称的置信度；少数指标需要更多天数。

${MEASURES.map(row).join('\n\n')}
`;

test('the page of measures is what the table of measures says (refresh: vitest run --project experiment -u)', async () => {
  await expect(page).toMatchFileSnapshot('../../../docs/reference/measures.md');
});

test('no two measures have the same id, or the same label in a language', () => {
  for (const name of [
    (measure: Measure) => measure.id,
    (measure: Measure) => measure.label.en,
    (measure: Measure) => measure.label.zh,
  ]) {
    const names = MEASURES.map(name);
    expect(names.filter((one, i) => names.indexOf(one) !== i)).toEqual([]);
  }
});
