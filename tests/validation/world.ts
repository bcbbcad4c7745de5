import {
  type Network,
  network,
  type NetworkSpec,
  RANK,
  type Spread,
  type StationSpec,
  type Variate,
} from '@hallsim/kernel';

/** Who goes first at one instant: smaller numbers. */
export interface Ranks {
  readonly completion: number;
  readonly capacity: number;
  readonly patience: number;
  readonly arrival: number;
}

/** Wrong engines, by name, and what is wrong about them. */
export const MUTANTS = {
  'fast-service': 'every service rate is multiplied by 1.02',
  'endless-patience': 'nobody gives up waiting',
  'patience-at-closing': 'who waits when the doors close does not give up any more',
  'patience-first': 'at one instant patience ends before services do',
  'arrivals-first': 'at one instant customers arrive before services end',
  'staff-last': 'at one instant the number of counters changes after everything else',
} as const;

export type Mutant = keyof typeof MUTANTS;

/**
 * What stands between a declared model and the engine: nothing. Under the name of a mutant it hands
 * the engine a model that differs as a wrong engine would, to show that the table notices.
 */
export class World {
  readonly mutant: Mutant | null;
  readonly ranks: Ranks;

  constructor(mutant: Mutant | null = null) {
    this.mutant = mutant;
    this.ranks = {
      ...RANK,
      ...(mutant === 'patience-first' ? { patience: RANK.completion - 1 } : {}),
      ...(mutant === 'arrivals-first' ? { arrival: RANK.completion - 1 } : {}),
      ...(mutant === 'staff-last' ? { capacity: RANK.arrival + 1 } : {}),
    };
  }

  /** Whether the wrong engine is the reference line with other rules: the kernel's own cannot be changed. */
  get plays(): boolean {
    return ['patience-at-closing', 'patience-first', 'arrivals-first', 'staff-last'].includes(
      this.mutant ?? '',
    );
  }

  network<const Spec extends NetworkSpec>(spec: Spec): Network<keyof Spec['stations'] & string> {
    return network(this.mutant === null ? spec : this.#changed(spec));
  }

  /** Mean of an exponential service that is drawn from a stream. */
  serviceMean(mean: number): number {
    return this.mutant === 'fast-service' ? mean / 1.02 : mean;
  }

  #changed<Spec extends NetworkSpec>(spec: Spec): Spec {
    const stations = Object.entries(spec.stations).map(([id, station]): [string, StationSpec] => [
      id,
      this.#station(station),
    ]);
    return { ...spec, stations: Object.fromEntries(stations) };
  }

  #station(station: StationSpec): StationSpec {
    const { patience, service, ...rest } = station;
    // a station without a limit of servers is a place where customers stay, not one that serves
    const changed =
      station.servers === 'infinite'
        ? service
        : 'byClass' in service
          ? {
              byClass: Object.fromEntries(
                Object.entries(service.byClass).map(([id, spread]) => [id, this.#service(spread)]),
              ),
            }
          : this.#service(service);
    const patient = patience === undefined || this.mutant === 'endless-patience';
    return { ...rest, service: changed, ...(patient ? {} : { patience }) };
  }

  #service(spread: Spread | Variate): Spread | Variate {
    if (this.mutant !== 'fast-service') return spread;
    return scaled(spread, 1 / 1.02);
  }
}

/** A spread whose values are so many times as long, of a family that the table has as service. */
function scaled(spread: Spread | Variate, by: number): Spread {
  const { family } = spread;
  if (!ArrayBuffer.isView((spread as Variate).values)) {
    const declared = spread as Spread;
    if (declared.family === 'fixed') return { ...declared, value: declared.value * by };
    if (declared.family === 'uniform') {
      return { ...declared, from: declared.from * by, to: declared.to * by };
    }
    if (declared.family === 'hyperexponential' && 'branches' in declared) {
      const branches = declared.branches.map(([share, mean]) => [share, mean * by] as const);
      return { ...declared, branches };
    }
    if (['exponential', 'erlang', 'gamma', 'lognormal'].includes(family) && 'mean' in declared) {
      return { ...declared, mean: declared.mean * by };
    }
  }
  throw new Error(`Mutants do not change services of the family ${family}.`);
}
