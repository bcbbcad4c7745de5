import type { VisitRecord } from '@hallsim/kernel';

/** What happened to the counted customers of one replication, of one class or of all. */
export class LineTally {
  served = 0;
  abandoned = 0;
  /** Who found every server busy. */
  waited = 0;
  /** Of those served: sum of waits and of their squares. */
  waitSum = 0;
  waitSquares = 0;
  /** Of those who left: sum of their times in line. */
  lostSum = 0;
  /** Of those served: sum of the times from arrival to end of service, and of the services in them. */
  timeSum = 0;
  workSum = 0;
  /** How many spent longer in line than each threshold. */
  readonly over: Float64Array;
  readonly #thresholds: readonly number[];
  #waits: Float64Array = new Float64Array(1024);

  constructor(thresholds: readonly number[]) {
    this.#thresholds = thresholds;
    this.over = new Float64Array(thresholds.length);
  }

  /** Waits of those served: the first `served` entries. */
  get waits(): Float64Array {
    return this.#waits;
  }

  add({ joined, began, ended, work, outcome }: VisitRecord): void {
    const served = outcome === 'served';
    const inLine = (served ? began : ended) - joined;
    if (served) {
      if (this.served === this.#waits.length) {
        const waits = new Float64Array(2 * this.served);
        waits.set(this.#waits);
        this.#waits = waits;
      }
      this.#waits[this.served++] = inLine;
      this.waitSum += inLine;
      this.waitSquares += inLine * inLine;
      this.timeSum += ended - joined;
      this.workSum += work;
    } else {
      this.abandoned++;
      this.lostSum += inLine;
    }
    if (inLine > 0 || !served) this.waited++;
    for (let i = 0; i < this.over.length; i++) {
      if (inLine > this.#thresholds[i]!) this.over[i]!++;
    }
  }

  /** Begins anew; the waits stay where they are until they are written over. */
  clear(): void {
    this.served = 0;
    this.abandoned = 0;
    this.waited = 0;
    this.waitSum = 0;
    this.waitSquares = 0;
    this.lostSum = 0;
    this.timeSum = 0;
    this.workSum = 0;
    this.over.fill(0);
  }
}
