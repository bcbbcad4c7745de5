/**
 * Waiting lines over the rows of one day: doubly linked, ordered by the time from which the place
 * counts, then by arrival. Anybody may leave from the middle at once. A row stands in one line at most
 * and is never used again, so no stale number can jump a queue.
 *
 * Hot path: typed arrays and integers only.
 */
export class Lines {
  #next = new Int32Array(0);
  #previous = new Int32Array(0);
  /** Moment from which the place of each row counts. */
  #since: Float64Array = new Float64Array(0);
  readonly #head: Int32Array;
  readonly #tail: Int32Array;
  readonly #size: Int32Array;

  constructor(lines: number) {
    this.#head = new Int32Array(lines).fill(-1);
    this.#tail = new Int32Array(lines).fill(-1);
    this.#size = new Int32Array(lines);
  }

  /**
   * Empties every line for other customers.
   * @param since moment from which the place of each row counts, written before the row joins a line
   */
  clear(since: Float64Array): void {
    if (this.#next.length < since.length) {
      this.#next = new Int32Array(since.length);
      this.#previous = new Int32Array(since.length);
    }
    this.#since = since;
    this.#head.fill(-1);
    this.#tail.fill(-1);
    this.#size.fill(0);
  }

  size(line: number): number {
    return this.#size[line]!;
  }

  /** First row of a line; -1 when nobody waits. */
  first(line: number): number {
    return this.#head[line]!;
  }

  /** Row behind `row` in its line; -1 at the end. */
  after(row: number): number {
    return this.#next[row]!;
  }

  since(row: number): number {
    return this.#since[row]!;
  }

  /** Puts a row into its place: behind all whose place counts from an earlier moment, or the same moment with an earlier row. */
  join(line: number, row: number): void {
    const since = this.#since[row]!;
    let ahead = this.#tail[line]!;
    while (ahead >= 0) {
      const other = this.#since[ahead]!;
      if (other < since || (other === since && ahead < row)) break;
      ahead = this.#previous[ahead]!;
    }
    const behind = ahead >= 0 ? this.#next[ahead]! : this.#head[line]!;
    this.#previous[row] = ahead;
    this.#next[row] = behind;
    if (ahead >= 0) this.#next[ahead] = row;
    else this.#head[line] = row;
    if (behind >= 0) this.#previous[behind] = row;
    else this.#tail[line] = row;
    this.#size[line]!++;
  }

  /** Takes a row out of its line, wherever it stands. */
  leave(line: number, row: number): void {
    const ahead = this.#previous[row]!;
    const behind = this.#next[row]!;
    if (ahead >= 0) this.#next[ahead] = behind;
    else this.#head[line] = behind;
    if (behind >= 0) this.#previous[behind] = ahead;
    else this.#tail[line] = ahead;
    this.#size[line]!--;
  }
}
