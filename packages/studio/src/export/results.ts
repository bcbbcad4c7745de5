import { type Comparison, INTERVAL_COLUMNS } from '@hallsim/experiment';
import type { Picture } from '../simulation/protocol.js';

/** The results as the command line prints them with `--json`. */
export function resultsJson(picture: Picture, variant: string | null): string {
  const comparison: Comparison | null =
    variant !== null && picture.variant
      ? {
          format: 'hallsim-comparison/1',
          base: picture.base,
          variants: { [variant]: picture.variant },
        }
      : null;
  return `${JSON.stringify(comparison ?? picture.base, null, 2)}\n`;
}

/**
 * The half hours as a table, one row each, base first; the columns are those of the command line with
 * the variant in front. Numbers are written in full; an empty cell was not observed. Begins with a byte
 * order mark, without which Excel misreads Chinese.
 */
export function resultsCsv(picture: Picture): string {
  const summaries = [picture.base, ...(picture.variant ? [picture.variant.summary] : [])];
  const head = ['variant', ...INTERVAL_COLUMNS.map(({ name }) => name)];
  const rows = summaries.flatMap(({ run, intervals }) =>
    intervals.map((interval) => [
      run.variant,
      ...INTERVAL_COLUMNS.map(({ cell }) => cell(interval) ?? ''),
    ]),
  );
  return `\uFEFF${[head, ...rows].map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}
