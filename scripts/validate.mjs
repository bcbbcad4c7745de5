// npm run validate                    the formulas beside the table of exact values, the table
//                                     simulated, by wrong engines too, the coverage of intervals, the
//                                     four halls, the classical halls, staffing problems with known
//                                     optima, and broken files; writes the results
//   [-- --only PART]                  theory, oracle, mutants, coverage, halls, classics, staffing or
//                                     fuzz: that part; writes it
//                                     days is the second half of coverage, that of halls
//   [-- --only truths]                the true values that days are held against; writes them
//   [-- --only ID]                    cases whose id begins so, coverage/ID for systems, classics/ID
//                                     for classical halls, fuzz/N for one broken file; printed and
//                                     not written
//   [-- --salt TEXT]                  other chance: the seed of a row is its id and the salt
//   [-- --mutant NAME]                a wrong engine: shows which rows notice it; writes nothing
//   [-- --sizes]                      finds how long each row has to run; writes that
//   [-- --workers N]                  default: one for each processor; changes no number
// Standard output: the verdict, and the rows asked for. Exit status 1: the results are not what an
// engine without errors gives by chance.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { freshDist, freshFolder } from './fresh-dist.mjs';
import { runAll } from './run-workers.mjs';
import { setup } from './setup.mjs';
import { at, root, say } from './tools.mjs';
import { runClassics } from './validate-classics.mjs';
import { runFuzz } from './validate-fuzz.mjs';
import { runHalls } from './validate-halls.mjs';
import { runMutant, runMutants } from './validate-mutants.mjs';
import { runCoverage, runDays, runTheory, runTruths } from './validate-parts.mjs';
import { runStaffing } from './validate-staffing.mjs';

const RESULTS = at('tests/data/validation.json');
const SIZES = at('tests/data/validation-sizes.json');
const PAGE = at('docs/validation.md');
/** What the numbers depend on. */
const MADE_OF = ['packages/kernel/src', 'packages/stats/src', 'tests/validation'];
const PARTS = ['theory', 'oracle', 'mutants', 'coverage', 'halls', 'classics', 'staffing', 'fuzz'];
/** Parts that are written, the halves of coverage too. */
const WRITTEN = [...PARTS, 'days'];

function refuse(message) {
  say(message);
  process.exit(2);
}

function readCommandLine() {
  try {
    return parseArgs({
      options: {
        only: { type: 'string', multiple: true, default: [] },
        salt: { type: 'string' },
        mutant: { type: 'string' },
        sizes: { type: 'boolean', default: false },
        workers: { type: 'string', default: String(availableParallelism()) },
      },
    }).values;
  } catch (error) {
    return refuse(error.message);
  }
}

const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();

function printRow({ id, value, mean, half, z }) {
  const relative = ((100 * half) / Math.abs(value)).toFixed(2);
  console.log(
    `${id.padEnd(24)} ${String(Number(value.toPrecision(7))).padStart(12)} ${String(Number(mean.toPrecision(7))).padStart(12)} ± ${relative} %  z ${z.toFixed(2)}`,
  );
}

const options = readCommandLine();
if (!/^[1-9]\d?$/.test(options.workers)) refuse('--workers: write a whole number of at least 1.');
setup();
await freshDist('@hallsim/planning');
await freshFolder(at('tests/validation'), at('tests/validation/dist'));
const { readTable } = await import('../tests/validation/dist/rows.js');
const { judge, resultFile, fileText, verdictLines } = await import(
  '../tests/validation/dist/results.js'
);
const { readPage, toMarkdown } = await import('../tests/validation/dist/document.js');
const { isConstant } = await import('../tests/validation/dist/run-row.js');
const { MUTANTS } = await import('../tests/validation/dist/world.js');

const { only, salt = '', mutant = null, sizes: wantsSizes } = options;
if (mutant !== null && !Object.hasOwn(MUTANTS, mutant))
  refuse(`There is no mutant ${mutant}. There are: ${Object.keys(MUTANTS).join(', ')}.`);

