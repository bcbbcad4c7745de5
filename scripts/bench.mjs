// npm run --silent bench -- [NAME…] [--json]                  named workloads, see WORKLOADS
// npm run --silent bench -- --scenario FILE --days N          any hall, timed the same way;
//   [--day TYPE] [--set PATH=VALUE]… [--json]                 --set changes the document first,
//   [--workers N]                                             --workers measures one thread beside
// npm run --silent bench -- --network FILE [--customers N]    any network, a million customers if
//   [--quantiles 0.5,0.95] [--set PATH=VALUE]… [--json]       not said otherwise
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
const hall = (name) => ({
  api: 'scenario',
  file: at(`examples/bench/${name}.json`),
  days: 200,
  results: HALL_RESULTS,
});
const network = (name, customers, results, quantiles = []) => ({
  api: 'network',
  file: at(`examples/bench/${name}.json`),
  customers,
  results,
  quantiles,
});
const MILLION = 1_000_000;
const WORKLOADS = {
  W1: network('w1', MILLION, ['wait.mean']),
  'W1.process': { api: 'process', customers: MILLION, arrivals: 0.9, servers: 1 },
  W2: network('w2', MILLION, ['wait.mean', 'wait.probability'], [0.95]),
  'W2.process': {
    api: 'process',
    customers: MILLION,
    arrivals: 19,
    servers: 20,
    quantiles: [0.95],
  },
  W3: network('w3', MILLION, ['abandoned', 'wait.mean']),
  W4: hall('w4'),
  W4b: hall('w4b'),
  'W4.workers2': { ...hall('w4'), days: 2000, workers: 2 }, // and in one thread beside it
  W5: network('w5', 200_000, ['sojourn.mean', 'wait.mean']),
  flagship: {
    api: 'scenario',
    file: at('examples/halls/flagship-telecom.json'),
    days: 200,
    day: 'billing-day',
  },
  'flagship.workers2': {
    api: 'scenario',
    file: at('examples/bench/flagship-every-rule.json'),
    days: 1000,
    day: 'billing-day',
    workers: 2,
  },
};
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
        network: { type: 'string' },
        customers: { type: 'string' },
        quantiles: { type: 'string' },
        set: { type: 'string', multiple: true, default: [] },
        workers: { type: 'string' },
      },
    });
  } catch (error) {
    return refuse(error.message);
  }
}

function chosenWorkloads({ values, positionals }) {
  const { scenario, days, day, network, customers, quantiles, set, workers } = values;
  if ([positionals[0], scenario, network].filter((one) => one !== undefined).length > 1)
    refuse('Name workloads, a --scenario or a --network, not several of these.');
  if (scenario === undefined && (days ?? day ?? workers))
    refuse('--days, --day and --workers go with --scenario.');
  if (network === undefined && (customers ?? quantiles))
    refuse('--customers and --quantiles go with --network.');
  if (scenario !== undefined) {
    const study = { file: scenario, days: whole('--days', days), day, set };
    const place = workers === undefined ? {} : { workers: whole('--workers', workers) };
    return { scenario: { api: 'scenario', ...study, ...place } };
  }
  if (network !== undefined) {
    return {
      network: {
        api: 'network',
        file: network,
        customers: whole('--customers', customers ?? String(MILLION)),
        quantiles: (quantiles?.split(',') ?? []).map(probability),
        set,
      },
    };
  }
  if (set.length > 0) refuse('--set goes with --scenario and --network.');
  const names = positionals.length > 0 ? positionals : Object.keys(WORKLOADS);
  for (const name of names) {
    if (!Object.hasOwn(WORKLOADS, name))
      refuse(`There is no workload ${name}. There are: ${Object.keys(WORKLOADS).join(', ')}.`);
  }
  return Object.fromEntries(names.map((name) => [name, WORKLOADS[name]]));
}

function whole(option, text) {
  if (/^[1-9]\d{0,8}$/.test(text ?? '')) return Number(text);
  return refuse(`${option}: write a whole number of at least 1.`);
}

function probability(text) {
  if (/^0?\.\d+$/.test(text)) return Number(text);
  return refuse('--quantiles: write numbers between 0 and 1, such as 0.5,0.95.');
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
        `${name}: ${found.days ? `${found.days} days, ` : ''}${found.customers} customers`,
        `  warm ${ms(found.medianMs)} (processor ${ms(found.medianProcessorMs)}), ${speed(found.customersPerSecond)}`,
        `  first call ${ms(found.coldMs)}, ${speed(found.cold)}`,
        ...(found.workers
          ? [
              `  ${found.workers} workers, started in ${ms(found.spawnMs)}: ${found.speedup.toFixed(2)} times the speed of this thread (${ms(found.besideMs)})`,
            ]
          : []),
        ...(found.events ? [`  ${(found.eventsPerSecond / 1e6).toFixed(2)} M events/s`] : []),
        `  at most ${found.firstPeakRssMB.toFixed(0)} MB in the first call, ${found.peakRssMB.toFixed(0)} MB in all`,
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
