import { type NetworkNames } from './network-names.js';
import { type Choice, LEAVES, type StationPlan } from './network-plan.js';
import type {
  Discipline,
  RouteRule,
  RouteSpec,
  ServerSchedule,
  Shares,
  StationSpec,
} from './network-spec.js';
import { shown } from './spec-issues.js';
import type { Variate } from './variate.js';
import { fixed } from './variate-scaled.js';
import type { Spread } from './variate-spread.js';

const DISCIPLINES: readonly Discipline[] = [
  'fifo',
  'lifo',
  'random',
  'priority',
  'preemptive-resume',
  'preemptive-restart',
  'preemptive-lose',
  'accumulating',
  'processor-sharing',
];
const STATION_KEYS = [
  'servers',
  'service',
  'discipline',
  'priority',
  'patience',
  'impatientTo',
  'places',
  'whenFull',
  'joins',
];
const STAYS: Choice = { targets: [], totals: [] };

/** A station with names replaced by indices, and checked. */
export function planStation(
  names: NetworkNames,
  id: string,
  station: StationSpec,
  route: RouteSpec | undefined,
): StationPlan {
  const path = `stations.${id}`;
  names.issues.known(path, station, STATION_KEYS);
  const { steps, interrupt } = readServers(names, `${path}.servers`, station.servers);
  const [first, ...later] = steps;
  const discipline = readDiscipline(names, `${path}.discipline`, station.discipline);
  const credit = readPriority(names, `${path}.priority`, station.priority);
  const lines = byPriority(discipline, credit);
  const full = station.whenFull ?? 'reject';
  if (
    typeof full === 'string' ? !['reject', 'block'].includes(full) : typeof full.to !== 'string'
  ) {
    names.issues.add(
      `${path}.whenFull`,
      full,
      `${shown(full)} is none of "reject", "block", { "to": station }.`,
    );
  }
  if (station.places !== undefined) names.whole(`${path}.places`, station.places);
  if (discipline === 'processor-sharing' && (later.length > 0 || station.patience !== undefined)) {
    names.issues.add(
      path,
      discipline,
      'Processor sharing starts everybody at once: it goes with neither patience nor a schedule.',
    );
  }
  return {
    id,
    servers: first?.[1] ?? 0,
    steps: later,
    interruptAtDecrease: interrupt,
    service: names.perClass(
      `${path}.service`,
      station.service,
      (at, value) => names.spread(at, value),
      fixed(0),
      '{ "family": "exponential", "mean": 4 }',
    ),
    patience:
      station.patience === undefined
        ? names.classes.map(() => null)
        : names.perClass<Spread | Variate, Variate | null>(
            `${path}.patience`,
            station.patience,
            (at, value) => names.spread(at, value),
            null,
            '{ "family": "exponential", "mean": 12 }',
            true,
          ),
    impatientTo:
      station.impatientTo === undefined
        ? LEAVES
        : names.station(`${path}.impatientTo`, station.impatientTo),
    discipline,
    rank: typeof station.discipline === 'function' ? station.discipline : null,
    line: lines,
    lines: Math.max(...lines) + 1,
    credit,
    places: station.places ?? Infinity,
    blocks: full === 'block',
    fullTo: typeof full === 'object' ? names.station(`${path}.whenFull.to`, full.to) : LEAVES,
    joins: readJoins(names, `${path}.joins`, station.joins),
    route: readRoute(names, `routes.${id}`, route ?? {}),
  };
}

function readServers(
  names: NetworkNames,
  path: string,
  servers: StationSpec['servers'],
): { steps: ServerSchedule['steps']; interrupt: boolean } {
  if (servers === 'infinite') return { steps: [[0, Infinity]], interrupt: false };
  if (typeof servers === 'number') {
    names.whole(path, servers);
    return { steps: [[0, servers]], interrupt: false };
  }
  if (typeof servers !== 'object' || !Array.isArray(servers.steps) || servers.steps.length === 0) {
    names.issues.add(
      path,
      servers,
      `${shown(servers)} is neither a whole number, nor "infinite", nor { "steps": [[time, number], …] }.`,
    );
    return { steps: [[0, 0]], interrupt: false };
  }
  names.issues.known(path, servers, ['steps', 'atDecrease']);
  servers.steps.forEach(([from, count], i) => {
    names.whole(`${path}.steps[${i}][1]`, count);
    const before = servers.steps[i - 1]?.[0] ?? -Infinity;
    if (!(from > before && from < Infinity)) {
      names.issues.add(
        `${path}.steps[${i}][0]`,
        from,
        `The time ${shown(from)} does not come after ${before}.`,
      );
    }
  });
  const at = servers.atDecrease ?? 'finish';
  if (at !== 'finish' && at !== 'interrupt') {
    names.issues.add(`${path}.atDecrease`, at, `${shown(at)} is neither "finish" nor "interrupt".`);
  }
  return { steps: servers.steps, interrupt: at === 'interrupt' };
}

function readDiscipline(
  names: NetworkNames,
  path: string,
  discipline: StationSpec['discipline'],
): Discipline {
  if (discipline === undefined || typeof discipline === 'function') return 'fifo';
  if (!DISCIPLINES.includes(discipline)) {
    names.issues.add(
      path,
      discipline,
      `${shown(discipline)} is none of ${DISCIPLINES.join(', ')}.`,
    );
    return 'fifo';
  }
  return discipline;
}

function readPriority(
  names: NetworkNames,
  path: string,
  priority: StationSpec['priority'],
): number[] {
  for (const [id, value] of Object.entries(priority ?? {})) {
    names.class(`${path}.${id}`, id);
    if (!Number.isFinite(value)) {
      names.issues.add(`${path}.${id}`, value, `${shown(value)} is no finite number.`);
    }
  }
  return names.classes.map((id) => priority?.[id] ?? 0);
}

function readJoins(
  names: NetworkNames,
  path: string,
  joins: StationSpec['joins'],
): StationPlan['joins'] {
  if (joins === undefined) return null;
  if (typeof joins === 'function') return joins;
  if (!Array.isArray(joins) || joins.length === 0 || joins.some((p) => !(p >= 0 && p <= 1))) {
    names.issues.add(path, joins, `${shown(joins)} is no list of probabilities from 0 to 1.`);
  }
  const list: readonly number[] = joins;
  return (present) => list[Math.min(present, list.length - 1)]!;
}

function readRoute(
  names: NetworkNames,
  path: string,
  route: RouteSpec,
): readonly Choice[] | RouteRule {
  if (typeof route === 'function') return route;
  return names.perClass<Shares, Choice>(
    path,
    route,
    (at, shares) => names.choice(at, shares),
    STAYS,
    '{ "station": 0.5 }',
    true,
  );
}

/** The line of each class: one line for all, or one by priority, or one by class. */
function byPriority(discipline: Discipline, priority: readonly number[]): number[] {
  if (discipline === 'accumulating') return priority.map((_, i) => i);
  if (discipline !== 'priority' && !discipline.startsWith('preemptive'))
    return priority.map(() => 0);
  const levels = [...new Set(priority)].sort((a, b) => a - b);
  return priority.map((value) => levels.indexOf(value));
}
