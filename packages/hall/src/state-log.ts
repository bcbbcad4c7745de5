/**
 * What the clerks of a day did: one entry whenever one of them began something else, in the order of
 * time. An entry holds until the next one of the same unit; every clerk ends the day `off` or `absent`.
 */
export interface StateLog {
  length: number;
  /** Clerk, or counter, by its number over the hall: those of the first group, then of the second, … */
  unit: Uint16Array;
  /** Position in `CLERK_STATES`. */
  state: Uint8Array;
  /**
   * 1 while the unit is on its roster, 0 for what is done after the end of the shift or outside opening hours; for
   * counters without names 1 until the hall closes.
   */
  rostered: Uint8Array;
  /** Minutes since midnight. */
  from: Float64Array;
}

export function emptyStateLog(): StateLog {
  return {
    length: 0,
    unit: new Uint16Array(0),
    state: new Uint8Array(0),
    rostered: new Uint8Array(0),
    from: new Float64Array(0),
  };
}

/** Makes room for more entries. */
export function growStateLog(log: StateLog): void {
  const room = Math.max(256, 2 * log.unit.length);
  const { unit, state, rostered, from } = log;
  log.unit = new Uint16Array(room);
  log.state = new Uint8Array(room);
  log.rostered = new Uint8Array(room);
  log.from = new Float64Array(room);
  log.unit.set(unit);
  log.state.set(state);
  log.rostered.set(rostered);
  log.from.set(from);
}
