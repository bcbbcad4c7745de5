/**
 * The kiosks while a day runs: how many may start, how many are in use, and the line in front of them.
 * First come, first served; nobody leaves from the middle.
 */
export class KioskBank {
  /** Kiosks that may start now. */
  open = 0;
  busy = 0;
  /** Rows in order of arrival, from `#head` to `#tail`. */
  #line = new Int32Array(0);
  #head = 0;
  #tail = 0;

  /** Empties kiosks and line, and makes room for `rows` customers. */
  clear(rows: number): void {
    if (this.#line.length < rows) this.#line = new Int32Array(rows);
    this.#head = 0;
    this.#tail = 0;
    this.open = 0;
    this.busy = 0;
  }

  get hasFree(): boolean {
    return this.busy < this.open;
  }

  get waiting(): number {
    return this.#tail - this.#head;
  }

  join(row: number): void {
    this.#line[this.#tail++] = row;
  }

  /** Takes the first of the line away; -1 when nobody waits. */
  leaveFirst(): number {
    return this.#head < this.#tail ? this.#line[this.#head++]! : -1;
  }
}
