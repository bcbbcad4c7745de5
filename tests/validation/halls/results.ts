import { COLUMN_IDS, type Column, type ExpectedRow, type HallRow } from './expected.js';
import type { FoundRow } from './run-row.js';

/** The four halls as they are checked in. */
export interface HallFile {
  readonly format: 'hallsim-halls/1';
  readonly run: {
    readonly days: number;
    readonly commit: string;
    readonly time: string;
    readonly node: string;
  };
  readonly rows: readonly FoundRow[];
}

/** Waits may be a quarter off, shares four points. */
const NEAR = { relative: 0.25, points: 4 };

const isWait = (column: Column): boolean => column === 'wait' || column === 'p90';

/** The columns of a row that are farther off than is allowed. */
export function outside({ expected }: ExpectedRow, { found }: FoundRow): Column[] {
  return COLUMN_IDS.filter((column) => {
    const off = Math.abs(found[column] - expected[column]);
    return off > (isWait(column) ? NEAR.relative * expected[column] : NEAR.points);
  });
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
  const waits = expected.filter((row, i) => outside(row, found[i]!).some(isWait)).length;
  const other = swapped(expected, found).length;
  return `${expected.length - off} of ${expected.length} rows have every wait within ${100 * NEAR.relative} % and every share within ${NEAR.points} points; ${waits} rows have a wait farther off; ${other} pairs of rows stand in the other order.`;
}
