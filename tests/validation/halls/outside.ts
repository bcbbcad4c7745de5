import { COLUMN_IDS, type Column, type ExpectedRow, type Numbers } from './expected.js';

/** Waits may be a quarter off, shares four points. */
export const NEAR = { relative: 0.25, points: 4 };

export const isWait = (column: Column): boolean => column === 'wait' || column === 'p90';

/** The columns of a row that are farther off than is allowed. */
export function outside(
  { expected }: ExpectedRow,
  { found }: { readonly found: Numbers },
): Column[] {
  return COLUMN_IDS.filter((column) => {
    const off = Math.abs(found[column] - expected[column]);
    return off > (isWait(column) ? NEAR.relative * expected[column] : NEAR.points);
  });
}
