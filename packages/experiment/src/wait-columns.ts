/** Counter waits with what each belongs to, as views or in memory of their own. */
export interface Waits {
  readonly wait: Float64Array;
  readonly kind: Uint32Array;
  readonly who: Uint32Array;
  readonly interval: Uint32Array;
}

/** Bytes of a row. */
const WAIT_BYTES = 8 + 4 + 4 + 4;

/** Counter waits of many days with what each belongs to: columns that grow, one row a customer served at a counter. */
export class WaitColumns {
  length = 0;
  wait: Float64Array;
  /** Service × customer classes + customer class. */
  kind: Uint32Array;
  who: Uint32Array;
  /** Interval of the day in which the ticket was taken. */
  interval: Uint32Array;

  /** @param memory of 20 bytes or more for each row that there is room for */
  constructor(capacity = 1024, memory: ArrayBuffer = new ArrayBuffer(WAIT_BYTES * capacity)) {
    // in this order each begins where its kind of number may begin
    this.wait = new Float64Array(memory, 0, capacity);
    this.kind = new Uint32Array(memory, 8 * capacity, capacity);
    this.interval = new Uint32Array(memory, 12 * capacity, capacity);
    this.who = new Uint32Array(memory, 16 * capacity, capacity);
  }

  /** Adds all rows of other columns; they are copied. */
  append({ wait, kind, who, interval }: Waits): void {
    const { length } = this;
    this.reserve(length + wait.length);
    this.wait.set(wait, length);
    this.kind.set(kind, length);
    this.who.set(who, length);
    this.interval.set(interval, length);
    this.length = length + wait.length;
  }

  /** The rows there are: views. */
  columns(): Waits {
    const { wait, kind, who, interval, length } = this;
    return {
      wait: wait.subarray(0, length),
      kind: kind.subarray(0, length),
      who: who.subarray(0, length),
      interval: interval.subarray(0, length),
    };
  }

  /** Makes room for so many rows in all. */
  reserve(rows: number): void {
    if (rows <= this.wait.length) return;
    const capacity = Math.max(rows, 2 * this.wait.length + 1);
    const { wait, kind, who, interval } = this.columns();
    this.wait = new Float64Array(capacity);
    this.kind = new Uint32Array(capacity);
    this.who = new Uint32Array(capacity);
    this.interval = new Uint32Array(capacity);
    this.wait.set(wait);
    this.kind.set(kind);
    this.who.set(who);
    this.interval.set(interval);
  }
}
