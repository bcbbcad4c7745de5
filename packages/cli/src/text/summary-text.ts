import type { MeasureValue, MeasureValues, Summary } from '@hallsim/experiment';
import { blocks } from './blocks.js';
import { cardLines, endLines, titleLine } from './card-text.js';
import { targetSentences } from '../targets.js';
import { isSame } from './is-same.js';
import { decimal, NOTHING, percent, valueText } from './number-text.js';
import { partLabel, type Report } from './report.js';
import { hasKiosks, shownMeasures } from './shown-measures.js';
import { table } from './table.js';

/** The groups of measures: the first part of their ids. */
const MEASURE_GROUPS = ['hall', 'counter', 'kiosk'] as const;

/** Everything a planner reads about one scenario, as text. */
export function summaryText(summary: Summary, report: Report): string {
  const parts = [
    [titleLine(report)],
    targetSentences(report.scenario, summary, report.context.words),
    cardLines(summary, report),
    ...MEASURE_GROUPS.map((group) => measureLines(group, summary, report)),
    waitLines(summary, report),
    ...(['service', 'customer', 'group', 'clerk'] as const).map((dimension) =>
      partLines(dimension, summary, report),
    ),
    courseLines(summary, report),
    endLines(summary, report),
  ];
  return blocks(parts);
}

function measureLines(
  group: (typeof MEASURE_GROUPS)[number],
  { measures }: Summary,
  { context: { words, language } }: Report,
): string[] {
  const { report } = words;
  const own = shownMeasures(measures).filter(({ id }) => id.startsWith(`${group}.`));
  const rows = own.flatMap((measure) => {
    const found = measures[measure.id];
    if (found === undefined || found.reason === 'nothing-observed') return [];
    const { value, low, high, unit, reason } = found;
    const interval = isSame(measure.id, found)
      ? report.noInterval['no-variation']
      : low === null || high === null
        ? reason === undefined
          ? ''
          : report.noInterval[reason]
        : report.from(valueText(low, unit), valueText(high, unit));
    const after = measure.id === 'hall.lastDeparture' ? report.afterOpening : report.units[unit];
    return [[measure.label[language], valueText(value, unit), after, interval]];
  });
  if (rows.length === 0) return [];
  return table(
    [[report.groups[group], report.value, '', report.interval], ...rows],
    ['left', 'right', 'left', 'left'],
    '',
  );
}

/** Minutes below which the share of waits is shown; `--json` has more of them. */
const SHOWN_MINUTES = [0, 2, 5, 10, 15, 20, 30, 60];

/** How the waits are distributed: shares with the ends of their band. */
function waitLines({ distributions }: Summary, { scenario, context: { words } }: Report): string[] {
  const { wait, from, interval, noInterval } = words.report;
  const { ecdf } = distributions['counter.wait'];
  const rows = ecdf
    .filter(({ minutes }) => SHOWN_MINUTES.includes(minutes))
    .map(({ minutes, share, low, high, reason }) => [
      minutes === 0 ? wait.none : wait.below(minutes),
      percent(share),
      low === null || high === null
        ? reason === undefined
          ? ''
          : noInterval[reason]
        : from(percent(low), percent(high)),
    ]);
  if (rows.length === 0) return [];
  const { call, walk } = scenario.rules?.calling ?? {};
  const lines = table([[wait.title, wait.share, interval], ...rows], ['left', 'right', 'left'], '');
  return call === undefined && walk === undefined ? lines : [...lines, wait.calling];
}

/** Columns of the tables by service, customer class and counter group. */
const PART_COLUMNS = {
  came: 'hall.came',
  served: 'hall.served',
  inTime: 'hall.serviceLevel.everyone',
  left: 'hall.abandoned.share',
  balked: 'hall.balked.share',
  unserved: 'hall.unserved.share',
  kiosk: 'kiosk.share',
  mean: 'counter.wait.mean',
  p90: 'counter.wait.p90',
  busy: 'counter.utilisation',
  overtime: 'counter.overtime',
} as const;

/** Columns that stand there only where there is something in them. */
const MAY_BE_NONE = new Set<keyof typeof PART_COLUMNS>(['balked', 'unserved']);

function partLines(
  dimension: 'service' | 'customer' | 'group' | 'clerk',
  { by, measures }: Summary,
  report: Report,
): string[] {
  const { words } = report.context;
  const parts = Object.entries(by[dimension]);
  if (parts.length === 0) return [];
  const columns = (Object.keys(PART_COLUMNS) as (keyof typeof PART_COLUMNS)[]).filter(
    (column) =>
      (column !== 'kiosk' || hasKiosks(measures)) &&
      (!MAY_BE_NONE.has(column) ||
        parts.some(([, values]) => some(values[PART_COLUMNS[column]]))) &&
      parts.some(([, values]) => values[PART_COLUMNS[column]] !== undefined),
  );
  const cells = (values: MeasureValues): string[] =>
    columns.map((column) => measureText(values[PART_COLUMNS[column]]));
  return table(
    [
      [words.report.by[dimension], ...columns.map((column) => words.report.columns[column])],
      ...parts.map(([id, values]) => [
        dimension === 'clerk' ? id : partLabel(report, dimension, id),
        ...cells(values),
      ]),
    ],
    ['left'],
    '',
  );
}

function some(found: MeasureValue | undefined): boolean {
  return (found?.value ?? 0) > 0;
}

function measureText(found: MeasureValue | undefined): string {
  return found === undefined ? NOTHING : valueText(found.value, found.unit);
}

/** A table of the day by interval that is longer is for nobody: that of a day by half hours has at most so many lines. */
const MOST_INTERVALS = 48;

function courseLines({ intervals }: Summary, { context: { words } }: Report): string[] {
  const { course, courseColumns: heads, longCourse, range } = words.report;
  if (intervals.length > MOST_INTERVALS) return [longCourse(decimal(intervals.length, 0))];
  const rows = intervals.map(
    ({ from, to, arrivals, waiting, wait, openCounters, busyCounters }) => [
      `${from}–${to}`,
      valueText(arrivals.value, 'customers'),
      decimal(waiting.p50, 1),
      range(decimal(waiting.p05, 1), decimal(waiting.p95, 1)),
      valueText(wait.p90, 'min'),
      decimal(openCounters, 1),
      decimal(busyCounters, 1),
    ],
  );
  const { time, arrivals, median, band, p90, open, busy } = heads;
  return [course, ...table([[time, arrivals, median, band, p90, open, busy], ...rows])];
}
