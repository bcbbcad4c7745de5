import {
  type Comparison,
  type Measure,
  type MeasureValue,
  MEASURES,
  type Summary,
} from '@hallsim/experiment';
import type { Words } from '../words/words.js';
import { cardLines, endLines } from './card-text.js';
import { changeText, NOTHING, valueText } from './number-text.js';
import { type Report, variantName } from './report.js';
import { table } from './table.js';

/** Variants beside their base as text: for each, every measure, its change, and whether it is certain. */
export function comparisonText({ base, variants }: Comparison, report: Report): string {
  const { how } = report.context.words.report.compare;
  const parts = [
    cardLines(base, report),
    ...Object.entries(variants).map(([id, { summary, change }]) =>
      variantLines(id, base, summary, change, report),
    ),
    [how],
    endLines(base, report),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function variantLines(
  id: string,
  base: Summary,
  variant: Summary,
  changes: Summary['measures'],
  report: Report,
): string[] {
  const { words, language } = report.context;
  const { compare } = words.report;
  const rows = MEASURES.flatMap((measure) => {
    const change = changes[measure.id];
    const before = base.measures[measure.id];
    const after = variant.measures[measure.id];
    if (!change || !before || !after || (before.value === null && after.value === null)) return [];
    return [
      [
        measure.label[language],
        valueText(before.value, before.unit),
        valueText(after.value, after.unit),
        ...changeCells(change, words),
        verdict(measure, change, words),
      ],
    ];
  });
  return [
    compare.against(variantName(id, report)),
    ...table(
      [['', compare.base, compare.variant, compare.change, '', words.report.interval, ''], ...rows],
      ['left', 'right', 'right', 'right', 'left', 'left', 'left'],
    ),
  ];
}

function changeCells({ value, low, high, unit }: MeasureValue, { report }: Words): string[] {
  const interval =
    low === null || high === null ? '' : report.from(changeText(low, unit), changeText(high, unit));
  return [
    changeText(value, unit),
    unit === 'share' ? report.compare.points : report.units[unit],
    interval,
  ];
}

/** Whether the days tell a change from chance: the interval does not contain 0. */
function verdict(
  { better }: Measure,
  { value, low, high, unit }: MeasureValue,
  { report: { compare } }: Words,
): string {
  if (value === null) return NOTHING;
  // What rounds to nothing everywhere is no news, however certain.
  if ([value, low ?? 0, high ?? 0].every((part) => !/[1-9]/.test(changeText(part, unit)))) {
    return compare.none;
  }
  if (low === null || high === null || (low <= 0 && high >= 0)) return compare.notYet;
  if (better === null) return compare.certain;
  return value > 0 === (better === 'more') ? compare.better : compare.worse;
}
