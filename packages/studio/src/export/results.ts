import type { Comparison, Summary } from '@hallsim/experiment';
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
 * The half hours as a table, one row each, base first. Numbers are written in full; an empty cell
 * was not observed. Begins with a byte order mark, without which Excel misreads Chinese.
 */
export function resultsCsv(picture: Picture): string {
  const summaries = [picture.base, ...(picture.variant ? [picture.variant.summary] : [])];
  const columns = [...new Set(summaries.flatMap((summary) => rows(summary).flatMap(Object.keys)))];
  const lines = summaries.flatMap((summary) =>
    rows(summary).map((row) => columns.map((column) => row[column] ?? '').join(',')),
  );
  return `\uFEFF${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}

type Row = Readonly<Record<string, string | number>>;

function rows(summary: Summary): Row[] {
  return summary.intervals.map((interval) => ({
    variant: summary.run.variant,
    ...flat(interval, ''),
  }));
}

/** `{ waiting: { p50: 3 } }` → `{ "waiting.p50": 3 }`; what was not observed is left out. */
function flat(value: object, prefix: string): Row {
  const parts = Object.entries(value).map(([key, inner]: [string, unknown]): Row => {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    if (typeof inner === 'object' && inner !== null) return flat(inner, name);
    return typeof inner === 'number' || typeof inner === 'string' ? { [name]: inner } : {};
  });
  return Object.assign({}, ...parts) as Row;
}
