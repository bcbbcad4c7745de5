import { type Case, readCases } from './cases.js';
import { byHand } from './models/by-hand.js';
import { leftOut, models } from './models.js';
import type { ExactRow, Measurement, Row } from './row.js';
import { World } from './world.js';

/** The whole table: what is simulated, what is played exactly, and what is neither. */
export interface Table {
  readonly rows: readonly Row[];
  readonly exact: readonly ExactRow[];
  readonly leftOut: readonly {
    readonly id: string;
    readonly family: string;
    readonly why: string;
  }[];
}

/** Every case as rows; a list is as many rows as it has elements, each with a seed of its own. */
export function readTable(root: string, world: World = new World()): Table {
  const cases = [...readCases(root), ...byHand];
  const rows: Row[] = [];
  const exact: ExactRow[] = [];
  const out: { id: string; family: string; why: string }[] = [];
  for (const one of cases) {
    const why = leftOut(one);
    if (why === undefined) addRows(one, cases, world, rows, exact);
    else out.push({ id: one.id, family: one.model, why });
  }
  return { rows, exact, leftOut: out };
}

function addRows(
  one: Case,
  all: readonly Case[],
  world: World,
  rows: Row[],
  exact: ExactRow[],
): void {
  const { id, model: family, definition: what, oracle_abs_tol: tolerance } = one;
  const model = models[family];
  if (model === undefined) throw new Error(`${id}: nothing simulates the model ${family}`);
  // building a model checks it; whoever needs one row of 600 need not build the others
  let built: ReturnType<typeof model> | undefined;
  const answer = () => (built ??= model(one, world, all));
  if (one.start !== undefined) {
    const check = { compare: () => (answer() as ExactRow['check']).compare() };
    exact.push({ id, family, what, check });
    return;
  }
  const single = (measurement: () => Measurement, rowId: string, words: string, value: number) =>
    rows.push({
      id: rowId,
      family,
      what: words,
      value,
      tolerance,
      get measurement() {
        return measurement();
      },
    });
  if (one.values === undefined) {
    single(() => answer() as Measurement, id, what, one.value ?? NaN);
    return;
  }
  one.values.forEach((value, i) => {
    const time = one.times_min?.[i];
    const words = time === undefined ? what : `${what}; t = ${Number(time.toFixed(3))}`;
    const element = () => (answer() as (i: number) => Measurement)(i);
    single(element, `${id}[${i}]`, words, value);
  });
}
