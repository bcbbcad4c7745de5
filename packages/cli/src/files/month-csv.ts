import type { Month } from '@hallsim/experiment';
import { csvLine } from './csv.js';
import { MEASURE_HEADS, measureCells } from './measure-cells.js';

/** A month as CSV: one line for each date; the measures of a closed one are empty. */
export function monthCsv({ days, run }: Month): string {
  const lines = days.map(({ date, weekday, closed, day, factor, measures }) =>
    csvLine([
      date,
      weekday,
      closed ? 'closed' : 'open',
      day,
      factor,
      closed ? null : run.replications,
      ...measureCells(measures),
    ]),
  );
  const head = ['date', 'weekday', 'open', 'day', 'factor', 'replications', ...MEASURE_HEADS];
  return csvLine(head) + lines.join('');
}
