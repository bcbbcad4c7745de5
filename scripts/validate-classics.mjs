// The classical cases written as halls, a part of `npm run validate`.
import { writeFileSync } from 'node:fs';
import { freshDist } from './fresh-dist.mjs';
import { runAll } from './run-workers.mjs';
import { at, root, say } from './tools.mjs';

const RESULT = at('tests/data/validation-classics.json');
/** What the numbers depend on. */
const MADE_OF = [
  'packages/hall/src',
  'packages/kernel/src',
  'packages/scenario/src',
  'packages/stats/src',
  'tests/validation/classics',
];

/** Runs the rows (`classics`: all, written; `classics/ID`: those whose id begins so, printed). */
export async function runClassics(wanted, salt, workers, stamp, printRow) {
  await freshDist('@hallsim/hall');
  const { readClassics } = await import('../tests/validation/dist/classics/rows.js');
  const { classicsFile, classicsText, judgeClassics } = await import(
    '../tests/validation/dist/classics/results.js'
  );
  const { verdictLines } = await import('../tests/validation/dist/results.js');
  const table = readClassics(root);
  const all = wanted.includes('classics');
  const asked = ({ id }) => all || wanted.some((start) => id.startsWith(start));
  const rows = table.rows.filter(asked);
  const traces = table.exact.filter(asked);
  if (rows.length + traces.length === 0) {
    say(`No classical hall has an id that begins with ${wanted.join(' or ')}.`);
    process.exit(2);
  }
  const answers = await runAll(
    at('tests/validation/dist/classics/worker.js'),
    [...rows, ...traces].map(({ id }) => id),
    workers,
    { root, salt },
  );
  const results = rows.map(({ id }) => answers.get(id).result);
  results.filter(({ z }) => !all || Math.abs(z) > 2.58).forEach(printRow);
  const exact = traces.map(({ id }) => answers.get(id).exact);
  const verdict = judgeClassics({ rows: results, exact }, table);
  for (const line of verdictLines(verdict)) console.log(`Classical halls: ${line}`);
  if (all) {
    writeFileSync(
      RESULT,
      classicsText(classicsFile(table, { rows: results, exact }, { salt, ...stamp(MADE_OF) })),
    );
  }
  return verdict.right;
}
