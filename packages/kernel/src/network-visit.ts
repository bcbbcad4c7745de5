import type { TraceRecord } from './calendar.js';

/** How a visit to a station ended. */
export type VisitOutcome = 'served' | 'abandoned' | 'interrupted';

/** One visit to one station. One object serves all calls: copy what you keep. */
export interface VisitRecord {
  readonly source: string;
  /** Number of the customer within the source, from 0. */
  readonly number: number;
  readonly class: string;
  readonly station: string;
  /** Number of the customer's visit, to any station, from 0. */
  readonly visit: number;
  readonly joined: number;
  /** Start of service; NaN if it never began. */
  readonly began: number;
  /** Start of the last spell of service: later than `began` only where services are interrupted. */
  readonly started: number;
  /** End of service or of patience. */
  readonly ended: number;
  /** The whole service; NaN if it never began. */
  readonly work: number;
  readonly outcome: VisitOutcome;
  /** Whether the results count this visit: false in the warm-up. */
  readonly counted: boolean;
}

/** What a run is to do and to look at; times and counts are checked by the caller. */
export interface NetworkRunPlan {
  /** So many customers enter before the tallies begin; `Infinity`: they begin at `warmUpTime`. */
  readonly warmUpCustomers: number;
  readonly warmUpTime: number;
  /** So many customers enter after the warm-up, then the doors close. */
  readonly customers: number;
  /** Whether times in the network and at the stations, and levels, are wanted. */
  readonly visits: boolean;
  readonly levels: boolean;
  /** Called at the end of each visit. */
  readonly onVisit: ((visit: VisitRecord) => void) | null;
  /** Called before each event. */
  readonly trace: ((record: TraceRecord) => void) | null;
}
