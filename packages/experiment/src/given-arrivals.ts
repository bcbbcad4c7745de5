import type { ArrivalColumns } from '@hallsim/hall';

/** Arrivals that every day of a study replays instead of drawing its own. */
export interface GivenArrivals {
  readonly columns: ArrivalColumns;
  /** Hash of where they come from, for the run card: `sha256:…`. */
  readonly hash: string;
}
