// One workload of scripts/bench.mjs, in this process, as JSON in the only argument: { api, … }, the
// rest as bench-API.mjs says. Prints what was measured as JSON.
//
// The first call starts with reading the file, right after the imports. Call k has the seed k, so
// no call can profit from the customers of another. What a workload wants measured `beside` it runs in
// turn with it, so that a busy machine slows both.
import { readFileSync } from 'node:fs';
import { fail } from './bench-file.mjs';

const { api, ...workload } = JSON.parse(process.argv[2]);
const { prepare } = await import(`./bench-${api}.mjs`);

const start = performance.now();
const { call, beside } = await told(() => prepare(workload));
const first = await told(() => call('1'));
const cold = performance.now() - start;
const firstPeakRssMB = peakRssMB();

const times = [];
const besideTimes = [];
if (beside) await beside('1');
const processor = []; // what a busy machine does not stretch
let spent = 0;
for (let seed = 2; times.length < 30 && (times.length < 3 || spent < 5_000); seed++) {
  const before = performance.now();
  const used = process.cpuUsage();
  await call(String(seed));
  const { user, system } = process.cpuUsage(used);
  processor.push((user + system) / 1000);
  times.push(performance.now() - before);
  spent += times.at(-1);
  if (beside) {
    const started = performance.now();
    await beside(String(seed));
    besideTimes.push(performance.now() - started);
  }
}
const medianMs = median(times);
const { customers, events, results, ...others } = first;
const perSecond = (count, ms) => (1000 * count) / ms;

console.log(
  JSON.stringify({
    api,
    ...others,
    customers,
    customersPerSecond: perSecond(customers, medianMs),
    cold: perSecond(customers, cold),
    ...(beside ? { besideMs: median(besideTimes), speedup: median(besideTimes) / medianMs } : {}),
    ...(events === undefined ? {} : { events, eventsPerSecond: perSecond(events, medianMs) }),
    peakRssMB: peakRssMB(),
    firstPeakRssMB,
    medianMs,
    medianProcessorMs: median(processor),
    coldMs: cold,
    calls: times.length + 1,
    results,
  }),
);

function median(list) {
  const sorted = list.toSorted((a, b) => a - b);
  return (sorted[Math.floor((list.length - 1) / 2)] + sorted[Math.floor(list.length / 2)]) / 2;
}

/** Largest memory of this process so far. */
function peakRssMB() {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024;
  } catch {
    // not Linux; there `maxRSS` would hold the largest memory of the process that started this one
    return process.resourceUsage().maxRSS / 1024;
  }
}

/** What is wrong with the document is told without a trace of calls. */
async function told(act) {
  try {
    return await act();
  } catch (error) {
    return fail(error.message);
  }
}