const table = readTable(root);
const stamp = (paths) => ({
  commit: `${git('rev-parse', '--short=12', 'HEAD')}${git('status', '--porcelain', ...paths) === '' ? '' : ' with changes'}`,
  time: `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
  node: process.version.slice(1),
});
const { readClassics } = await import('../tests/validation/dist/classics/rows.js');
const writePage = () => {
  const tables = { oracle: table, classics: readClassics(root) };
  writeFileSync(PAGE, toMarkdown(readPage(root), tables));
};

const plain = mutant === null && !wantsSizes;
const asked = plain && only.length === 0 ? PARTS : only;
let right = true;
if (asked.includes('theory')) right = (await runTheory()) && right;
const systems = asked.filter((id) => /^coverage(\/|$)/.test(id));
if (systems.length > 0) {
  right = (await runCoverage(systems, salt, Number(options.workers), stamp)) && right;
}
if (asked.includes('halls')) right = (await runHalls(stamp)) && right;
const classics = asked.filter((id) => /^classics(\/|$)/.test(id));
if (classics.length > 0) {
  right = (await runClassics(classics, salt, Number(options.workers), stamp, printRow)) && right;
}
const broken = asked.filter((id) => /^fuzz(\/\d+)?$/.test(id));
if (broken.length > 0) {
  right = (await runFuzz(broken, salt, Number(options.workers), stamp)) && right;
}
if (asked.includes('mutants')) {
  right = (await runMutants(table, salt, Number(options.workers), stamp)) && right;
}
if (asked.includes('staffing'))
  right = (await runStaffing(Number(options.workers), stamp)) && right;
if (asked.includes('truths')) await runTruths(Number(options.workers), stamp);
if (asked.includes('days') || asked.includes('coverage')) {
  right = (await runDays(Number(options.workers), stamp)) && right;
}
const done = [
  'theory',
  'oracle',
  'mutants',
  'halls',
  'staffing',
  'days',
  'truths',
  ...systems,
  ...classics,
  ...broken,
];
const rest = asked.filter((id) => !done.includes(id));
const wholeOracle = asked.includes('oracle');
if (plain && !wholeOracle && rest.length === 0) {
  if (WRITTEN.some((part) => asked.includes(part))) writePage();
  process.exit(right ? 0 : 1);
}
if (mutant !== null) {
  await runMutant(table, mutant, only, salt, Number(options.workers), printRow);
  process.exit(0);
}
const wanted = wholeOracle ? [] : rest;
const chosen = (id) => wanted.length === 0 || wanted.some((start) => id.startsWith(start));
const rows = table.rows.filter(({ id }) => chosen(id));
const exact = wantsSizes ? [] : table.exact.filter(({ id }) => chosen(id));
if (rows.length + exact.length === 0)
  refuse(`No simulated case has an id that begins with ${wanted.join(' or ')}.`);

const sizes = JSON.parse(readFileSync(SIZES, 'utf8'));
const answers = await runAll(
  at('tests/validation/dist/worker.js'),
  [...rows, ...exact].map(({ id }) => id),
  Number(options.workers),
  { root, salt: wantsSizes ? 'sizes' : salt, mutant: null, sizes: sizes.sizes, pilot: wantsSizes },
);
const found = {
  rows: rows.map(({ id }) => answers.get(id).result),
  exact: exact.map(({ id }) => answers.get(id).exact),
};

if (wantsSizes) {
  const all = { ...sizes.sizes };
  for (const { id } of rows) all[id] = answers.get(id).size;
  // in the order of the table, without what is in it no more
  const kept = table.rows.filter(({ id }) => id in all).map(({ id }) => [id, all[id]]);
  writeFileSync(
    SIZES,
    `${JSON.stringify({ about: sizes.about, sizes: Object.fromEntries(kept) }, null, 1)}\n`,
  );
  say(`Wrote the sizes of ${rows.length} rows.`);
} else {
  const tolerances = new Map(table.rows.map(({ id, tolerance }) => [id, tolerance]));
  const verdict = judge(found.rows, found.exact, (id) => tolerances.get(id) ?? 0);
  const shown = found.rows.filter(
    (row) => !wholeOracle || (Math.abs(row.z) > 2.58 && !isConstant(row)),
  );
  shown.forEach(printRow);
  for (const line of verdictLines(verdict)) console.log(line);
  if (wholeOracle) {
    writeFileSync(RESULTS, fileText(resultFile(table, { salt, ...stamp(MADE_OF) }, found)));
    writePage();
  }
  process.exitCode = verdict.right && right ? 0 : 1;
}
