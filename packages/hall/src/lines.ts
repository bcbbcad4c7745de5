/**
 * Waiting lines over the rows of one day: doubly linked, ordered by rank (as a rule the time from which
 * the place counts), then by arrival. Anybody may leave from the middle at once. A row stands in one line at most
 * and is never used again, so no stale number can jump a queue.
 *
 * Hot path: typed arrays and integers only.
 */
export class Lines {
  #next = new Int32Array(0);
  #previous = new Int32Array(0);
  /** What the place of each row in its line goes by: the lower, the further ahead. */
  #ranks: Float64Array = new Float64Array(0);
  readonly #head: Int32Array;
  readonly #tail: Int32Array;
  readonly #size: Int32Array;
  /** Numbers in each line whose owners have gone. */
  readonly #kept: Int32Array;

  constructor(lines: number) {
    this.#head = new Int32Array(lines).fill(-1);
    this.#tail = new Int32Array(lines).fill(-1);
    this.#size = new Int32Array(lines);
    this.#kept = new Int32Array(lines);
  }

  /**
   * Empties every line for other customers.
   * @param ranks what the place of each row goes by, the lower the further ahead; written before the row joins a line
   */
  clear(ranks: Float64Array): void {
    if (this.#next.length < ranks.length) {
      this.#next = new Int32Array(ranks.length);
      this.#previous = new Int32Array(ranks.length);
    }
    this.#ranks = ranks;
    this.#head.fill(-1);
    this.#tail.fill(-1);
    this.#size.fill(0);
    this.#kept.fill(0);
  }

  /** People in a line. */
  size(line: number): number {
    return this.#size[line]!;
  }

  /** Numbers still to be called in a line: its people, and those who have gone in silence. */
  numbers(line: number): number {
    return this.#size[line]! + this.#kept[line]!;
  }

  /** Somebody goes, and the number stays where it is. */
  keepNumber(line: number): void {
    this.#size[line]!--;
    this.#kept[line]!++;
  }

  /** Takes the number of somebody who has gone out of its line. */
  strike(line: number, row: number): void {
    this.#size[line]!++;
    this.#kept[line]!--;
    this.leave(line, row);
  }

  /** First row of a line; -1 when nobody waits. */
  first(line: number): number {
    return this.#head[line]!;
  }

  /** Last row of a line; -1 when nobody waits. */
  last(line: number): number {
    return this.#tail[line]!;
  }

  /** Row behind `row` in its line; -1 at the end. */
  after(row: number): number {
    return this.#next[row]!;
  }

  rank(row: number): number {
    return this.#ranks[row]!;
  }

  /** Puts a row into its place: behind all of a lower rank, or of the same rank with an earlier row. */
  join(line: number, row: number): void {
    const rank = this.#ranks[row]!;
    let ahead = this.#tail[line]!;
    while (ahead >= 0) {
      const other = this.#ranks[ahead]!;
      if (other < rank || (other === rank && ahead < row)) break;
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
