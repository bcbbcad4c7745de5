import {
  type Comparison,
  INTERVAL_COLUMNS,
  MEASURES,
  type MeasureValues,
  type Summary,
} from '@hallsim/experiment';
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
 * Every measure as a table, one row each: of the hall, then of each service, customer class, counter group
 * and clerk; base first, then the variant with its paired change where the whole hall is meant. Numbers are
 * those of the JSON, a share is a fraction of 1, an empty cell was not observed.
 */
export function answersCsv({ base, variant }: Picture, language: 'en' | 'zh'): string {
  const rows = [{ summary: base, change: null }, ...(variant ? [variant] : [])].flatMap(
    ({ summary, change }) =>
      scopes(summary).flatMap(([scope, id, values]) =>
        MEASURES.flatMap(({ id: measure, label }) => {
          const one = values[measure];
          if (one === undefined) return [];
          const changed = scope === 'hall' ? change?.[measure] : undefined;
          return [
            [
              summary.run.variant,
              scope,
              id,
              measure,
              label[language],
              one.unit,
              ...[one.value, one.low, one.high, changed?.value, changed?.low, changed?.high],
            ],
          ];
        }),
      ),
  );
  const interval = ['value', 'low', 'high'];
  const head = ['variant', 'scope', 'id', 'measure', 'label', 'unit', ...interval];
  return csvOf([[...head, ...interval.map((name) => `change_${name}`)], ...rows]);
}

function scopes({ measures, by }: Summary): (readonly [string, string, MeasureValues])[] {
  const parts = Object.entries(by).flatMap(([scope, members]) =>
    Object.entries(members).map(([id, values]) => [scope, id, values] as const),
  );
  return [['hall', '', measures], ...parts];
}

/**
 * The half hours as a table, one row each, base first; the columns are those of the command line with
 * the variant in front. Numbers are written in full; an empty cell was not observed.
 */
export function halfHoursCsv(picture: Picture): string {
  const summaries = [picture.base, ...(picture.variant ? [picture.variant.summary] : [])];
  const head = ['variant', ...INTERVAL_COLUMNS.map(({ name }) => name)];
  const rows = summaries.flatMap(({ run, intervals }) =>
    intervals.map((interval) => [
      run.variant,
      ...INTERVAL_COLUMNS.map(({ cell }) => cell(interval)),
    ]),
  );
  return csvOf([head, ...rows]);
}

type Cell = string | number | null | undefined;

/** Begins with a byte order mark, without which Excel misreads Chinese. */
function csvOf(rows: readonly (readonly Cell[])[]): string {
  const cell = (value: Cell): string => {
    const text = String(value ?? '');
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\uFEFF${rows.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}
