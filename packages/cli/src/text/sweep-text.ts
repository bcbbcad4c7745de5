import type { MeasureValue, SweepCell } from '@hallsim/experiment';
import { settingText } from '../files/sweep-csv.js';
import { cardLines } from './card-text.js';
import { NOTHING, valueText } from './number-text.js';
import type { Report } from './report.js';
import { reproduce } from './reproduce.js';
import { table } from './table.js';

/**
 * A grid as text: one line for each combination.
 * @param hash of the file's scenario; each combination has its own
 */
export function sweepText(cells: readonly SweepCell[], hash: string, report: Report): string {
  const [first] = cells;
  if (first === undefined) return '';
  const { report: words, sweep } = report.context.words;
  const { columns } = sweep;
  const paths = Object.keys(first.set);
  const parts = [
    cardLines({ ...first.summary, run: { ...first.summary.run, scenario: hash } }, report),
    table(
      [
        [
          ...paths,
          columns.inTime,
          columns.interval,
          columns.mean,
          columns.interval,
          columns.p90,
          columns.left,
          columns.busy,
        ],
        ...cells.map(({ set, summary: { measures } }) => [
          ...paths.map((path) => settingText(set[path])),
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
    [words.again, `  ${reproduce(report.request, first.summary.run)}`],
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
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
