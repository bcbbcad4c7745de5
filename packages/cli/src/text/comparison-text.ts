import {
  type ChangeValue,
  type Comparison,
  type Measure,
  type MeasureValue,
  type Summary,
} from '@hallsim/experiment';
import type { Words } from '../words/words.js';
import { blocks } from './blocks.js';
import { cardLines, endLines, titleLine } from './card-text.js';
import { changeText, decimal, NOTHING, valueText } from './number-text.js';
import { type Report, variantName } from './report.js';
import { confidenceText } from './reproduce.js';
import { shownMeasures } from './shown-measures.js';
import { table } from './table.js';

/** More days than this are no help to anybody. */
const MANY_DAYS = 1_000_000;

/** Variants beside their base as text: for each, every measure, its change, and whether it is certain. */
export function comparisonText({ base, variants }: Comparison, report: Report): string {
  const { how, together } = report.context.words.report.compare;
  const count = Object.keys(variants).length;
  const { confidence } = base.run;
  const sentences = [
    count > 1
      ? together(
          count,
          confidenceText(confidence),
          `${Number((100 * (1 - (1 - confidence) / count)).toFixed(2))}%`,
        )
      : how,
    report.context.words.report.compare.worth,
    report.context.words.report.compare.rounded,
  ];
  const parts = [
    [titleLine(report)],
    Object.entries(variants).map(([id, { summary, change }]) =>
      newsLine(id, base, summary, change, report),
    ),
    cardLines(base, report),
    ...Object.entries(variants).map(([id, { summary, change }]) =>
      variantLines(id, base, summary, change, report),
    ),
    sentences,
    endLines(base, report),
  ];
  return blocks(parts);
}

/** What a planner asks first. */
const FIRST = [
  'hall.serviceLevel.everyone',
  'counter.wait.mean',
  'hall.abandoned.share',
  'counter.open',
];

/** What a variant changes of it, in one line: what is certain with its interval, what is not by its name. */
function newsLine(
  id: string,
  base: Summary,
  variant: Summary,
  changes: Readonly<Record<string, ChangeValue>>,
  report: Report,
): string {
  const { words, language } = report.context;
  const { compare } = words.report;
  const measures = shownMeasures(base.measures, variant.measures);
  const asked = FIRST.flatMap((measure) => {
    const label = measures.find(({ id: one }) => one === measure)?.label[language];
    const change = changes[measure];
    return label === undefined || change === undefined ? [] : [{ label, change }];
  });
  const of = (news: News): typeof asked => asked.filter(({ change }) => newsOf(change) === news);
  const certain = of('certain').map(({ label, change }) => {
    const [value = '', unit = '', interval = ''] = changeCells(change, words);
    return compare.changed(label, `${value} ${unit}`.trimEnd(), interval);
  });
  const open = of('not-yet').map(({ label }) => label);
  const name = variantName(id, report);
  const first =
    certain.length > 0
      ? compare.news(name, certain)
      : open.length > 0
        ? compare.noNews(name)
        : compare.same(name);
  const second = open.length > 0 ? compare.open(open) : '';
  return `${first}${second === '' || language === 'zh' ? '' : ' '}${second}`;
}

function variantLines(
  id: string,
  base: Summary,
  variant: Summary,
  changes: Readonly<Record<string, ChangeValue>>,
  report: Report,
): string[] {
  const { words, language } = report.context;
  const { compare } = words.report;
  const rows = shownMeasures(base.measures, variant.measures).flatMap((measure) => {
    const change = changes[measure.id];
    const before = base.measures[measure.id];
    const after = variant.measures[measure.id];
    if (!change || !before || !after || (before.value === null && after.value === null)) return [];
    const cells = [
      measure.label[language],
      valueText(before.value, before.unit),
      valueText(after.value, after.unit),
      ...changeCells(change, words),
      worthText(change.pairing),
      verdict(measure, change, words),
    ];
    return [{ cells, news: newsOf(change) }];
  });
  // What has changed stands first, what has not last; else in the order of the measures.
  const sorted = rows.toSorted((a, b) => NEWS.indexOf(a.news) - NEWS.indexOf(b.news));
  return [
    compare.against(variantName(id, report)),
    ...table(
      [
        [
          '',
          compare.base,
          compare.variant,
          compare.change,
          '',
          words.report.interval,
          compare.pairing,
          '',
        ],
        ...sorted.map(({ cells }) => cells),
      ],
      ['left', 'right', 'right', 'right', 'left', 'left', 'right', 'left'],
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

/** What there is to say of a change, the news first. */
const NEWS = ['certain', 'not-yet', 'flat', 'none', 'nothing'] as const;
type News = (typeof NEWS)[number];

/** Whether the days tell a change from chance, beside the other variants: the joint interval does not contain 0. */
function newsOf({ value, joint, unit }: ChangeValue): News {
  if (value === null) return 'nothing';
  // What rounds to nothing everywhere is no news, however certain.
  const { low, high } = joint ?? { low: 0, high: 0 };
  if ([value, low, high].every((part) => !/[1-9]/.test(changeText(part, unit)))) return 'none';
  // So small a change is no news to anybody, be it certain or not.
  if (!/[1-9]/.test(changeText(value, unit))) return 'flat';
  return joint !== null && (low > 0 || high < 0) ? 'certain' : 'not-yet';
}

function verdict({ better }: Measure, change: ChangeValue, { report: { compare } }: Words): string {
  const { value, moreDays } = change;
  switch (newsOf(change)) {
    case 'nothing':
      return NOTHING;
    case 'none':
      return compare.none;
    case 'flat':
      return compare.flat;
    case 'not-yet':
      return moreDays !== null && moreDays <= MANY_DAYS
        ? compare.moreDays(decimal(roughly(moreDays), 0))
        : compare.notYet;
    case 'certain':
      if (better === null) return compare.certain;
      return value! > 0 === (better === 'more') ? compare.better : compare.worse;
  }
}

/** Two digits of a count that is a guess. */
function roughly(days: number): number {
  return Number(days.toPrecision(2));
}

/** How many times the days, where that is a number for people. */
function worthText(pairing: number | null): string {
  if (pairing === null) return '';
  return pairing > 1000 ? '>×1000' : `×${decimal(pairing, 1)}`;
}
