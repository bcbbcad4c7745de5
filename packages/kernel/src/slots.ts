/** A table of things under small integers, by which the calendar knows them. */
export class Slots<T> {
  readonly #things: (T | undefined)[] = [];
  #free: Int32Array = new Int32Array(16);
  #freeCount = 0;

  /** Puts a thing in and returns its place. */
  add(thing: T): number {
    if (this.#freeCount > 0) {
      const place = this.#free[--this.#freeCount]!;
      this.#things[place] = thing;
      return place;
    }
    return this.#things.push(thing) - 1;
  }

  /** The thing at a place that is taken. */
  at(place: number): T {
    return this.#things[place] as T;
  }

  remove(place: number): void {
    this.#things[place] = undefined;
    if (this.#freeCount === this.#free.length) {
      const free = this.#free;
      this.#free = new Int32Array(2 * free.length);
      this.#free.set(free);
    }
    this.#free[this.#freeCount++] = place;
  }
}
