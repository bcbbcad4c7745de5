// Workloads of whole halls for scripts/bench-workload.mjs: { file, days, day?, set?, results? }.
// A call is what a user of the library calls: `simulate` on a checked scenario, that is compiling,
// days and the statistics.
import { fail, packaged, readDocument } from './bench-file.mjs';

const { simulate } = await packaged('experiment');
const { issueText, parseScenario } = await packaged('scenario');

export function prepare({ file, days, day, set, results }) {
  const parsed = parseScenario(readDocument(file, set));
  if (!parsed.ok) fail(issueText(parsed.issues, 'en', file));
  const wanted = ([id]) => !results || results.includes(id);
  return async (seed) => {
    const options = { replications: days, seed, ...(day === undefined ? {} : { day }) };
    const { conservation, measures } = await simulate(parsed.scenario, options);
    const found = Object.entries(measures).filter(wanted);
    return {
      days,
      customers: conservation.came,
      results: Object.fromEntries(found.map(([id, { value }]) => [id, value])),
    };
  };
}
