/** Told of a number from a time on; `Level` of @hallsim/stats fits. */
export interface LevelObserver {
  set(time: number, value: number): void;
}

/** Told of single values; `Tally` and `Histogram` of @hallsim/stats fit. */
export interface ValueObserver {
  add(value: number): void;
}
