import { type Case, readCases } from '../cases.js';
import type { Answer, ExactCheck, ExactRow, Measurement, Row } from '../row.js';
import type { Table } from '../rows.js';
import { hallModels } from './models.js';

/** What every row of a hall begins with. */
export const CLASSICS = 'classics/';

/** The cases of the table that are halls, as rows; a list is as many rows as it has elements. */
export function readClassics(root: string): Table {
  const rows: Row[] = [];
  const exact: ExactRow[] = [];
  const leftOut: Table['leftOut'][number][] = [];
  for (const one of readCases(root)) {
    const model = hallModels[one.model];
    if (model === undefined) continue;
    const answer = model(one);
    if (typeof answer === 'string') {
      leftOut.push({ id: one.id, family: one.model, why: answer });
    } else if ('compare' in answer) {
      exact.push(exactRow(one, answer));
    } else {
      rows.push(...rowsOf(one, answer));
    }
  }
  return { rows, exact, leftOut };
}

function exactRow({ id, model, definition }: Case, check: ExactCheck): ExactRow {
  return { id: CLASSICS + id, family: model, what: definition, check };
}

function rowsOf(one: Case, answer: Answer): Row[] {
  const { id, model: family, definition: what, oracle_abs_tol: tolerance } = one;
  const row = (rowId: string, words: string, value: number, measurement: Measurement): Row => ({
    id: CLASSICS + rowId,
    family,
    what: words,
    value,
    tolerance,
    measurement,
  });
  if (one.values === undefined) return [row(id, what, one.value ?? NaN, answer as Measurement)];
  return one.values.map((value, i) => {
    const words = `${what}; t = ${one.times_min?.[i]}`;
    return row(`${id}[${i}]`, words, value, (answer as (i: number) => Measurement)(i));
  });
}
