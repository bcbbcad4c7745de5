import type { Arrivals } from './arrivals-spec.js';
import type { Variate } from './variate.js';
import type { Spread } from './variate-spread.js';

/**
 * A queueing network as plain data: it can stand in a JSON file (routing functions, rules of rank
 * and joining functions apart). Times are in one unit of the caller's choice, rates per that unit.
 */
export interface NetworkSpec {
  /** Where customers come from, by id. A network without sources needs a `population`. */
  readonly sources?: Readonly<Record<string, SourceSpec>>;
  /** Where customers are served, by id. */
  readonly stations: Readonly<Record<string, StationSpec>>;
  /** Where customers go after service, by station id; from a station without an entry they leave. */
  readonly routes?: Readonly<Record<string, RouteSpec>>;
  /** Customers who are there at the start, by station id: the customers of a closed network. */
  readonly population?: Readonly<Record<string, number>>;
}

/** An endless or finite flow of customers from outside. */
export interface SourceSpec {
  readonly arrivals: Arrivals;
  /** First station; or shares of stations, which add up to at most 1 (the rest leaves at once). */
  readonly to: string | Shares;
  /** Class of these customers. Default: the id of the source. */
  readonly class?: string;
}

/** Probabilities by station id; what is missing to 1 leaves the network. */
export type Shares = Readonly<Record<string, number>>;

/** The same for everybody, or by class of customer. */
export type PerClass<Value> = Value | { readonly byClass: Readonly<Record<string, Value>> };

/** Next station of a customer; undefined: leaves. May use `customer.uniform()`, never chance of its own. */
export type RouteRule = (customer: RoutedCustomer, network: NetworkView) => string | undefined;

/** Shares, a rule, or either by class. */
export type RouteSpec = PerClass<Shares> | RouteRule;

/** The customer a rule decides on. One object serves all calls: read it, do not keep it. */
export interface RoutedCustomer {
  readonly class: string;
  /** Number within the source, from 0. */
  readonly number: number;
  /** Stations visited so far, the present one included. */
  readonly visits: number;
  /** A number in (0, 1) of this customer at this moment; each call at one moment gives the same. */
  uniform(): number;
}

/** What a rule may look at. */
export interface NetworkView {
  readonly now: number;
  /** Customers at a station, in service, waiting and blocked. */
  present(station: string): number;
  /** Customers who wait for service at a station. */
  waiting(station: string): number;
  /** Servers at work at a station. */
  busy(station: string): number;
}

/** The order in which waiting customers are served. */
export type Discipline =
  | 'fifo'
  | 'lifo'
  | 'random'
  | 'priority'
  | 'preemptive-resume'
  | 'preemptive-restart'
  | 'preemptive-lose'
  | 'accumulating'
  | 'processor-sharing';

/** A customer who waits, as a rule of rank sees them. One object serves all calls. */
export interface WaitingCustomer {
  readonly class: string;
  /** Time of joining this station. */
  readonly joined: number;
  /** How long they have waited, now. */
  readonly waited: number;
}

/** Rank of a waiting customer when a server is free; the smallest is served, at a tie who joined first. */
export type RankRule = (customer: WaitingCustomer) => number;

/** Number of servers by time: from each time on, that many. */
export interface ServerSchedule {
  /** Times in rising order, the first at the start; whole numbers of at least 0. */
  readonly steps: readonly (readonly [from: number, servers: number])[];
  /**
   * Who is in service when the number falls: `finish` (default) finishes, and the server closes
   * then; `interrupt` stops those who started last, who go on first when a server is free.
   */
  readonly atDecrease?: 'finish' | 'interrupt';
}

/** Servers with one line in front of them. */
export interface StationSpec {
  /** Number of identical servers (0 is legal), `"infinite"`, or a schedule. */
  readonly servers: number | 'infinite' | ServerSchedule;
  /** Time of a service. */
  readonly service: PerClass<Spread | Variate>;
  /**
   * Default `fifo`. With `priority` and the preemptive ones the smaller `priority` goes first, at a
   * tie who joined first; what is preempted goes on with what is left (`resume`), begins the same
   * service anew (`restart`) or leaves (`lose`). With `accumulating` a customer's credit grows by
   * `priority` per unit of waiting, and the largest is served. Processor sharing divides the servers evenly among all present, at
   * most one server each. A function gives a rank when a server is free.
   */
  readonly discipline?: Discipline | RankRule;
  /**
   * Priority by class (see `discipline`, which has to be said, too); a class without an entry has 0.
   * Other disciplines do not look at it, so that a variant may change the discipline alone.
   */
  readonly priority?: Readonly<Record<string, number>>;
  /** Longest wait for the start of service; who has not started by then leaves. Default: none. */
  readonly patience?: PerClass<Spread | Variate>;
  /** Where the impatient go: a station id; only with `patience`. Default: they leave the network. */
  readonly impatientTo?: string;
  /** Most customers at the station, those in service included. Default: no limit. */
  readonly places?: number;
  /**
   * What happens to who finds no place, only with `places`: `reject` (default) leaves the network; `{ to: id }` goes to
   * another station; `block` holds the server of the station they come from until there is a place
   * (blocking after service); from outside, where no server can be held, they are rejected.
   */
  readonly whenFull?: 'reject' | 'block' | { readonly to: string };
  /**
   * Probability to join by the number of customers present; the last entry holds for all larger
   * numbers. Or a function of that number. Who does not join leaves the network.
   */
  readonly joins?: readonly number[] | ((present: number) => number);
}
