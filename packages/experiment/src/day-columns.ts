/** What some days in a row left behind in one arm: exactly as long as they need. */
export interface DayColumns {
  readonly days: number;
  /** `days` rows of `layout.size` numbers. */
  readonly rows: Float64Array;
  /** Counter waits, day after day, and what each belongs to: as in `WaitColumns`. */
  readonly wait: Float64Array;
  readonly kind: Uint32Array;
  readonly group: Uint16Array;
  readonly interval: Uint32Array;
  /** How many counter waits there are up to the end of each day. */
  readonly dayEnds: Int32Array;
}

/** Copies in memory of their own, which may go to another thread, and that memory. */
export function ownColumns(columns: DayColumns): {
  readonly columns: DayColumns;
  readonly memory: readonly ArrayBuffer[];
} {
  const rows = columns.rows.slice();
  const wait = columns.wait.slice();
  const kind = columns.kind.slice();
  const group = columns.group.slice();
  const interval = columns.interval.slice();
  const dayEnds = columns.dayEnds.slice();
  return {
    columns: { days: columns.days, rows, wait, kind, group, interval, dayEnds },
    memory: [rows, wait, kind, group, interval, dayEnds].map(({ buffer }) => buffer),
  };
}
