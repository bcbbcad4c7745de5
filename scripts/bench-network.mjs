// Workloads of networks for scripts/bench-workload.mjs:
// { file, customers, results?, quantiles?, set? }, the file a network as JSON.
// A call declares the network, runs it until all customers have left, and reads the results; a
// station's result is its id and a measure (`desk.wait.mean`), just the measure if there is one.
import { fail, packaged, readDocument } from './bench-file.mjs';

const { network } = await packaged('kernel');

const OF_STATION = {
  'wait.mean': ({ wait }) => wait.mean,
  'wait.probability': ({ wait }) => wait.probability,
  abandoned: ({ abandoned, joined }) => abandoned / joined,
};
const SOJOURN = 'sojourn.mean';

export function prepare({ file, customers, results, quantiles = [], set }) {
  const spec = read(file, set);
  // who is there from the start never leaves: such a run would have no end
  if (spec.sources === undefined) fail(`${file} has no sources; only open networks are timed.`);
  const ids = Object.keys(spec.stations ?? {});
  const measures = results ?? ['wait.mean', 'wait.probability', 'abandoned'];
  const several = ids.length > 1;
  // what is not asked for is not observed; how long people stay in all is a question where they may
  // come to a station again, and elsewhere the sum of what the stations tell
  const sojourn = results?.includes(SOJOURN) ?? ids.some((id) => leadsTo(id, id, spec.routes));
  const options = { customers, quantiles, observe: sojourn ? ['visits'] : [] };
  const call = (seed) => {
    const { stations, sojourn: stay } = network(spec).run({ ...options, seed });
    const found = sojourn ? { [SOJOURN]: stay.mean } : {};
    let events = customers; // arrivals, and the end of each visit: service complete or given up
    for (const [id, station] of Object.entries(stations)) {
      const name = (measure) => (several ? `${id}.${measure}` : measure);
      events += station.served + station.abandoned;
      for (const measure of measures) {
        if (measure !== SOJOURN) found[name(measure)] = OF_STATION[measure](station);
      }
      for (const [i, p] of quantiles.entries()) {
        found[name(`wait.p${Math.round(100 * p)}`)] = station.wait.quantiles[i];
      }
    }
    return { customers, events, results: found };
  };
  return { call };
}

/** Whether customers may come from one station to another, by however many on the way. */
function leadsTo(from, to, routes, seen = new Set()) {
  const ways = Object.values(routes?.[from]?.byClass ?? { all: routes?.[from] ?? {} });
  return ways.flatMap(Object.keys).some((next) => {
    if (next === to) return true;
    return !seen.has(next) && leadsTo(next, to, routes, seen.add(next));
  });
}

function read(file, set) {
  try {
    return JSON.parse(readDocument(file, set));
  } catch (error) {
    return fail(`${file} is no JSON: ${error.message}`);
  }
}
