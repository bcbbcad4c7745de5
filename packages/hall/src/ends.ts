/**
 * Which of a few counters or kiosks ends next: a heap of numbers, ordered by the moments in `at`; of two
 * at one moment the lower number comes first. Only integers pass through its methods, because V8
 * allocates for every fraction that is handed to a function it does not inline.
 *
 * Hot path: typed arrays and integers only.
 */
export class Ends {
  /** When each ends, minutes since midnight. Written before `add`, and not while it is in the heap. */
  readonly at: Float64Array;
  readonly #heap: Int32Array;
  #size = 0;

  /** @param entrants how many counters or kiosks there are */
  constructor(entrants: number) {
    this.at = new Float64Array(entrants);
    this.#heap = new Int32Array(entrants);
  }

  /** Calls all ends off. */
  clear(): void {
    this.#size = 0;
  }

  /** Who ends first; -1 when nobody does. */
  get first(): number {
    return this.#size > 0 ? this.#heap[0]! : -1;
  }

  /** The end of an entrant, set in `at` before, is to come. */
  add(entrant: number): void {
    this.#up(this.#size++, entrant);
  }

  /** The first end has come. */
  pass(): void {
    const size = --this.#size;
    if (size > 0) this.#down(0, this.#heap[size]!);
  }

  /** Calls the end of an entrant off. */
  callOff(entrant: number): void {
    const at = this.#heap.indexOf(entrant);
    if (at < 0 || at >= this.#size) return;
    const last = this.#heap[--this.#size]!;
    if (at === this.#size) return;
    this.#up(at, last);
    this.#down(at, this.#heap[at]!);
  }

  #up(from: number, entrant: number): void {
    const heap = this.#heap;
    const at = this.at;
    const time = at[entrant]!;
    let hole = from;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = heap[parent]!;
      const aboveTime = at[above]!;
      if (aboveTime < time || (aboveTime === time && above < entrant)) break;
      heap[hole] = above;
      hole = parent;
    }
    heap[hole] = entrant;
  }

  #down(from: number, entrant: number): void {
    const heap = this.#heap;
    const at = this.at;
    const size = this.#size;
    const time = at[entrant]!;
    let hole = from;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= size) break;
      let below = heap[child]!;
      let belowTime = at[below]!;
      if (child + 1 < size) {
        const other = heap[child + 1]!;
        const otherTime = at[other]!;
        if (otherTime < belowTime || (otherTime === belowTime && other < below)) {
          child++;
          below = other;
          belowTime = otherTime;
        }
      }
      if (time < belowTime || (time === belowTime && entrant < below)) break;
      heap[hole] = below;
      hole = child;
    }
    heap[hole] = entrant;
  }
}
