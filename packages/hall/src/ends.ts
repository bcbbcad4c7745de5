import type { Turn } from './agenda.js';

/** Ends that come before those to come are moved to the front again. */
const SPARE = 256;

/**
 * Which of a few counters or kiosks ends next: their numbers in the order of the moments in `at`; of two
 * at one moment the lower number comes first. A new end is put in from the side on which fewer others stand: a call and a walk
 * end before all but a few, a service after all but a few. From the rear alone an end and the next one took 36 ns among a
 * dozen counters, as with a heap, and 106 ns instead of 62 among a hundred; so little code runs in a hall's day,
 * though, that a customer of a dozen took 15 ns less.
 * Only integers pass through its methods, because V8 allocates for every fraction that is handed to a
 * function it does not inline.
 *
 * Hot path: typed arrays and integers only.
 */
export class Ends {
  /** When each ends, minutes since midnight. Written before `add`, and not while its end is to come. */
  readonly at: Float64Array;
  /** Who is to end, from `#head` to `#tail`; longer than it need be, so that it seldom has to move. */
  readonly #order: Int32Array;
  #head = 0;
  #tail = 0;
  /** Where the moment of the first end is told, and at which place. */
  readonly #agenda: Float64Array;
  readonly #turn: Turn;

  /** @param entrants how many counters or kiosks there are */
  constructor(entrants: number, agenda: Float64Array, turn: Turn) {
    this.at = new Float64Array(entrants);
    this.#order = new Int32Array(entrants + SPARE);
    this.#agenda = agenda;
    this.#turn = turn;
  }

  /** Calls all ends off. */
  clear(): void {
    this.#head = 0;
    this.#tail = 0;
    this.#tell();
  }

  /** Who ends first; -1 when nobody does. */
  get first(): number {
    return this.#head < this.#tail ? this.#order[this.#head]! : -1;
  }

  /** The end of an entrant, set in `at` before, is to come. */
  add(entrant: number): void {
    const order = this.#order;
    const at = this.at;
    const head = this.#head;
    // V8 writes what it knows to be an integer without making a fraction of it first
    const own = entrant | 0;
    const time = at[own]!;
    const middle = (head + this.#tail) >> 1;
    if (head > 0 && head < this.#tail && time < at[order[middle]!]!) {
      this.#addInFront(own, time);
      return;
    }
    if (this.#tail === order.length) {
      this.#moveToFront();
      this.add(own);
      return;
    }
    let place = this.#tail++;
    while (place > head) {
      const other = order[place - 1]!;
      const otherTime = at[other]!;
      if (otherTime < time || (otherTime === time && other < own)) break;
      order[place] = other;
      place--;
    }
    order[place] = own;
    if (place === head) this.#agenda[this.#turn] = time;
  }

  /** The same from the front: whoever ends before it moves one place up. */
  #addInFront(own: number, time: number): void {
    const order = this.#order;
    const at = this.at;
    const first = --this.#head;
    let place = first;
    // it stands before the middle, so somebody ends after it
    for (;;) {
      const other = order[place + 1]!;
      const otherTime = at[other]!;
      if (time < otherTime || (time === otherTime && own < other)) break;
      order[place] = other;
      place++;
    }
    order[place] = own;
    if (place === first) this.#agenda[this.#turn] = time;
  }

  /** The first end has come. */
  pass(): void {
    this.#head++;
    this.#tell();
  }

  /** Calls the end of an entrant off. */
  callOff(entrant: number): void {
    const order = this.#order;
    let place = this.#head;
    while (place < this.#tail && order[place] !== entrant) place++;
    if (place === this.#tail) return;
    order.copyWithin(place, place + 1, this.#tail--);
    this.#tell();
  }

  #tell(): void {
    const next = this.#head < this.#tail ? this.at[this.#order[this.#head]!]! : Infinity;
    this.#agenda[this.#turn] = next;
  }

  #moveToFront(): void {
    this.#order.copyWithin(0, this.#head, this.#tail);
    this.#tail -= this.#head;
    this.#head = 0;
  }
}
