import { BLOCK } from './network-flow.js';
import type { VisitTally } from './network-tally.js';

/**
 * The servers of a first-come station in the recursion: the time at which each is free of those who
 * joined so far. Who joins begins at the earliest of these times, and who was at that server before
 * goes then. Each kind has a hot loop of its own, which differs in how the earliest time is found.
 */
export interface Servers {
  /** How many customers there may be at the servers when nobody joins any more. */
  readonly most: number;
  /** Time at which the last of those who joined has been served; 0 if nobody was. */
  readonly lastEnd: number;
  /**
   * Takes customers of one mark, those at the places from <= i < to of the columns. Who goes by then
   * is added to the crowd of those who go on, if they go on; it has room for as many as join.
   *
   * @param patiences null where everybody waits for ever
   * @param tally counts those who wait and how long, and those who give up
   * @returns how many were served: so many of {@link waits} are theirs
   */
  take(
    mark: number,
    times: Float64Array,
    numbers: Int32Array,
    works: Float64Array,
    patiences: Float64Array | null,
    from: number,
    to: number,
    tally: VisitTally,
  ): number;
  /** Who is served first of those who are still there goes; to be called {@link most} times. */
  leave(): void;
}

/** Waits of those who were served of the last to join, in their order. */
export const waits: Float64Array = new Float64Array(BLOCK);

/** Stands for the number of a customer at a server at which nobody has been. */
export const NOBODY = -1;
