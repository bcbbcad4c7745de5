// The fuzzer of `npm run validate`: a hundred thousand valid files, each broken in one place.
import { writeFileSync } from 'node:fs';
import { freshDist } from './fresh-dist.mjs';
import { runAll } from './run-workers.mjs';
import { at, root, say } from './tools.mjs';

const RESULT = at('tests/data/validation-fuzz.json');
/** What the result depends on. */
const MADE_OF = ['packages', 'examples', 'tests/validation/fuzz'];
const FILES = 100_000;
/** Files that one worker breaks before it is asked for more. */
const BATCH = 200;
/** A file that takes longer hangs. */
const MOST_SECONDS = 120;

/** Breaks all files and writes the result; with `fuzz/N` the one file is printed and not written. */
export async function runFuzz(wanted, salt, workers, stamp) {
  await freshDist('@hallsim/experiment');
  const { brokenFile, readBases } = await import('../tests/validation/dist/fuzz/broken-file.js');
  const { fuzzLine, fuzzText, runBatch, together } = await import(
    '../tests/validation/dist/fuzz/results.js'
  );
  const bases = readBases(root);
  const single = wanted.filter((id) => id !== 'fuzz').map((id) => Number(id.slice('fuzz/'.length)));
  for (const file of single) {
    const { source } = brokenFile(bases, file, salt);
    process.stdout.write(source);
    say(fuzzLine(await runBatch(bases, { from: file, to: file + 1, salt })));
  }
  if (!wanted.includes('fuzz')) return true;

  const jobs = Array.from({ length: FILES / BATCH }, (_, i) => ({
    id: `files from ${i * BATCH}`,
    from: i * BATCH,
    to: (i + 1) * BATCH,
  }));
  const watch = new Int32Array(new SharedArrayBuffer(4 * (workers + 1)));
  const stop = endWhatHangs(watch);
  // of the files as they are now, whatever happens to them in the meantime
  const card = stamp(MADE_OF);
  const started = Date.now();
  const answers = await runAll(
    at('tests/validation/dist/fuzz/worker.js'),
    jobs,
    workers,
    { root, salt, watch },
    `batches of ${BATCH} files`,
  );
  stop();
  const batch = together([...answers.values()].map((answer) => answer.batch));
  const minutes = Math.ceil((Date.now() - started) / 60_000);
  const run = { files: FILES, bases: bases.size, salt, ...card, minutes, workers };
  writeFileSync(RESULT, fuzzText({ format: 'hallsim-fuzz/1', run, ...batch }));
  console.log(`Broken files: ${fuzzLine(batch)}`);
  for (const { file, kind, base, error } of batch.failures) {
    console.log(`  fuzz/${file} (${kind} of ${base}): ${error}`);
  }
  return batch.failures.length === 0;
}

/** Ends the program when a worker stays with one file; gives what ends the looking. */
function endWhatHangs(watch) {
  const since = new Map();
  const timer = setInterval(() => {
    for (let slot = 1; slot < watch.length; slot++) {
      const file = Atomics.load(watch, slot);
      const before = since.get(slot);
      if (before?.file !== file) since.set(slot, { file, at: Date.now() });
      else if (file > 0 && Date.now() - before.at > 1000 * MOST_SECONDS) {
        say(`File fuzz/${file} has not ended after ${MOST_SECONDS} s.`);
        process.exit(1);
      }
    }
  }, 1000);
  return () => clearInterval(timer);
}
