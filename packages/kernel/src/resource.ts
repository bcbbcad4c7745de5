import type { LevelObserver, ValueObserver } from './observer.js';
import type { ProcessHandle, Token } from './process.js';
import type { Variate } from './variate.js';

/** Who goes next. `preemptive`: by priority, and whoever comes takes the server of a lower one. */
export type LineOrder = 'first-come' | 'last-come' | 'random' | 'priority' | 'preemptive';

/**
 * What happens to those in service when fewer units are left than are in use; first who has the
 * largest priority number, among these who started last.
 * `finish`: they finish, then the unit goes. `hand-over`: they go back to the front of the line and
 * go on with the next free unit where they were broken off. `interrupt`: as if they were preempted.
 * A process that is not in a hold cannot be handed over and is interrupted; the process whose code
 * runs is left alone.
 */
export type CapacityRule = 'finish' | 'hand-over' | 'interrupt';

/** One who waits, as {@link ResourceOptions.rank} sees it. Valid during that call only. */
export interface Waiting {
  readonly process: ProcessHandle;
  readonly priority: number;
  readonly units: number;
  /** When it joined the line. */
  readonly joined: number;
}

export interface ResourceOptions {
  /** Units (servers) there are: a whole number, 0 is legal. Default 1, or 0 with a `schedule`. */
  readonly capacity?: number;
  /** Default 'first-come'. 'random' reads the stream `line of NAME`, which resources of one name
   * share: give each its own name. */
  readonly line?: LineOrder;
  /**
   * Instead of `line`: smallest first, asked of everybody who waits whenever a unit is free; the
   * order of requests decides among equals. So priority may grow with the time waited:
   * `(request, now) => (request.joined - now) * rates[request.priority]`.
   */
  readonly rank?: (request: Waiting, now: number) => number;
  /** Places in the line; who finds them taken is rejected. Default: no limit. */
  readonly limit?: number;
  /** Capacity from each time on, times rising: `[[0, 2], [120, 5]]`. */
  readonly schedule?: readonly (readonly [time: number, capacity: number])[];
  /** What the schedule, which has to be there, does to those in service. Default 'finish'. */
  readonly rule?: CapacityRule;
  readonly breakdowns?: BreakdownOptions;
}

/** Servers that break down, each on its own, all being new at the start. */
export interface BreakdownOptions {
  /** Time from new or repaired to the next breakdown. */
  readonly up: Variate;
  /** Time from a breakdown to the end of its repair. */
  readonly repair: Variate;
  /** True: a server ages and breaks down while idle, too. Default false: only while it works. */
  readonly whenIdle?: boolean;
  /**
   * What becomes of the customer in service: `resume` (default) or `restart` at the front of the
   * line with the next free server; `lose`: the service is broken off ('preempted', or
   * {@link Interrupted}); `finish`: the server breaks down after this customer.
   */
  readonly rule?: 'resume' | 'restart' | 'lose' | 'finish';
}

export interface ClaimOptions {
  /** Smaller goes first; default 0. For lines by priority and for preemption. */
  readonly priority?: number;
  /** How long it waits for its turn before it reneges; 0 is legal. Default: for ever. */
  readonly patience?: number;
  /** Units asked for together; default 1. In a line in order nobody overtakes who asks for many. */
  readonly units?: number;
  /** So many units must stay free beside those asked for; default 0. */
  readonly spare?: number;
  /** Whether it takes units from processes of a larger priority number; default: a preemptive line. */
  readonly preempt?: boolean;
}

export interface RequestOptions extends ClaimOptions {
  /**
   * When units are taken away: `interrupt` (default) throws {@link Interrupted} with a
   * {@link Preemption} into the process; `resume` stops its hold and continues it when units are
   * there again, without its notice (a process that waits for something else is interrupted).
   */
  readonly onPreempt?: 'interrupt' | 'resume';
}

export interface ServeOptions extends ClaimOptions {
  /**
   * When the server is taken away: `resume` (default) goes back to the front of the line for the
   * rest of the service, `restart` for all of it (drawn anew where the time is a function), `lose`
   * ends it with the outcome 'preempted'.
   */
  readonly onPreempt?: 'resume' | 'restart' | 'lose';
}

/** What watches a resource; `Level` and `Tally` of @hallsim/stats fit. */
export interface ResourceObserver {
  /** Told of the units in use from a time on. */
  readonly busy?: LevelObserver;
  /** Told of the number of those waiting from a time on. */
  readonly waiting?: LevelObserver;
  /** Told the wait of everybody whose turn comes, 0 included. */
  readonly waits?: ValueObserver;
}

/** Servers, or other units that are taken and given back, with a line before them. */
export interface Resource {
  readonly name: string;
  /** Units there are, broken ones included. */
  readonly capacity: number;
  /** Units in use; more than the capacity while those in service finish after a cut. */
  readonly busy: number;
  /** Units that are neither in use nor broken; negative after a cut. */
  readonly free: number;
  /** How many wait in line. */
  readonly waiting: number;
  /** Those who wait, by priority or else by their place; allocates. */
  line(): ProcessHandle[];
  /**
   * Asks for units: `yield desk.request()`. Outcomes: 'granted' (to be released by the process),
   * 'reneged', 'rejected', 'left'.
   *
   * @throws RangeError naming an option that makes no sense
   */
  request(options?: RequestOptions): Token;
  /**
   * Gives back the units of the process's latest request here, or some of them. Does nothing where
   * units were taken from the process since that request, so that a `finally` may release in every case.
   *
   * @throws SimulationError in a process that has not asked for any
   */
  release(units?: number): void;
  /**
   * Request, hold and release in one; the process does not notice preemption and breakdowns.
   * Outcomes: 'served', 'preempted', 'reneged', 'rejected', 'left'.
   *
   * @param time of the service, or what draws it when the service begins
   */
  serve(time: number | (() => number), options?: ServeOptions): Token;
  /** Takes a process out of the line, whose outcome is then 'left'; false if it does not wait here. */
  leave(process: ProcessHandle): boolean;
  /**
   * Moves a process from this line to the end of another one; its patience runs on. False if it
   * does not wait here, if the other line is full, or if it waits for more units than there are at
   * the other resource (one that is closed, of capacity 0, takes all); it then stays.
   */
  move(process: ProcessHandle, to: Resource): boolean;
  /** Changes the number of units, now. Default rule 'finish'. */
  setCapacity(capacity: number, rule?: CapacityRule): void;
  /** Watches from now on, beside who watches already. */
  observe(observer: ResourceObserver): void;
}
