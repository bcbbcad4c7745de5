const NOT_A_NUMBER = -1.7e308;

/**
 * A 64-bit fingerprint of numbers, as 16 hex digits: two FNV-1a runs over the 32-bit halves of
 * each number, integer arithmetic only. Two lists of numbers that differ in one bit differ here.
 */
export class BitHash {
  #first = 0x811c9dc5;
  #second = 0x01000193;
  readonly #number = new Float64Array(1);
  readonly #words = new Uint32Array(this.#number.buffer);

  add(value: number): void {
    // the payload of a NaN is an engine's own affair: every NaN counts as the same number
    this.#number[0] = Number.isNaN(value) ? NOT_A_NUMBER : value;
    for (const word of this.#words) {
      this.#first = Math.imul(this.#first ^ word, 0x01000193);
      this.#second = Math.imul((this.#second << 5) ^ (this.#second >>> 2) ^ word, 0x9e3779b1);
    }
  }

  addAll(values: Iterable<number>): this {
    for (const value of values) this.add(value);
    return this;
  }

  toString(): string {
    return [this.#first, this.#second]
      .map((half) => (half >>> 0).toString(16).padStart(8, '0'))
      .join('');
  }
}
