import { MEASURES, type SweepCell } from '@hallsim/experiment';
import { csvLine } from './csv.js';

/** A grid as CSV: one line for each combination, with the values set and every measure with its interval. */
export function sweepCsv(cells: readonly SweepCell[]): string {
  const paths = Object.keys(cells[0]?.set ?? {});
  const head = MEASURES.flatMap(({ id }) => [id, `${id}.low`, `${id}.high`]);
  const lines = cells.map(({ set, summary: { measures, run } }) =>
    csvLine([
      ...paths.map((path) => settingText(set[path])),
      run.replications,
      ...MEASURES.flatMap(({ id }) => {
        const { value = null, low = null, high = null } = measures[id] ?? {};
        return [value, low, high];
      }),
    ]),
  );
  return csvLine([...paths, 'replications', ...head]) + lines.join('');
}

/** A value of a scenario as it is shown in a table: a text without its quotes. */
export function settingText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
