import { type Arrivals, arrivalCursor } from './arrivals.js';
import type {
  Discipline,
  NetworkSpec,
  PerClass,
  RankRule,
  RouteRule,
  RouteSpec,
  Shares,
  SourceSpec,
  StationSpec,
} from './network-spec.js';
import { shown, SpecIssues } from './spec-issues.js';
import type { Variate } from './variate.js';
import { fixed } from './variate-scaled.js';
import { type Spread, variateOf } from './variate-spread.js';

/** Target of who leaves the network. */
export const LEAVES = -1;

/** Stations with probabilities: the first whose running total lies above a uniform, else `LEAVES`. */
export interface Choice {
  readonly targets: readonly number[];
  readonly totals: readonly number[];
}

/** A source with names replaced by indices. */
export interface SourcePlan {
  readonly id: string;
  /** null: customers of a closed network, who are at `to` from the start */
  readonly arrivals: Arrivals | null;
  /** how many they are, when `arrivals` is null */
  readonly population: number;
  readonly class: number;
  readonly to: Choice;
}

/** A station with names replaced by indices; lists by class are as long as there are classes. */
export interface StationPlan {
  readonly id: string;
  /** at the start */
  readonly servers: number;
  /** later numbers of servers, in order of time */
  readonly steps: readonly (readonly [from: number, servers: number])[];
  readonly interruptAtDecrease: boolean;
  readonly service: readonly Variate[];
  readonly patience: readonly (Variate | null)[];
  readonly impatientTo: number;
  readonly discipline: Discipline;
  readonly rank: RankRule | null;
  /** Which of the station's lines a class waits in, best line first. */
  readonly line: readonly number[];
  readonly lines: number;
  /** Credit per unit of waiting, of each class. */
  readonly credit: readonly number[];
  readonly places: number;
  readonly blocks: boolean;
  /** Where to when full, if it does not block. */
  readonly fullTo: number;
  readonly joins: ((present: number) => number) | null;
  readonly route: readonly Choice[] | RouteRule;
}

/** A checked network: what a run reads. */
export interface NetworkPlan {
  readonly sources: readonly SourcePlan[];
  readonly stations: readonly StationPlan[];
  readonly classes: readonly string[];
}

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

/**
 * Names into indices, and everything checked.
 *
 * @throws SpecError that lists all that is wrong, with paths
 */
export function planNetwork(spec: NetworkSpec): NetworkPlan {
  const issues = new SpecIssues();
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
  const plan = new Planner(issues, stationIds, classes);
  for (const id of Object.keys(spec.routes ?? {})) plan.station(`routes.${id}`, id);
  const result = {
    classes,
    sources: [
      ...sources.map(([id, source]) => plan.source(id, source)),
      ...population.map(([id, count]) => plan.population(id, count)),
    ],
    stations: Object.entries(spec.stations ?? {}).map(([id, station]) =>
      plan.stationPlan(id, station, spec.routes?.[id]),
    ),
  };
  issues.refuse('The network');
  return result;
}

/** Reads the parts of a network; what is wrong goes to the issues, with a harmless value in its place. */
class Planner {
  readonly #issues: SpecIssues;
  readonly #stations: readonly string[];
  readonly #classes: readonly string[];

  constructor(issues: SpecIssues, stations: readonly string[], classes: readonly string[]) {
    this.#issues = issues;
    this.#stations = stations;
    this.#classes = classes;
  }

