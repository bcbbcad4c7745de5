import { type MeasureValues, MEASURES } from '@hallsim/experiment';

/** Columns of a table with every measure: its value and the ends of its interval. */
export const MEASURE_HEADS: readonly string[] = MEASURES.flatMap(({ id }) => [
  id,
  `${id}.low`,
  `${id}.high`,
]);

/** Cells under `MEASURE_HEADS`; empty where there is no value. */
export function measureCells(measures: MeasureValues): (number | null)[] {
  return MEASURES.flatMap(({ id }) => {
    const { value = null, low = null, high = null } = measures[id] ?? {};
    return [value, low, high];
  });
}
