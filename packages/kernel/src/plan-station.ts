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
import { checkKeys, checkServers, finite, checkOption, record, whole } from './refuse.js';
import type { Variate } from './variate.js';
import { fixed } from './variate-fixed.js';
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
/** Keys that mean nothing without another one. */
const NEEDS = [
  ['priority', 'discipline'],
  ['impatientTo', 'patience'],
  ['whenFull', 'places'],
] as const;
const STAYS: Choice = { targets: [], totals: [] };

/** A station with names replaced by indices, and checked. */
export function planStation(
  names: NetworkNames,
  id: string,
  declared: StationSpec,
  route: RouteSpec | undefined,
): StationPlan {
  const path = `stations.${id}`;
  const { issues } = names;
  const read = (): StationSpec => record(declared, path, 'give { servers, service }');
  const station = issues.attempt<Partial<StationSpec>>(path, declared, read, {});
  issues.known(path, station, STATION_KEYS);
  const { steps, interrupt } = readServers(names, `${path}.servers`, station.servers);
  const [first, ...later] = steps;
  const discipline = readDiscipline(names, `${path}.discipline`, station.discipline);
  const credit = readPriority(names, `${path}.priority`, station.priority);
  const lines = byPriority(discipline, credit);
  const { whenFull: full = 'reject', places } = station;
  const { to: elsewhere } = Object(full) as { readonly to?: string };
  if (full !== 'reject' && full !== 'block' && typeof elsewhere !== 'string') {
    issues.add(`${path}.whenFull`, full, 'give "reject", "block" or { "to": station }');
  }
  if (places !== undefined) names.whole(`${path}.places`, places);
  for (const [key, needs] of NEEDS) {
    const value = station[key];
    if (value !== undefined && station[needs] === undefined) {
      issues.add(`${path}.${key}`, value, `it has no effect without ${needs}`);
    }
  }
  if (discipline === 'processor-sharing' && (later.length > 0 || station.patience !== undefined)) {
    const wish = 'it starts everybody at once, and goes with neither patience nor a schedule';
    issues.add(`${path}.discipline`, discipline, wish);
  }
  return {
    id,
    servers: first?.[1] ?? 0,
    steps: later,
    interruptAtDecrease: interrupt,
    service: names.perClass(
      `${path}.service`,
      station.service!,
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
    places: places ?? Infinity,
    blocks: full === 'block',
    fullTo:
      typeof elsewhere === 'string' ? names.station(`${path}.whenFull.to`, elsewhere) : LEAVES,
    joins: readJoins(names, `${path}.joins`, station.joins),
    route: readRoute(names, `routes.${id}`, route ?? {}),
  };
}

function readServers(
  { issues }: NetworkNames,
  path: string,
  servers: StationSpec['servers'] | undefined,
): { steps: ServerSchedule['steps']; interrupt: boolean } {
  if (servers === 'infinite') return { steps: [[0, Infinity]], interrupt: false };
  const read = (): ServerSchedule => {
    if (typeof servers === 'number') return { steps: [[0, whole(servers, path, 0)]] };
    const wish = 'give a whole number, "infinite" or { "steps": [[time, number], …] }';
    const schedule = record(servers!, path, wish);
    checkKeys(schedule, ['steps', 'atDecrease?'], path);
    checkOption(`${path}.atDecrease`, schedule.atDecrease, ['finish', 'interrupt']);
    checkServers(schedule.steps, `${path}.steps`);
    return schedule;
  };
  const { steps, atDecrease } = issues.attempt(path, servers, read, { steps: [] });
  return { steps, interrupt: atDecrease === 'interrupt' };
}

function readDiscipline(
  names: NetworkNames,
  path: string,
  discipline: StationSpec['discipline'],
): Discipline {
  if (discipline === undefined || typeof discipline === 'function') return 'fifo';
  const read = (): void => checkOption(path, discipline, DISCIPLINES);
  return names.issues.attempt(path, discipline, () => (read(), discipline), 'fifo');
}

function readPriority(
  names: NetworkNames,
  path: string,
  priority: StationSpec['priority'],
): number[] {
  const own = new Map(names.issues.entries(path, priority, 'give numbers by class'));
  for (const [id, value] of own) {
    names.class(`${path}.${id}`, id);
    names.issues.attempt(path, value, () => finite(value, `${path}.${id}`), 0);
  }
  return names.classes.map((id) => own.get(id) ?? 0);
}

function readJoins(
  names: NetworkNames,
  path: string,
  joins: StationSpec['joins'],
): StationPlan['joins'] {
  if (joins === undefined) return null;
  if (typeof joins === 'function') return joins;
  if (!Array.isArray(joins) || joins.length === 0 || joins.some((p) => !(p >= 0 && p <= 1))) {
    names.issues.add(path, joins, 'give a list of probabilities from 0 to 1');
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
