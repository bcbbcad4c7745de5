// Staffing problems with known optima, a part of `npm run validate`.
import { writeFileSync } from 'node:fs';
import { freshDist } from './fresh-dist.mjs';
import { runAll } from './run-workers.mjs';
import { at } from './tools.mjs';

const RESULT = at('tests/data/validation-staffing.json');
/** What the numbers depend on. */
const MADE_OF = [
  'packages/kernel/src',
  'packages/stats/src',
  'packages/hall/src',
  'packages/experiment/src',
  'packages/planning/src',
  'packages/scenario/src',
  'tests/validation/staffing',
];

/** Looks for plans under every seed, and writes what was found. */
export async function runStaffing(workers, stamp) {
  await freshDist('@hallsim/planning');
  const { STAFFING_PROBLEMS } = await import('../tests/validation/dist/staffing/problems.js');
  const { isStaffingRight, staffingLines, staffingText } = await import(
    '../tests/validation/dist/staffing/results.js'
  );
  const jobs = STAFFING_PROBLEMS.flatMap(({ id, seeds }) =>
    Array.from({ length: seeds }, (_, seed) => ({ id, seed })),
  );
  const answers = await runAll(
    at('tests/validation/dist/staffing/worker.js'),
    jobs,
    workers,
    {},
    'searches',
  );
  const file = {
    format: 'hallsim-staffing-bench/1',
    run: { seed: 'the id of the problem, "/" and a number from 0 on', ...stamp(MADE_OF) },
    searches: jobs.map((job) => answers.get(job).result),
  };
  writeFileSync(RESULT, staffingText(file));
  for (const line of staffingLines(file)) console.log(line);
  return isStaffingRight(file);
}
