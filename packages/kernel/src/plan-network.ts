import { NetworkNames } from './network-names.js';
import type { Reading } from './network-reading.js';
import type { NetworkPlan, SourcePlan } from './network-plan.js';
import type { NetworkSpec, SourceSpec } from './network-spec.js';
import { planStation } from './plan-station.js';
import { record } from './refuse.js';
import { SpecIssues } from './spec-issues.js';

/** More customers than these would fill the memory before time begins. */
const MOST_POPULATION = 10_000_000;

/**
 * Names into indices, and everything checked.
 *
 * @throws SpecError that lists all that is wrong, with paths
 */
export function planNetwork(spec: NetworkSpec, reading: Reading): NetworkPlan {
  const issues = new SpecIssues();
  const wish = 'declare { sources, stations, routes }';
  const declared = issues.attempt('network', spec, () => record(spec, 'network', wish), null);
  if (declared === null) return issues.refuse('The network');
  issues.known('network', declared, ['sources', 'stations', 'routes', 'population']);
  const stations = issues.entries('stations', spec.stations, 'declare stations by id');
  if (stations.length === 0) issues.add('stations', spec.stations, 'declare at least one');
  const sources = issues.entries('sources', spec.sources, 'declare sources by id');
  const population = issues.entries('population', spec.population, 'give numbers by station');
  if (sources.length + population.length === 0) {
    issues.add('sources', spec.sources, 'declare one, or a population that is there at the start');
  }
  const routes = new Map(issues.entries('routes', spec.routes, 'give shares by station'));
  if (issues.any) issues.refuse('The network');
  const classes = [
    ...new Set([
      ...sources.map(([id, source]) => textOf(source?.class) ?? id),
      ...population.map(([id]) => id),
    ]),
  ];
  const names = new NetworkNames(
    issues,
    stations.map(([id]) => id),
    classes,
    reading,
  );
  for (const id of routes.keys()) names.station(`routes.${id}`, id);
  const result = {
    classes,
    sources: [
      ...sources.map(([id, source]) => planSource(names, id, source)),
      ...population.map(([id, count]) => planPopulation(names, id, count)),
    ],
    stations: stations.map(([id, station]) => planStation(names, id, station, routes.get(id))),
  };
  for (const [id, count] of population) {
    const { places = Infinity } = spec.stations[id] ?? {};
    if (count > places) issues.add(`population.${id}`, count, `the station has ${places} places`);
  }
  if (issues.any) issues.refuse('The network');
  return result;
}

/** What is no text is said to be wrong where it is read. */
function textOf(given: unknown): string | undefined {
  return typeof given === 'string' ? given : undefined;
}

function planSource(names: NetworkNames, id: string, source: SourceSpec): SourcePlan {
  const path = `sources.${id}`;
  const { issues } = names;
  const declared = { arrivals: undefined, to: {} } as unknown as SourceSpec;
  const given = issues.attempt(
    path,
    source,
    () => record(source, path, 'give { arrivals, to }'),
    declared,
  );
  const { arrivals, to = {}, class: ofClass = id } = given;
  issues.known(path, given, ['arrivals', 'to', 'class']);
  if (typeof ofClass !== 'string') issues.add(`${path}.class`, ofClass, 'give a text');
  // read once to see whether it can be read; the key does not matter
  const read = (): unknown =>
    names.reading.arrivals(arrivals, { low: 0, high: 0 }, `${path}.arrivals`);
  issues.attempt(`${path}.arrivals`, arrivals, read, null);
  return {
    id,
    arrivals,
    population: 0,
    class: names.classes.indexOf(ofClass),
    to: names.choice(`${path}.to`, typeof to === 'string' ? { [to]: 1 } : to),
  };
}

function planPopulation(names: NetworkNames, id: string, count: number): SourcePlan {
  const path = `population.${id}`;
  const station = names.station(path, id);
  names.whole(path, count);
  if (count > MOST_POPULATION) {
    names.issues.add(path, count, `give at most ${MOST_POPULATION}`);
  }
  return {
    id: `population/${id}`,
    arrivals: null,
    population: count,
    class: names.classes.indexOf(id),
    to: { targets: [station], totals: [1] },
  };
}
