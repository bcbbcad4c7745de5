/** A table of things under small integers, by which the calendar knows them. */
export class Slots<T> {
  readonly #things: (T | undefined)[] = [];
  readonly #free: number[] = [];

  /** Puts a thing in and returns its place. */
  add(thing: T): number {
    const place = this.#free.pop();
    if (place === undefined) return this.#things.push(thing) - 1;
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
