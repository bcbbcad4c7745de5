/** A counter beyond the roster that is being made ready. */
export interface SetUp {
  /** The counter by its number over the hall; -1 where all that are idle have broken down. */
  readonly unit: number;
  readonly ready: number;
}

/** Counters beyond the roster of one group, as far as its rule has to remember them. */
export interface Extras {
  /** Since when each of them has been open, the earliest first. */
  readonly since: number[];
  /** Those that are being made ready, in that order. */
  readonly settingUp: SetUp[];
}
