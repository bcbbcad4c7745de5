import type { ExpectedRow, HallRow } from './expected.js';
import { isWait, NEAR, outside } from './outside.js';
import type { FoundRow } from './run-row.js';

/** The four halls as they are checked in. */
export interface HallFile {
  readonly format: 'hallsim-halls/1';
  readonly run: {
    /** First date and number of dates of the year that is run, and how often for each kind of day. */
    readonly from: string;
    readonly days: number;
    readonly times: { readonly normal: number; readonly peak: number };
    readonly commit: string;
    readonly time: string;
    readonly node: string;
  };
  readonly rows: readonly FoundRow[];
}

export const rowId = ({ hall, scenario, day }: HallRow): string => `${hall} ${scenario} ${day}`;

/** Pairs of rows of one hall whose waits stand in the other order than in the source. */
export function swapped(expected: readonly ExpectedRow[], found: readonly FoundRow[]): string[] {
  const waits = new Map(found.map((row) => [rowId(row), row.found.wait]));
  return expected.flatMap((a, i) =>
    expected.slice(i + 1).flatMap((b) => {
      if (a.hall !== b.hall || a.expected.wait === b.expected.wait) return [];
      const ours = waits.get(rowId(a))! - waits.get(rowId(b))!;
      return ours * (a.expected.wait - b.expected.wait) < 0 ? [`${rowId(a)} / ${rowId(b)}`] : [];
    }),
  );
}

export const hallText = (file: HallFile): string => `${JSON.stringify(file, null, 1)}\n`;

export function hallLine(expected: readonly ExpectedRow[], found: readonly FoundRow[]): string {
  const off = expected.filter((row, i) => outside(row, found[i]!).length > 0).length;
  const nearer = expected.filter((row, i) => {
    const others = Object.values(found[i]!.others ?? {});
    return others.some((numbers) => outside(row, { found: numbers }).length === 0);
  }).length;
  const waits = expected.filter((row, i) => outside(row, found[i]!).some(isWait)).length;
  const other = swapped(expected, found).length;
  return `${expected.length - off} of ${expected.length} rows have every wait within ${100 * NEAR.relative} % and every share within ${NEAR.points} points, and ${nearer} more with one rule of the source in place of ours; ${waits} rows have a wait farther off; ${other} pairs of rows stand in the other order.`;
}
