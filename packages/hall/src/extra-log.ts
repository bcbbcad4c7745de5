/**
 * How many counters of each group were open beyond its roster: one entry whenever that changed, in the
 * order of time. An entry holds until the next one of the same group; at closing all are taken for closed.
 */
export interface ExtraLog {
  length: number;
  /** Position of the group in the model. */
  group: Uint16Array;
  open: Uint16Array;
  /** Minutes since midnight. */
  from: Float64Array;
}

export function emptyExtraLog(): ExtraLog {
  return {
    length: 0,
    group: new Uint16Array(0),
    open: new Uint16Array(0),
    from: new Float64Array(0),
  };
}

export function noteExtra(log: ExtraLog, group: number, open: number, now: number): void {
  const entry = log.length++;
  if (entry === log.group.length) grow(log);
  log.group[entry] = group;
  log.open[entry] = open;
  log.from[entry] = now;
}

function grow(log: ExtraLog): void {
  const room = Math.max(64, 2 * log.group.length);
  const { group, open, from } = log;
  log.group = new Uint16Array(room);
  log.open = new Uint16Array(room);
  log.from = new Float64Array(room);
  log.group.set(group);
  log.open.set(open);
  log.from.set(from);
}

/** Calls `each` with every stretch in which so many counters of a group were open beyond its roster, until `end`. */
export function eachExtra(
  log: ExtraLog,
  end: number,
  each: (group: number, open: number, from: number, to: number) => void,
): void {
  const until = new Map<number, number>();
  for (let entry = log.length - 1; entry >= 0; entry--) {
    const group = log.group[entry]!;
    const from = log.from[entry]!;
    const to = until.get(group) ?? end;
    if (log.open[entry]! > 0 && from < to) each(group, log.open[entry]!, from, to);
    until.set(group, from);
  }
}
