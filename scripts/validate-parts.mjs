// Two parts of `npm run validate`: the formulas beside the table, and the coverage of intervals.
import { readFileSync, writeFileSync } from 'node:fs';
import { freshFolder } from './fresh-dist.mjs';
import { runAll } from './run-workers.mjs';
import { at, say } from './tools.mjs';

const THEORY = at('tests/data/validation-theory.json');
const COVERAGE = at('tests/data/validation-coverage.json');
/** Where the models of the table are translated to: they stand beside the sources they import. */
const MODELS = at('node_modules/.cache/hallsim-theory');
/** What the intervals depend on. */
const MADE_OF = [
  'packages/kernel/src',
  'packages/stats/src',
  'packages/planning/src',
  'packages/theory/src',
  'tests/validation/intervals',
];
/** Seeds that one worker runs before it is asked for more. */
const BATCH = 50;

/** Answers every case by its formula and writes how far they are. */
export async function runTheory() {
  await freshFolder(at('packages/theory/src'), `${MODELS}/src`);
  await freshFolder(at('packages/theory/fixtures'), `${MODELS}/fixtures`);
  const { distance } = await import(`${MODELS}/fixtures/table.js`);
  const { cases } = JSON.parse(readFileSync(at('packages/theory/fixtures/cases.json'), 'utf8'));
  const { isTheoryRight, theoryFile, theoryLine, theoryText } = await import(
    '../tests/validation/dist/theory.js'
  );
  const file = theoryFile(cases, distance);
  writeFileSync(THEORY, theoryText(file));
  console.log(`Theory: ${theoryLine(file)}`);
  return isTheoryRight(file);
}

/** Runs systems (`coverage`: all, written; `coverage/ID`: those whose id begins so, printed). */
export async function runCoverage(wanted, salt, workers, stamp) {
  const { readSystems } = await import('../tests/validation/dist/intervals/systems.js');
  const { areIntervalsRight, intervalFile, intervalText } = await import(
    '../tests/validation/dist/intervals/results.js'
  );
  const { coverageLines, numberLines } = await import(
    '../tests/validation/dist/intervals/section.js'
  );
  const all = wanted.includes('coverage');
  const starts = wanted.map((id) => id.slice('coverage/'.length));
  const systems = readSystems().filter(({ id }) => all || starts.some((one) => id.startsWith(one)));
  if (systems.length === 0) {
    say(`No system has an id that begins with ${starts.join(' or ')}.`);
    process.exit(2);
  }
  // the longest first, so that no thread is left alone with it at the end
  const jobs = systems
    .toSorted((a, b) => b.queue.customers - a.queue.customers)
    .flatMap(({ id, seeds }) =>
      Array.from({ length: Math.ceil(seeds / BATCH) }, (_, i) => ({
        id,
        from: i * BATCH,
        to: Math.min(seeds, (i + 1) * BATCH),
      })),
    );
  const started = Date.now();
  const answers = await runAll(
    at('tests/validation/dist/intervals/worker.js'),
    jobs,
    workers,
    { salt },
    `batches of ${BATCH} runs`,
  );
  const minutes = Math.ceil((Date.now() - started) / 60_000);
  const batches = [...answers.values()].map(({ batch }) => batch);
  const file = intervalFile(systems, batches, { salt, ...stamp(MADE_OF), minutes, workers });
  if (all) writeFileSync(COVERAGE, intervalText(file));
  else for (const line of numberLines(file)) console.log(line);
  for (const line of coverageLines(file)) console.log(line);
  return areIntervalsRight(file);
}
