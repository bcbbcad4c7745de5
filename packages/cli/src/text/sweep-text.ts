import type { MeasureValue, SweepCell } from '@hallsim/experiment';
import { settingText } from '../files/sweep-csv.js';
import { blocks } from './blocks.js';
import { cardLines, titleLine } from './card-text.js';
import { decimal, NOTHING, valueText } from './number-text.js';
import type { Report } from './report.js';
import { reproduce } from './reproduce.js';
import { table } from './table.js';

/** What was asked for, and whether all of it is there. */
interface Grid {
  /** Of the file's scenario; each combination has its own. */
  readonly scenario: string;
  /** Days of each combination. */
  readonly replications: number;
  readonly complete: boolean;
}

/** A grid as text: one line for each combination, with its days where an interruption left fewer. */
export function sweepText(cells: readonly SweepCell[], grid: Grid, report: Report): string {
  const [first] = cells;
  if (first === undefined) return '';
  const { report: words, sweep } = report.context.words;
  const { columns } = sweep;
  const paths = Object.keys(first.set);
  const days = cells.map(({ summary }) => summary.run.replications);
  const uneven = days.some((one) => one < grid.replications);
  const few = cells.some(({ summary }) => summary.run.fewDays);
  const run = { ...first.summary.run, ...grid, ...(few && { fewDays: true }) };
  const parts = [
    [titleLine(report)],
    cardLines({ ...first.summary, run }, report),
    table(
      [
        [
          ...paths,
          ...(uneven ? [columns.days] : []),
          columns.inTime,
          columns.interval,
          columns.mean,
          columns.interval,
          columns.p90,
          columns.left,
          columns.busy,
        ],
        ...cells.map(({ set, summary: { measures } }, i) => [
          ...paths.map((path) => settingText(set[path])),
          ...(uneven ? [decimal(days[i]!, 0)] : []),
          ...withInterval(measures['hall.serviceLevel.everyone'], words.from),
          ...withInterval(measures['counter.wait.mean'], words.from),
          value(measures['counter.wait.p90']),
          value(measures['hall.abandoned.share']),
          value(measures['counter.utilisation']),
        ]),
      ],
      [],
      '',
    ),
    [sweep.how],
    [grid.complete ? words.again : sweep.all, `  ${reproduce(report.request, run)}`],
  ];
  return blocks(parts);
}

function value(found: MeasureValue | undefined): string {
  return found === undefined ? NOTHING : valueText(found.value, found.unit);
}

function withInterval(
  found: MeasureValue | undefined,
  from: (low: string, high: string) => string,
): [string, string] {
  if (found === undefined) return [NOTHING, ''];
  const { low, high, unit } = found;
  const interval =
    low === null || high === null ? '' : from(valueText(low, unit), valueText(high, unit));
  return [value(found), interval];
}
