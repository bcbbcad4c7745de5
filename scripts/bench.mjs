// npm run --silent bench -- [NAME…] [--json]                  named workloads: W4, W4b, flagship
// npm run --silent bench -- --scenario FILE --days N          any hall, timed the same way;
//   [--day TYPE] [--set PATH=VALUE]… [--json]                 --set changes the document first
// Measures on the built packages, each workload in a process of its own. It lives here, not in a
// package, because it is a tool of the repository like the others and is never published.
// Standard output: a table, or with --json the document hallsim-bench/1.
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { freshDist } from './fresh-dist.mjs';
import { setup } from './setup.mjs';
import { at, say } from './tools.mjs';

/** The results that other simulators report of the same hall. */
const HALL_RESULTS = [
  'counter.wait.mean',
  'counter.wait.p95',
  'counter.abandoned',
  'counter.within',
  'kiosk.wait.mean',
  'hall.lastDeparture',
];
const WORKLOADS = {
  W4: { file: 'examples/bench/w4.json', days: 200, results: HALL_RESULTS },
  W4b: { file: 'examples/bench/w4b.json', days: 200, results: HALL_RESULTS },
  flagship: { file: 'examples/halls/flagship-telecom.json', days: 200, day: 'billing-day' },
};
/** Workloads of networks and of workers: their engines are not there yet. */
const LATER = /^(W[1235](\.process)?|W4\.workers\d)$/;

/** Ends with what is wrong with the command line. */
function refuse(message) {
  say(message);
  process.exit(2);
}

function readCommandLine() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        scenario: { type: 'string' },
        days: { type: 'string' },
        day: { type: 'string' },
        set: { type: 'string', multiple: true, default: [] },
      },
    });
  } catch (error) {
    return refuse(error.message);
  }
}

function chosenWorkloads({ values, positionals }) {
  const { scenario, days, day, set } = values;
  if (scenario !== undefined) {
    if (positionals.length > 0) refuse('Name workloads or a --scenario, not both.');
    if (!/^[1-9]\d{0,6}$/.test(days ?? '')) refuse('--days: write a whole number of at least 1.');
    return { scenario: { file: scenario, days: Number(days), day, set } };
  }
  if (days ?? day ?? set[0]) refuse('--days, --day and --set go with --scenario.');
  const names = positionals.length > 0 ? positionals : Object.keys(WORKLOADS);
  for (const name of names) {
    if (LATER.test(name)) refuse(`The workload ${name} is not available yet.`);
    if (!(name in WORKLOADS))
      refuse(`There is no workload ${name}. There are: ${Object.keys(WORKLOADS).join(', ')}.`);
  }
  return Object.fromEntries(
    names.map((name) => [name, { ...WORKLOADS[name], file: at(WORKLOADS[name].file) }]),
  );
}

function measured(name, workload) {
  try {
    const printed = execFileSync(
      process.execPath,
      [at('scripts/bench-workload.mjs'), JSON.stringify(workload)],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    );
    return JSON.parse(printed);
  } catch (error) {
    if (error.status !== 1) say(`The workload ${name} did not end well: ${error.message}`);
    return process.exit(1); // with status 1 it has said why
  }
}

function print({ node, workloads }) {
  const ms = (value) => `${value.toFixed(0)} ms`;
  const speed = (perSecond) => `${(perSecond / 1e6).toFixed(2)} M customers/s`;
  console.log(`Node ${node}`);
  for (const [name, found] of Object.entries(workloads)) {
    console.log(
      [
        `${name}: ${found.days} days, ${found.customers} customers`,
        `  warm ${ms(found.medianMs)} (processor ${ms(found.medianProcessorMs)}), ${speed(found.customersPerSecond)}`,
        `  first call ${ms(found.coldMs)}, ${speed(found.cold)}`,
        `  at most ${found.peakRssMB.toFixed(0)} MB`,
        ...Object.entries(found.results).map(([id, value]) => `  ${id} ${value}`),
      ].join('\n'),
    );
  }
}

const commandLine = readCommandLine();
const chosen = chosenWorkloads(commandLine);
setup();
await freshDist('@hallsim/experiment');
const bench = { format: 'hallsim-bench/1', node: process.version, workloads: {} };
for (const [name, workload] of Object.entries(chosen))
  bench.workloads[name] = measured(name, workload);
if (commandLine.values.json) console.log(JSON.stringify(bench, null, 2));
else print(bench);
