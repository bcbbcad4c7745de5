// Parts of `npm run validate`: the formulas beside the table, and the coverage of intervals, those of
// queues and those of days.
import { readFileSync, writeFileSync } from 'node:fs';
import { freshFolder } from './fresh-dist.mjs';
import { runAll } from './run-workers.mjs';
import { at, root, say } from './tools.mjs';

const THEORY = at('tests/data/validation-theory.json');
const COVERAGE = at('tests/data/validation-coverage.json');
const DAYS = at('tests/data/validation-days.json');
const TRUTHS = at('tests/data/validation-truths.json');
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
/** What the intervals of days depend on. */
const DAYS_MADE_OF = [
  'packages/kernel/src',
  'packages/stats/src',
  'packages/hall/src',
  'packages/experiment/src',
  'packages/scenario/src',
  'tests/validation/day-intervals',
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

/** Counts how often intervals of halls hold the true values that are stored, and writes it. */
export async function runDays(workers, stamp) {
  const results = await import('../tests/validation/dist/day-intervals/results.js');
  const { added, areDaysRight, dayIntervalText, readTruths, REPETITIONS } = results;
  const { dayLines } = await import('../tests/validation/dist/day-intervals/section.js');
  const { countedHalls } = await import('../tests/validation/dist/day-intervals/halls.js');
  const { firstIntervals } = await import('../tests/validation/dist/day-intervals/run-hall.js');
  const { halls } = readTruths(root);
  const ids = Object.keys(halls);
  const truths = Object.fromEntries(ids.map((id) => [id, halls[id].truths]));
  const started = Date.now();
  const counted = async (wanted, runs) => {
    const jobs = wanted.flatMap((one) =>
      Array.from({ length: (runs.to - runs.from) / BATCH }, (_, i) => ({
        ...one,
        from: runs.from + i * BATCH,
        to: runs.from + (i + 1) * BATCH,
      })),
    );
    const answers = await runAll(
      at('tests/validation/dist/day-intervals/worker.js'),
      jobs,
      workers,
      { root, truths },
      `batches of ${BATCH} runs`,
    );
    return (id) =>
      added([...answers].filter(([job]) => job.id === id).map(([, { counts }]) => counts));
  };
  const firstOf = await counted(
    ids.map((id) => ({ id })),
    { from: 0, to: REPETITIONS },
  );
  const low = ids
    .map((id) => [id, results.tooLow(firstOf(id))])
    .filter(([, counts]) => counts.length > 0);
  const moreOf = await counted(
    low.map(([id, counts]) => ({ id, wanted: results.wantedFor(counts) })),
    { from: REPETITIONS, to: results.MORE_REPETITIONS },
  );
  const file = {
    format: 'hallsim-day-coverage/1',
    run: {
      repetitions: REPETITIONS,
      seed: 'the id of the hall, "/" and the number of the run; nobody chooses it',
      ...stamp(DAYS_MADE_OF),
      minutes: Math.ceil((Date.now() - started) / 60_000),
      workers,
    },
    halls: Object.fromEntries(ids.map((id) => [id, results.recounted(firstOf(id), moreOf(id))])),
    recounted: Object.fromEntries(low),
    first: Object.fromEntries(countedHalls(root).map((hall) => [hall.id, firstIntervals(hall)])),
  };
  writeFileSync(DAYS, dayIntervalText(file));
  for (const line of dayLines(file)) console.log(line);
  return areDaysRight(file);
}

/** Finds the true values of the halls, and writes them. */
export async function runTruths(workers, stamp) {
  const { dayIntervalText, TRUTH_DAYS } = await import(
    '../tests/validation/dist/day-intervals/results.js'
  );
  const jobs = Object.entries(TRUTH_DAYS).map(([id, days]) => ({ id, days }));
  const answers = await runAll(
    at('tests/validation/dist/day-intervals/worker.js'),
    jobs,
    workers,
    { root, truths: {} },
    'halls',
  );
  const file = {
    format: 'hallsim-truths/1',
    run: {
      command: 'npm run validate -- --only truths',
      seed: 'the id of the hall and "/truth"',
      ...stamp(DAYS_MADE_OF),
    },
    halls: Object.fromEntries(
      jobs.map((job) => [job.id, { days: job.days, truths: answers.get(job).truths }]),
    ),
  };
  writeFileSync(TRUTHS, dayIntervalText(file));
  say(`Wrote the true values of ${jobs.length} halls.`);
}
