/** Counter waits of many days with what each belongs to: columns that grow, one row a customer served at a counter. */
export class WaitColumns {
  length = 0;
  wait: Float64Array;
  /** Service × customer classes + customer class. */
  kind: Uint32Array;
  group: Uint16Array;
  /** Interval of the day in which the ticket was taken. */
  interval: Uint32Array;

  constructor(capacity = 1024) {
    this.wait = new Float64Array(capacity);
    this.kind = new Uint32Array(capacity);
    this.group = new Uint16Array(capacity);
    this.interval = new Uint32Array(capacity);
  }

  add(wait: number, kind: number, group: number, interval: number): void {
    if (this.length === this.wait.length) this.#grow();
    const row = this.length++;
    this.wait[row] = wait;
    this.kind[row] = kind;
    this.group[row] = group;
    this.interval[row] = interval;
  }

  #grow(): void {
    const capacity = 2 * this.wait.length + 1;
    const { wait, kind, group, interval } = this;
    this.wait = new Float64Array(capacity);
    this.kind = new Uint32Array(capacity);
    this.group = new Uint16Array(capacity);
    this.interval = new Uint32Array(capacity);
    this.wait.set(wait);
    this.kind.set(kind);
    this.group.set(group);
    this.interval.set(interval);
  }
}
