import { type MeasureValue, type MeasureValues, MEASURES, type Month } from '@hallsim/experiment';
import { label, exactShare, type Scenario } from '@hallsim/scenario';
import type { Context } from '../context.js';
import { blocks } from './blocks.js';
import { isSame } from './is-same.js';
import { NOTHING, percent, valueText } from './number-text.js';
import { engineText, inTimeText, variantName } from './report.js';
import { type Verdict, verdictOf } from '../targets.js';
import { commandText, confidenceText } from './reproduce.js';
import { hasKiosks } from './shown-measures.js';
import { table } from './table.js';

interface MonthReport {
  readonly file: string;
  /** Modules of rules, as they were named. */
  readonly rules: readonly string[];
  /** With the variant applied. */
  readonly scenario: Scenario;
  readonly variants: NonNullable<Scenario['variants']>;
  readonly context: Context;
}

/** Measures of the whole month that are shown. */
const SHOWN = [
  'hall.serviceLevel.everyone',
  'counter.wait.mean',
  'counter.wait.p90',
  'hall.abandoned.share',
  'counter.utilisation',
  'kiosk.share',
];

/** A month as text: how it was made, a line for each date, and the dates together. */
export function monthText(answer: Month, report: MonthReport): string {
  const { report: say, month: words } = report.context.words;
  const shown = SHOWN.filter((id) => id !== 'kiosk.share' || hasKiosks(answer.measures));
  const parts = [
    cardLines(answer, report),
    dateLines(answer, report),
    markLines(answer, report),
    ...(answer.days.every(({ closed }) => closed)
      ? [[words.allClosed]]
      : [
          [
            words.totals,
            ...valueLines(answer.totals, Object.keys(answer.totals), words.units, report),
          ],
          [words.whole, ...valueLines(answer.measures, shown, say.units, report)],
        ]),
    [say.again, `  ${again(answer, report)}`],
  ];
  return blocks(parts);
}

function cardLines({ run, days }: Month, report: MonthReport): string[] {
  const { file, scenario, context } = report;
  const { report: say, month: words } = context.words;
  const open = days.filter(({ closed }) => !closed).length;
  const last = days.at(-1)?.date ?? run.from;
  const times = say.daysAndSeed(run.replications, run.seed) + (run.complete ? '' : say.stopped);
  return [
    label(scenario.label, context.language, file),
    '',
    ...table(
      [
        [say.scenario, `${file}  ${run.scenario}`],
        [say.variant, variantName(run.variant, report)],
        [words.dates, words.fromTo(run.from, last, open, days.length)],
        [words.replications, times],
        ...(run.fewDays ? [['', words.fewMonths]] : []),
        [say.target, inTimeText(run.target, report)],
        [say.confidence, confidenceText(run.confidence)],
        [say.engine, engineText(run.engine, context)],
      ],
      ['left', 'left'],
    ),
  ];
}

function dateLines({ days }: Month, { scenario, context }: MonthReport): string[] {
  const { report: say, month: words } = context.words;
  const { columns } = words;
  const rows = days.map(({ date, weekday, closed, day, factor, measures }) => {
    const start = [date, words.weekdays[weekday]];
    if (closed) return [...start, words.closed];
    const type =
      day === null
        ? say.plainDay
        : label(scenario.demand.dayTypes?.[day]?.label, context.language, day);
    const inTime = measures['hall.serviceLevel.everyone'];
    return [
      ...start,
      type,
      percent(factor),
      value(measures['hall.came']),
      MARKS[verdictFor(measures, scenario) ?? 'met'] + value(inTime),
      interval(inTime, say.from),
      value(measures['counter.wait.mean']),
      value(measures['counter.wait.p90']),
      value(measures['hall.abandoned.share']),
      value(measures['counter.utilisation']),
    ];
  });
  return table([Object.values(columns), ...rows], ['left', 'left', 'left'], '');
}

/** What stands before the share in time of a date, by what its interval says of the promise. */
const MARKS: Readonly<Record<Verdict, string>> = { met: '', missed: '! ', open: '? ' };

/** What a date says of the service level that the file promises; null where there is no promise, or nobody came. */
function verdictFor(measures: MeasureValues, { targets }: Scenario): Verdict | null {
  const atLeast = targets?.['service-level']?.atLeast;
  const found = measures['hall.serviceLevel.everyone'];
  if (atLeast === undefined || found?.value == null) return null;
  return verdictOf({ found, keeps: (share) => share >= exactShare(atLeast) });
}

/** What the marks in the table of dates say. */
function markLines({ days }: Month, { scenario, context }: MonthReport): string[] {
  const { month: words } = context.words;
  const open = days.filter(({ closed }) => !closed);
  const promised = scenario.targets?.['service-level']?.atLeast;
  if (promised === undefined) return [];
  const count = (verdict: Verdict): number =>
    open.filter(({ measures }) => verdictFor(measures, scenario) === verdict).length;
  const [missed, undecided] = [count('missed'), count('open')];
  return [
    ...(missed > 0 ? [words.missed(missed, open.length, promised)] : []),
    ...(undecided > 0 ? [words.undecided(undecided, open.length, promised)] : []),
  ];
}

function valueLines(
  values: MeasureValues,
  ids: readonly string[],
  units: Readonly<Record<string, string>>,
  { context }: MonthReport,
): string[] {
  const { report: say, month: words } = context.words;
  const rows = MEASURES.flatMap(({ id, label: name }) => {
    const found = values[id];
    if (!ids.includes(id) || found?.value == null) return [];
    const same = found.reason === 'no-variation' || isSame(id, found);
    const ends = same ? words.same : interval(found, say.from);
    return [[name[context.language], value(found), units[found.unit] ?? '', ends]];
  });
  return table(rows, ['left', 'right', 'left', 'left']);
}

function value(found: MeasureValue | undefined): string {
  return found === undefined ? NOTHING : valueText(found.value, found.unit);
}

function interval(
  found: MeasureValue | undefined,
  from: (low: string, high: string) => string,
): string {
  if (found?.low == null || found.high === null) return '';
  return from(valueText(found.low, found.unit), valueText(found.high, found.unit));
}

function again({ run }: Month, { file, rules, context }: MonthReport): string {
  const words = ['month', file, '--from', run.from, '--days', String(run.days)];
  if (run.variant !== 'base') words.push('--variant', run.variant);
  words.push('--replications', String(run.replications), '--seed', run.seed);
  words.push('--confidence', confidenceText(run.confidence));
  words.push(...rules.flatMap((module) => ['--rules', module]));
  return commandText(context.program, words);
}
