/**
 * What happens at once: events of the present instant, first in, first out. A ring of pairs of
 * integers that grows by itself.
 */
export class AtOnce {
  #pairs: Int32Array = new Int32Array(64);
  #head = 0;
  #size = 0;
  #kind = -1;
  #entity = 0;

  get size(): number {
    return this.#size;
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
    const room = this.#pairs.length >> 1;
    if (this.#size === room) this.#grow();
    const place = 2 * ((this.#head + this.#size++) & ((this.#pairs.length >> 1) - 1));
    this.#pairs[place] = kind;
    this.#pairs[place + 1] = entity;
  }

  /** Takes the first pair; to be called only while `size` is above 0. */
  take(): void {
    this.#kind = this.#pairs[2 * this.#head]!;
    this.#entity = this.#pairs[2 * this.#head + 1]!;
    this.#head = (this.#head + 1) & ((this.#pairs.length >> 1) - 1);
    this.#size--;
  }

  #grow(): void {
    const old = this.#pairs;
    const from = 2 * this.#head;
    this.#pairs = new Int32Array(2 * old.length);
    this.#pairs.set(old.subarray(from));
    this.#pairs.set(old.subarray(0, from), old.length - from);
    this.#head = 0;
  }
}
