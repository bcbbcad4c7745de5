// The four halls beside the numbers of their source, a part of `npm run validate`.
import { writeFileSync } from 'node:fs';
import { freshDist } from './fresh-dist.mjs';
import { at, root } from './tools.mjs';

const RESULT = at('tests/data/validation-halls.json');
/** What the numbers depend on. */
const MADE_OF = ['packages', 'examples/halls', 'tests/validation/halls'];

/** Runs every row and writes the result; it is right when each row outside has its reason. */
export async function runHalls(stamp) {
  await freshDist('@hallsim/experiment');
  const { expectedRows } = await import('../tests/validation/dist/halls/expected.js');
  const { runRow, TIMES, YEAR } = await import('../tests/validation/dist/halls/run-row.js');
  const { hallLine, hallText } = await import('../tests/validation/dist/halls/results.js');
  const { outside } = await import('../tests/validation/dist/halls/outside.js');
  const { whyOf } = await import('../tests/validation/dist/halls/why.js');
  const expected = expectedRows(root);
  const rows = [];
  for (const row of expected) rows.push(await runRow(root, row));
  const run = { ...YEAR, times: TIMES, ...stamp(MADE_OF) };
  writeFileSync(RESULT, hallText({ format: 'hallsim-halls/1', run, rows }));
  console.log(`Halls: ${hallLine(expected, rows)}`);
  const reasons = expected.map((row, i) => whyOf(row, rows[i], outside(row, rows[i])));
  return !reasons.includes('unexplained');
}
