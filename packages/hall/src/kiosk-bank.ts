import { TURN } from './agenda.js';
import { Ends } from './ends.js';

const NOBODY = -1;
const BROKEN = -2;

/**
 * The kiosks while a day runs: how many may start, which are in use and until when, and the line in
 * front of them. First come, first served; nobody leaves from the middle.
 */
export class KioskBank {
  /** Kiosks that may start now. */
  open = 0;
  busy = 0;
  /** Kiosks that have broken down. */
  broken = 0;
  readonly ends: Ends;
  /** Customer at each kiosk; `NOBODY`, or `BROKEN` for one that takes nobody. */
  readonly #customerAt: Int32Array;
  /** Rows in order of arrival, from `#head` to `#tail`. */
  #line = new Int32Array(0);
  #head = 0;
  #tail = 0;

  /** @param count kiosks there are */
  constructor(count: number, agenda: Float64Array) {
    this.ends = new Ends(count, agenda, TURN.kioskEnd);
    this.#customerAt = new Int32Array(count);
  }

  /** Empties kiosks and line, and makes room for `rows` customers. */
  clear(rows: number): void {
    if (this.#line.length < rows) this.#line = new Int32Array(rows);
    this.#head = 0;
    this.#tail = 0;
    this.open = 0;
    this.busy = 0;
    this.broken = 0;
    this.ends.clear();
    this.#customerAt.fill(NOBODY);
  }

  get hasFree(): boolean {
    return this.busy + this.broken < this.open;
  }

  /** Kiosks that could begin at once. */
  get free(): number {
    return Math.max(0, this.open - this.busy - this.broken);
  }

  /** Whether every kiosk has broken down. */
  get allBroken(): boolean {
    return this.broken === this.#customerAt.length;
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

  /** The free kiosk with the lowest number. Only while `hasFree`. */
  get lowestFree(): number {
    let kiosk = 0;
    while (this.#customerAt[kiosk] !== NOBODY) kiosk++;
    return kiosk;
  }

  /** A customer begins at a free kiosk; until when, `ends.at` says already. */
  begin(kiosk: number, row: number): void {
    this.#customerAt[kiosk] = row;
    this.busy++;
    this.ends.add(kiosk);
  }

  /** The customer whose time at a kiosk ends first leaves it: who it was. */
  end(): number {
    const kiosk = this.ends.first;
    const row = this.#customerAt[kiosk]!;
    this.#customerAt[kiosk] = NOBODY;
    this.busy--;
    this.ends.pass();
    return row;
  }

  /** A kiosk breaks down: whose try is broken off; -1 when nobody was there. */
  breakDown(kiosk: number): number {
    const row = this.#customerAt[kiosk]!;
    this.#customerAt[kiosk] = BROKEN;
    this.broken++;
    if (row < 0) return NOBODY;
    this.busy--;
    this.ends.callOff(kiosk);
    return row;
  }

  mend(kiosk: number): void {
    this.#customerAt[kiosk] = NOBODY;
    this.broken--;
  }
}
