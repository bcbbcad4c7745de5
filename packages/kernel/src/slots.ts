/** A table of things under small integers, by which the calendar knows them. */
export class Slots<T> {
  readonly #things: (T | undefined)[] = [];
  readonly #free: number[] = [];

  /** Puts a thing in and returns its place. */
  add(thing: T): number {
    const place = this.#free.length > 0 ? this.#free.pop()! : this.#things.length;
    this.#things[place] = thing;
    return place;
  }

  /** The thing at a place that is taken. */
  at(place: number): T {
    return this.#things[place] as T;
  }

  remove(place: number): void {
    this.#things[place] = undefined;
    this.#free.push(place);
  }
}
