/**
 * The numbers of a day: each line has a series of its own, from 1, and shows the one called last. Kept
 * only where somebody looks at them.
 */
export class TicketNumbers {
  /** Number of each row; 0 = none yet. */
  #number = new Int32Array(0);
  /** Last number given out, and last number called, of each line. */
  readonly #given: Int32Array;
  readonly #called: Int32Array;

  constructor(lines: number) {
    this.#given = new Int32Array(lines);
    this.#called = new Int32Array(lines);
  }

  /** Before a day of so many customers. */
  clear(rows: number): void {
    if (this.#number.length < rows) this.#number = new Int32Array(rows);
    this.#given.fill(0);
    this.#called.fill(0);
  }

  /** Numbers between the one that a newcomer would take and the one called last, whether their owners are still there or not. */
  ahead(line: number): number {
    return this.#given[line]! - this.#called[line]!;
  }

  give(line: number, row: number): void {
    this.#number[row] = ++this.#given[line]!;
  }

  call(line: number, row: number): void {
    this.#called[line] = this.#number[row]!;
  }
}
