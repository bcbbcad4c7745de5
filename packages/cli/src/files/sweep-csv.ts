import type { SweepCell } from '@hallsim/experiment';
import { csvLine } from './csv.js';
import { MEASURE_HEADS, measureCells } from './measure-cells.js';

/** A grid as CSV: one line for each combination, with the values set and every measure with its interval. */
export function sweepCsv(cells: readonly SweepCell[]): string {
  const paths = Object.keys(cells[0]?.set ?? {});
  const lines = cells.map(({ set, summary: { measures, run } }) =>
    csvLine([
      ...paths.map((path) => settingText(set[path])),
      run.replications,
      ...measureCells(measures),
    ]),
  );
  return csvLine([...paths, 'replications', ...MEASURE_HEADS]) + lines.join('');
}

/** A value of a scenario as it is shown in a table: a text without its quotes. */
export function settingText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
