// One workload of scripts/bench.mjs, in this process: { file, days, day?, set?, results? } as JSON in the
// only argument. Prints what was measured as JSON.
//
// A call is what a user of the library calls: `simulate` on a checked scenario, that is compiling,
// days and the statistics. The first call starts with reading the file, right after the imports.
// Call k has the seed k, so no call can profit from the customers of another.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { at } from './tools.mjs';

const packaged = (name) => import(pathToFileURL(at('packages', name, 'dist/index.js')));
const { simulate } = await packaged('experiment');
const { issueText, parseScenario } = await packaged('scenario');

const start = performance.now();
const { file, days, day, set = [], results } = JSON.parse(process.argv[2]);
const scenario = readScenario(file, set);
const first = await call(1);
const cold = performance.now() - start;

const times = [];
const processor = []; // what a busy machine does not stretch
let spent = 0;
for (let seed = 2; times.length < 10 && (times.length < 3 || spent < 5_000); seed++) {
  const before = performance.now();
  const used = process.cpuUsage();
  await call(seed);
  const { user, system } = process.cpuUsage(used);
  processor.push((user + system) / 1000);
  times.push(performance.now() - before);
  spent += times.at(-1);
}
const medianMs = median(times);
const customers = first.conservation.came;
const perSecond = (ms) => (1000 * customers) / ms;
const measures = Object.entries(first.measures).filter(([id]) => !results || results.includes(id));

console.log(
  JSON.stringify({
    api: 'scenario',
    days,
    customers,
    customersPerSecond: perSecond(medianMs),
    cold: perSecond(cold),
    peakRssMB: process.resourceUsage().maxRSS / 1024,
    medianMs,
    medianProcessorMs: median(processor),
    coldMs: cold,
    calls: times.length + 1,
    results: Object.fromEntries(measures.map(([id, { value }]) => [id, value])),
  }),
);

function median(list) {
  const sorted = list.toSorted((a, b) => a - b);
  return (sorted[Math.floor((list.length - 1) / 2)] + sorted[Math.floor(list.length / 2)]) / 2;
}

function call(seed) {
  const options = { replications: days, seed: String(seed) };
  return simulate(scenario, day === undefined ? options : { ...options, day }).catch((error) =>
    fail(error.message),
  );
}

/** The scenario in a file, after the changes PATH=VALUE. */
function readScenario(path, changes) {
  let source = fileBytes(path);
  if (changes.length > 0) {
    const document = JSON.parse(source);
    for (const change of changes) apply(document, change);
    source = JSON.stringify(document);
  }
  const parsed = parseScenario(source);
  if (parsed.ok) return parsed.scenario;
  return fail(issueText(parsed.issues, 'en', path));
}

function fileBytes(path) {
  try {
    return readFileSync(path);
  } catch (error) {
    return fail(`${path} cannot be read: ${error.code}.`);
  }
}

/** `counters.all.count=14`, `kiosks.willing=40%`: the value is JSON, or else text. */
function apply(document, change) {
  const equals = change.indexOf('=');
  if (equals < 1) fail(`--set ${change}: write PATH=VALUE, such as kiosks.count=3.`);
  const keys = change.slice(0, equals).split('.');
  const last = keys.pop();
  let at = document;
  for (const key of keys) at = at[key] ??= {};
  at[last] = jsonOrText(change.slice(equals + 1));
}

function jsonOrText(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
