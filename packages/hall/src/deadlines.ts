import { TURN } from './agenda.js';

/** Length of a slot is one minute; after so many slots the wheel has gone round once. */
const SLOTS = 1024;
const MASK = SLOTS - 1;
// a constant of this file costs V8 nothing, one of another file three loads
const { patienceEnd } = TURN;

/**
 * Moments at which the patience of waiting customers ends: a hashed timing wheel (G. Varghese and
 * T. Lauck, IEEE/ACM Trans. Networking 5 (1997), p. 824, scheme 6). Most customers are called before
 * their moment comes, so putting in and taking out must cost next to nothing, whatever the number of
 * those who wait; a heap would order moments that never happen.
 *
 * A moment lies in the slot of its minute, and a slot is looked through when its minute has come. Whoever is called
 * before stays in the slot until then, because going out of the middle of it would take links to both sides.
 *
 * Hot path: typed arrays and integers only.
 */
export class Deadlines {
  /** Tells as the next end of patience a moment before which nobody's ends; `Infinity` when nobody's ends at all. */
  readonly #agenda: Float64Array;
  /** When the patience of each row ends, minutes since midnight; `Infinity` = never, or it no longer matters. Written before `add`. */
  at: Float64Array = new Float64Array(0);
  readonly #head = new Int32Array(SLOTS).fill(-1);
  #next = new Int32Array(0);
  /** Rows whose moment still matters. */
  #size = 0;
  /** Rows whose moment has come, earliest first. */
  #due = new Int32Array(16);
  /** The minute up to which they were gathered. */
  #reached = 0;

  constructor(agenda: Float64Array) {
    this.#agenda = agenda;
  }

  /** Forgets everybody and makes room for `rows` customers. */
  clear(rows: number): void {
    if (this.#next.length < rows) {
      this.#next = new Int32Array(rows);
      this.at = new Float64Array(rows);
    }
    this.#head.fill(-1);
    this.at.fill(Infinity, 0, rows);
    this.#size = 0;
    this.#agenda[patienceEnd] = Infinity;
  }

  /** The patience of a row ends at the moment in `at`. Once a day for each row. */
  add(row: number): void {
    const time = this.at[row]!;
    const slot = time & MASK;
    this.#next[row] = this.#head[slot]!;
    this.#head[slot] = row;
    this.#size++;
    const agenda = this.#agenda;
    if (time < agenda[patienceEnd]!) agenda[patienceEnd] = time;
  }

  /** The patience of a row no longer matters; nothing happens where it never did. */
  remove(row: number): void {
    if (this.at[row] === Infinity) return;
    this.at[row] = Infinity;
    this.#size--;
  }

  /**
   * Gathers those whose patience ends before `now` (`at` it too when `inclusive`); `due` names them,
   * earliest first, of two at one moment the earlier row. They stay until they are removed.
   * @returns how many they are
   */
  gather(now: number, inclusive: boolean): number {
    let found = 0;
    const first = Math.floor(this.#agenda[patienceEnd]!);
    const last = Math.min(Math.floor(now), first + SLOTS - 1);
    this.#reached = last;
    for (let minute = first; minute <= last && this.#size > 0; minute++) {
      for (let row = this.#head[minute & MASK]!; row >= 0; row = this.#next[row]!) {
        const time = this.at[row]!;
        if (time === Infinity) continue;
        if (time < now || (inclusive && time === now)) found = this.#insert(row, found);
      }
    }
    return found;
  }

  due(index: number): number {
    return this.#due[index]!;
  }

  /** Looks for the next moment that may come, when all that were gathered have been removed. */
  settle(): void {
    const agenda = this.#agenda;
    const first = this.#reached;
    agenda[patienceEnd] = Infinity;
    if (this.#size === 0) return;
    for (let minute = first; minute < first + SLOTS; minute++) {
      const soonest = this.#soonest(minute & MASK);
      if (soonest < minute + 1) {
        agenda[patienceEnd] = soonest;
        return;
      }
    }
    agenda[patienceEnd] = first + SLOTS;
  }

  /** The first moment in a slot, which forgets those who have been removed. */
  #soonest(slot: number): number {
    const { at } = this;
    const next = this.#next;
    let soonest = Infinity;
    let before = -1;
    for (let row = this.#head[slot]!; row >= 0; row = next[row]!) {
      const time = at[row]!;
      if (time < Infinity) {
        if (time < soonest) soonest = time;
        before = row;
      } else if (before < 0) {
        this.#head[slot] = next[row]!;
      } else {
        next[before] = next[row]!;
      }
    }
    return soonest;
  }

  #insert(row: number, found: number): number {
    if (found === this.#due.length) {
      const larger = new Int32Array(2 * found);
      larger.set(this.#due);
      this.#due = larger;
    }
    const time = this.at[row]!;
    let hole = found;
    while (hole > 0) {
      const other = this.#due[hole - 1]!;
      const otherTime = this.at[other]!;
      if (otherTime < time || (otherTime === time && other < row)) break;
      this.#due[hole] = other;
      hole--;
    }
    this.#due[hole] = row;
    return found + 1;
  }
}
