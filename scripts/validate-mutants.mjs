// Wrong engines, a part of `npm run validate`: which cases of the table notice them.
import { readFileSync, writeFileSync } from 'node:fs';
import { runAll } from './run-workers.mjs';
import { at, root, say } from './tools.mjs';

const RESULT = at('tests/data/validation-wrong-engines.json');
const SIZES = at('tests/data/validation-sizes.json');
/** What the result depends on. */
const MADE_OF = ['packages/kernel/src', 'packages/stats/src', 'tests/validation'];
/** So many cases have to notice each. */
const LEAST = 3;

/** What the cases of the table whose ids begin so make of a wrong engine. */
async function play(table, mutant, starts, salt, workers) {
  const { noticed } = await import('../tests/validation/dist/wrong-engines.js');
  const chosen = ({ id }) => starts.some((start) => id.startsWith(start));
  const rows = table.rows.filter(chosen);
  const exact = table.exact.filter(chosen);
  const { sizes } = JSON.parse(readFileSync(SIZES, 'utf8'));
  const answers = await runAll(
    at('tests/validation/dist/worker.js'),
    [...rows, ...exact].map(({ id }) => id),
    workers,
    { root, salt, mutant, sizes, pilot: false },
  );
  const results = rows.map(({ id }) => answers.get(id).result);
  const histories = exact.map(({ id }) => answers.get(id).exact);
  return { results, histories, ...noticed(results, histories) };
}

/** Shows which cases notice one wrong engine: those that are asked about it, or those whose ids begin so. */
export async function runMutant(table, mutant, only, salt, workers, printRow) {
  const { NOTICED_BY } = await import('../tests/validation/dist/mutants.js');
  const { MUTANTS } = await import('../tests/validation/dist/world.js');
  const starts = only.includes('oracle') ? [''] : only.length > 0 ? only : NOTICED_BY[mutant];
  const { results, histories, asked, failed } = await play(table, mutant, starts, salt, workers);
  if (asked === 0) {
    say(`No simulated case has an id that begins with ${starts.join(' or ')}.`);
    process.exit(2);
  }
  results.filter(({ id }) => failed.includes(id)).forEach(printRow);
  for (const { id, different } of histories) {
    if (different > 0) console.log(`${id}: ${different} times differ`);
  }
  console.log(`${mutant} (${MUTANTS[mutant]}): ${failed.length} of ${asked} cases fail.`);
}

/** Plays all wrong engines and writes which cases noticed them. */
export async function runMutants(table, salt, workers, stamp) {
  const { NOTICED_BY } = await import('../tests/validation/dist/mutants.js');
  const { wrongEngineText } = await import('../tests/validation/dist/wrong-engines.js');
  // of the files as they are now, whatever happens to them in the meantime
  const card = stamp(MADE_OF);
  const engines = {};
  for (const [mutant, starts] of Object.entries(NOTICED_BY)) {
    const { asked, failed } = await play(table, mutant, starts, salt, workers);
    engines[mutant] = { asked, failed };
    console.log(`Wrong engine ${mutant}: ${failed.length} of ${asked} cases fail.`);
  }
  const run = { salt, ...card };
  writeFileSync(RESULT, wrongEngineText({ format: 'hallsim-wrong-engines/1', run, engines }));
  return Object.values(engines).every(({ failed }) => failed.length >= LEAST);
}
