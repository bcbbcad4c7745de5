/** People in the order in which they came: their times, or their numbers. */
export class Fifo {
  #items = new Float64Array(64);
  #head = 0;
  #tail = 0;

  get size(): number {
    return this.#tail - this.#head;
  }

  push(item: number): void {
    if (this.size === this.#items.length) {
      const grown = new Float64Array(2 * this.#items.length);
      for (let i = 0; i < this.size; i++) grown[i] = this.#at(this.#head + i);
      this.#tail = this.size;
      this.#head = 0;
      this.#items = grown;
    }
    this.#items[this.#tail++ % this.#items.length] = item;
  }

  shift(): number {
    if (this.size === 0) throw new Error('nobody waits');
    return this.#at(this.#head++);
  }

  #at(place: number): number {
    return this.#items[place % this.#items.length] ?? NaN;
  }
}