  station(path: string, id: string): number {
    const index = this.#stations.indexOf(id);
    if (index < 0) {
      this.#issues.add(
        path,
        id,
        `There is no station "${id}"; there are ${this.#stations.join(', ')}.`,
      );
    }
    return index;
  }

  source(id: string, source: SourceSpec): SourcePlan {
    const path = `sources.${id}`;
    this.#issues.known(path, source, ['arrivals', 'to', 'class']);
    if (typeof source.arrivals !== 'object' || source.arrivals === null) {
      this.#issues.add(
        `${path}.arrivals`,
        source.arrivals,
        'Say how customers arrive, such as { "every": { "family": "exponential", "mean": 2 } }.',
      );
    } else {
      // read once to see whether it can be read; the key does not matter
      const read = () => arrivalCursor(source.arrivals, { low: 0, high: 0 });
      this.#issues.attempt<unknown>(`${path}.arrivals`, source.arrivals, read, null);
    }
    const to = source.to ?? {};
    return {
      id,
      arrivals: source.arrivals,
      population: 0,
      class: this.#classes.indexOf(source.class ?? id),
      to: this.choice(`${path}.to`, typeof to === 'string' ? { [to]: 1 } : to),
    };
  }

  population(id: string, count: number): SourcePlan {
    const path = `population.${id}`;
    const station = this.station(path, id);
    this.#whole(path, count);
    return {
      id: `population/${id}`,
      arrivals: null,
      population: count,
      class: this.#classes.indexOf(id),
      to: { targets: [station], totals: [1] },
    };
  }

  choice(path: string, shares: Shares): Choice {
    let total = 0;
    const entries = Object.entries(shares).map(([id, share]) => {
      const target = this.station(`${path}.${id}`, id);
      if (!(share >= 0 && share <= 1)) {
        this.#issues.add(`${path}.${id}`, share, `${shown(share)} is no probability from 0 to 1.`);
      }
      total += share;
      return { target, total };
    });
    if (total > 1 + 1e-9) {
      this.#issues.add(path, total, `The shares add up to ${total}; they may add up to at most 1.`);
    }
    // shares that make 1 but for rounding leave nobody behind
    const full = total > 1 - 1e-9;
    return {
      targets: entries.map(({ target }) => target),
      totals: entries.map(({ total: upTo }, i) => (full && i === entries.length - 1 ? 1 : upTo)),
    };
  }

  stationPlan(id: string, station: StationSpec, route: RouteSpec | undefined): StationPlan {
    const path = `stations.${id}`;
    this.#issues.known(path, station, STATION_KEYS);
    const { steps, interrupt } = this.#servers(`${path}.servers`, station.servers);
    const [first, ...later] = steps;
    const discipline = this.#discipline(`${path}.discipline`, station.discipline);
    const credit = this.#priority(`${path}.priority`, station.priority);
    const lines = byPriority(discipline, credit);
    const full = station.whenFull ?? 'reject';
    if (
      typeof full === 'string' ? !['reject', 'block'].includes(full) : typeof full.to !== 'string'
    ) {
      this.#issues.add(
        `${path}.whenFull`,
        full,
        `${shown(full)} is none of "reject", "block", { "to": station }.`,
      );
    }
    if (station.places !== undefined) this.#whole(`${path}.places`, station.places);
    if (
      discipline === 'processor-sharing' &&
      (later.length > 0 || station.patience !== undefined)
    ) {
      this.#issues.add(
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
      service: this.#perClass(
        `${path}.service`,
        station.service,
        (at, value) => this.#spread(at, value),
        fixed(0),
      ),
      patience:
        station.patience === undefined
          ? this.#classes.map(() => null)
          : this.#perClass<Spread | Variate, Variate | null>(
              `${path}.patience`,
              station.patience,
              (at, value) => this.#spread(at, value),
              null,
              true,
            ),
      impatientTo:
        station.impatientTo === undefined
          ? LEAVES
          : this.station(`${path}.impatientTo`, station.impatientTo),
      discipline,
      rank: typeof station.discipline === 'function' ? station.discipline : null,
      line: lines,
      lines: Math.max(...lines) + 1,
      credit,
      places: station.places ?? Infinity,
      blocks: full === 'block',
      fullTo: typeof full === 'object' ? this.station(`${path}.whenFull.to`, full.to) : LEAVES,
      joins: this.#joins(`${path}.joins`, station.joins),
      route: this.#route(`routes.${id}`, route ?? {}),
    };
  }

  #servers(
    path: string,
    servers: StationSpec['servers'],
  ): { steps: (readonly [number, number])[]; interrupt: boolean } {
    if (servers === 'infinite') return { steps: [[0, Infinity]], interrupt: false };
    if (typeof servers === 'number') {
      this.#whole(path, servers);
      return { steps: [[0, servers]], interrupt: false };
    }
    if (
      typeof servers !== 'object' ||
      !Array.isArray(servers.steps) ||
      servers.steps.length === 0
    ) {
      this.#issues.add(
        path,
        servers,
        `${shown(servers)} is neither a whole number, nor "infinite", nor { "steps": [[time, number], …] }.`,
      );
      return { steps: [[0, 0]], interrupt: false };
    }
    this.#issues.known(path, servers, ['steps', 'atDecrease']);
    servers.steps.forEach(([from, count], i) => {
      this.#whole(`${path}.steps[${i}][1]`, count);
      const before = servers.steps[i - 1]?.[0] ?? -Infinity;
      if (!(from > before && from < Infinity)) {
        this.#issues.add(
          `${path}.steps[${i}][0]`,
          from,
          `The time ${shown(from)} does not come after ${before}.`,
        );
      }
    });
    const at = servers.atDecrease ?? 'finish';
    if (at !== 'finish' && at !== 'interrupt') {
      this.#issues.add(
        `${path}.atDecrease`,
        at,
        `${shown(at)} is neither "finish" nor "interrupt".`,
      );
    }
    return { steps: [...servers.steps], interrupt: at === 'interrupt' };
  }

  #discipline(path: string, discipline: StationSpec['discipline']): Discipline {
    if (discipline === undefined || typeof discipline === 'function') return 'fifo';
    if (!DISCIPLINES.includes(discipline)) {
      this.#issues.add(
        path,
        discipline,
        `${shown(discipline)} is none of ${DISCIPLINES.join(', ')}.`,
      );
    }
    return discipline;
  }

  #priority(path: string, priority: StationSpec['priority']): number[] {
    for (const [id, value] of Object.entries(priority ?? {})) {
      this.#class(`${path}.${id}`, id);
      if (!Number.isFinite(value)) {
        this.#issues.add(`${path}.${id}`, value, `${shown(value)} is no finite number.`);
      }
    }
    return this.#classes.map((id) => priority?.[id] ?? 0);
  }

  #joins(path: string, joins: StationSpec['joins']): StationPlan['joins'] {
    if (joins === undefined) return null;
    if (typeof joins === 'function') return joins;
    if (!Array.isArray(joins) || joins.length === 0 || joins.some((p) => !(p >= 0 && p <= 1))) {
      this.#issues.add(path, joins, `${shown(joins)} is no list of probabilities from 0 to 1.`);
    }
    const list: readonly number[] = joins;
    return (present) => list[Math.min(present, list.length - 1)]!;
  }

  #route(path: string, route: RouteSpec): readonly Choice[] | RouteRule {
    if (typeof route === 'function') return route;
    return this.#perClass<Shares, Choice>(
      path,
      route,
      (at, shares) => this.choice(at, shares),
      STAYS,
      true,
    );
  }

  #perClass<Value extends object, Result>(
    path: string,
    value: PerClass<Value>,
    read: (path: string, value: Value) => Result,
    instead: Result,
    optional = false,
  ): Result[] {
    if (typeof value !== 'object' || value === null) {
      this.#issues.add(path, value, `${shown(value)} is not a declaration.`);
      return this.#classes.map(() => instead);
    }
    if (!('byClass' in value)) {
      const one = read(path, value as Value);
      return this.#classes.map(() => one);
    }
    const byClass = value.byClass as Readonly<Record<string, Value>>;
    for (const id of Object.keys(byClass)) this.#class(`${path}.byClass.${id}`, id);
    return this.#classes.map((id) => {
      const own = byClass[id];
      if (own !== undefined) return read(`${path}.byClass.${id}`, own);
      if (!optional)
        this.#issues.add(`${path}.byClass`, undefined, `The class "${id}" is missing.`);
      return instead;
    });
  }

  #spread(path: string, spread: Spread | Variate): Variate {
    const variate = this.#issues.attempt(path, spread, () => variateOf(spread), fixed(0));
    return variate;
  }

  #class(path: string, id: string): void {
    if (!this.#classes.includes(id)) {
      this.#issues.add(
        path,
        id,
        `There is no class "${id}"; there are ${this.#classes.join(', ')}.`,
      );
    }
  }

  #whole(path: string, value: unknown): void {
    if (!(Number.isInteger(value) && (value as number) >= 0)) {
      this.#issues.add(path, value, `${shown(value)} is no whole number of at least 0.`);
    }
  }
}

/** The line of each class: one line for all, or one by priority, or one by class. */
function byPriority(discipline: Discipline, priority: readonly number[]): number[] {
  if (discipline === 'accumulating') return priority.map((_, i) => i);
  if (discipline !== 'priority' && !discipline.startsWith('preemptive'))
    return priority.map(() => 0);
  const levels = [...new Set(priority)].sort((a, b) => a - b);
  return priority.map((value) => levels.indexOf(value));
}
