// Workloads of whole halls for scripts/bench-workload.mjs:
// { file, days, day?, set?, results?, workers? }.
// A call is what a user of the library calls: `simulate` on a checked scenario, that is compiling,
// days and the statistics. Workers are started once, before the first call; the same days in this
// thread are measured beside.
import { fail, packaged, readDocument } from './bench-file.mjs';

const { simulate } = await packaged('experiment');
const { issueText, parseScenario } = await packaged('scenario');

export async function prepare({ file, days, day, set, results, workers }) {
  const parsed = parseScenario(readDocument(file, set));
  if (!parsed.ok) fail(issueText(parsed.issues, 'en', file));
  const wanted = ([id]) => !results || results.includes(id);
  const study = { replications: days, ...(day === undefined ? {} : { day }) };
  const callIn = (place, told) => async (seed) => {
    const { conservation, measures } = await simulate(parsed.scenario, {
      ...study,
      ...place,
      seed,
    });
    const found = Object.entries(measures).filter(wanted);
    return {
      days,
      ...told,
      customers: conservation.came,
      results: Object.fromEntries(found.map(([id, { value }]) => [id, value])),
    };
  };
  const here = callIn({}, {});
  if (workers === undefined) return { call: here };
  const { nodeRunner } = await packaged('experiment', 'node/index');
  const start = performance.now();
  const runner = nodeRunner({ workers });
  await runner.ready();
  const spawnMs = performance.now() - start;
  return { call: callIn({ runner }, { workers, spawnMs }), beside: here };
}
