/** What some days in a row left behind in one arm: exactly as long as they need. */
export interface DayColumns {
  readonly days: number;
  /** `days` rows of `layout.size` numbers; what else a plan may ask for (`counts`) its recorder says. */
  readonly rows: Float64Array;
  /** Counter waits, day after day, and what each belongs to: as in `WaitColumns`. */
  readonly wait: Float64Array;
  readonly kind: Uint32Array;
  readonly who: Uint32Array;
  readonly interval: Uint32Array;
  /** How many counter waits there are up to the end of each day. */
  readonly dayEnds: Int32Array;
}

/**
 * A copy that may go to another thread: all columns stand in one piece of memory, that of `rows`.
 * @param memory what the copy may be put into, if it is large enough
 */
export function portable(columns: DayColumns, memory?: ArrayBuffer): DayColumns {
  const { rows, wait, kind, who, interval, dayEnds } = columns;
  const bytes = 8 * (rows.length + wait.length) + 12 * wait.length + 4 * dayEnds.length;
  // Some room to spare: the next days may have more customers.
  const room =
    memory && memory.byteLength >= bytes ? memory : new ArrayBuffer(bytes + (bytes >> 2));
  let at = 0;
  const place = <Column extends Float64Array | Uint32Array | Int32Array>(
    Kind: new (buffer: ArrayBuffer, at: number, length: number) => Column,
    column: Column,
  ): Column => {
    const copy = new Kind(room, at, column.length);
    copy.set(column);
    at += column.byteLength;
    return copy;
  };
  // In this order each begins where its kind of number may begin.
  return {
    days: columns.days,
    rows: place(Float64Array, rows),
    wait: place(Float64Array, wait),
    kind: place(Uint32Array, kind),
    interval: place(Uint32Array, interval),
    dayEnds: place(Int32Array, dayEnds),
    who: place(Uint32Array, who),
  };
}

/** The memory of portable columns. */
export function memoryOf(columns: readonly DayColumns[]): ArrayBuffer[] {
  return columns.map(({ rows }) => rows.buffer).filter((memory) => memory instanceof ArrayBuffer);
}
