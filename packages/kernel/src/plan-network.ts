import { arrivalCursor } from './arrivals.js';
import { NetworkNames } from './network-names.js';
import type { NetworkPlan, SourcePlan } from './network-plan.js';
import type { NetworkSpec, SourceSpec } from './network-spec.js';
import { planStation } from './plan-station.js';
import { SpecIssues } from './spec-issues.js';

/** More customers than these would fill the memory before time begins. */
const MOST_POPULATION = 10_000_000;

/**
 * Names into indices, and everything checked.
 *
 * @throws SpecError that lists all that is wrong, with paths
 */
export function planNetwork(spec: NetworkSpec): NetworkPlan {
  const issues = new SpecIssues();
  if (typeof spec !== 'object' || spec === null) {
    issues.add('network', spec, 'Declare { sources, stations, routes }.');
    issues.refuse('The network');
  }
  issues.known('network', spec, ['sources', 'stations', 'routes', 'population']);
  const stationIds = Object.keys(spec.stations ?? {});
  if (stationIds.length === 0)
    issues.add('stations', spec.stations, 'Declare at least one station.');
  const sources = Object.entries(spec.sources ?? {});
  const population = Object.entries(spec.population ?? {});
  if (sources.length + population.length === 0) {
    issues.add(
      'sources',
      spec.sources,
      'Declare a source, or a population that is there at the start.',
    );
  }
  const classes = [
    ...new Set([
      ...sources.map(([id, source]) => source.class ?? id),
      ...population.map(([id]) => id),
    ]),
  ];
  const names = new NetworkNames(issues, stationIds, classes);
  for (const id of Object.keys(spec.routes ?? {})) names.station(`routes.${id}`, id);
  const result = {
    classes,
    sources: [
      ...sources.map(([id, source]) => planSource(names, id, source)),
      ...population.map(([id, count]) => planPopulation(names, id, count)),
    ],
    stations: Object.entries(spec.stations ?? {}).map(([id, station]) =>
      planStation(names, id, station, spec.routes?.[id]),
    ),
  };
  for (const [id, count] of population) {
    const { places = Infinity } = spec.stations[id] ?? {};
    if (count > places) {
      const message = `${count} customers do not fit into the ${places} places of the station.`;
      issues.add(`population.${id}`, count, message);
    }
  }
  issues.refuse('The network');
  return result;
}

function planSource(names: NetworkNames, id: string, source: SourceSpec): SourcePlan {
  const path = `sources.${id}`;
  names.issues.known(path, source, ['arrivals', 'to', 'class']);
  if (typeof source.arrivals !== 'object' || source.arrivals === null) {
    names.issues.add(
      `${path}.arrivals`,
      source.arrivals,
      'Say how customers arrive, such as { "every": { "family": "exponential", "mean": 2 } }.',
    );
  } else {
    // read once to see whether it can be read; the key does not matter
    const read = () => arrivalCursor(source.arrivals, { low: 0, high: 0 });
    names.issues.attempt<unknown>(`${path}.arrivals`, source.arrivals, read, null);
  }
  const to = source.to ?? {};
  return {
    id,
    arrivals: source.arrivals,
    population: 0,
    class: names.classes.indexOf(source.class ?? id),
    to: names.choice(`${path}.to`, typeof to === 'string' ? { [to]: 1 } : to),
  };
}

function planPopulation(names: NetworkNames, id: string, count: number): SourcePlan {
  const path = `population.${id}`;
  const station = names.station(path, id);
  names.whole(path, count);
  if (count > MOST_POPULATION) {
    names.issues.add(path, count, `A population has at most ${MOST_POPULATION} customers.`);
  }
  return {
    id: `population/${id}`,
    arrivals: null,
    population: count,
    class: names.classes.indexOf(id),
    to: { targets: [station], totals: [1] },
  };
}
