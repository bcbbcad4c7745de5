/**
 * What happens at once: events of the present instant, first in, first out. A ring of pairs of
 * integers that grows by itself.
 */
export class AtOnce {
  #pairs: Int32Array = new Int32Array(64);
  /** Places in the ring, two for each pair. */
  #head = 0;
  #taken = 0;
  #kind = -1;
  #entity = 0;

  get size(): number {
    return this.#taken >> 1;
  }

  /** Kind of the pair last taken. */
  get kind(): number {
    return this.#kind;
  }

  /** Entity of the pair last taken. */
  get entity(): number {
    return this.#entity;
  }

  push(kind: number, entity: number): void {
    if (this.#taken === this.#pairs.length) this.#grow();
    const pairs = this.#pairs;
    const place = (this.#head + this.#taken) & (pairs.length - 1);
    pairs[place] = kind;
    pairs[place + 1] = entity;
    this.#taken += 2;
  }

  /** Takes the first pair; to be called only while `size` is above 0. */
  take(): void {
    const pairs = this.#pairs;
    const place = this.#head;
    this.#kind = pairs[place]!;
    this.#entity = pairs[place + 1]!;
    this.#head = (place + 2) & (pairs.length - 1);
    this.#taken -= 2;
  }

  #grow(): void {
    const old = this.#pairs;
    const from = this.#head;
    this.#pairs = new Int32Array(2 * old.length);
    this.#pairs.set(old.subarray(from));
    this.#pairs.set(old.subarray(0, from), old.length - from);
    this.#head = 0;
  }
}
