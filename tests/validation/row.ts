/**
 * One replication of the simulated side of a row: `size` units, from the seed and the number of the
 * replication alone.
 */
export type Estimate = (seed: string, replication: number, size: number) => number;

/** How a number of the table is estimated. */
export interface Measurement {
  readonly estimate: Estimate;
  /** What `size` counts, as the table of results shows it. */
  readonly unit: string;
  /** Customers simulated for one unit, the warm-up apart: what it costs. */
  readonly customersPerUnit: number;
  /** Half-width of the 99.9 % interval that is wanted, relative to the value. */
  readonly aim: number;
  /** Customers beyond which a better half-width is not worth the time. */
  readonly atMost: number;
  /** Smallest size at which the bias of the estimate is far below its error. */
  readonly atLeast: number;
}

/** A history that has to come out exactly. */
export interface ExactCheck {
  /** How many numbers are compared, and how many of them differ. */
  readonly compare: () => { readonly compared: number; readonly different: number };
}

/** The answer of a model to a case: one measurement, one for each element of a list, or an exact check. */
export type Answer = Measurement | ((element: number) => Measurement) | ExactCheck;

/** One number of the table and how it is simulated. */
export interface Row {
  /** Id of the case, with `[i]` behind it where the case is a list; also the seed. */
  readonly id: string;
  readonly family: string;
  readonly what: string;
  readonly value: number;
  readonly tolerance: number;
  readonly measurement: Measurement;
}

/** One history of the table. */
export interface ExactRow {
  readonly id: string;
  readonly family: string;
  readonly what: string;
  readonly check: ExactCheck;
}
