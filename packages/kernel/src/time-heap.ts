/**
 * A heap of future moments, each belonging to one entity (a counter, a kiosk, a waiting customer).
 * Order is total: by time, then by entity number. The columns double between operations.
 *
 * Hot path: plain typed arrays, no objects, no callbacks.
 */
export class TimeHeap {
  #times: Float64Array;
  #entities: Int32Array;
  #size = 0;

  /** @param capacity room at the start; the heap grows by itself. Default 64. */
  constructor(capacity = 64) {
    this.#times = new Float64Array(Math.max(1, capacity));
    this.#entities = new Int32Array(Math.max(1, capacity));
    this.clear();
  }

  get size(): number {
    return this.#size;
  }

  /** Time of the earliest entry; `Infinity` when the heap is empty. */
  get time(): number {
    return this.#times[0]!;
  }

  /** Entity of the earliest entry; -1 when the heap is empty. */
  get entity(): number {
    return this.#entities[0]!;
  }

  /** Empties the heap. An empty heap still has a first entry to look at: never, of nobody. */
  clear(): void {
    this.#size = 0;
    this.#times[0] = Infinity;
    this.#entities[0] = -1;
  }

  /** Adds an entry. Throws a RangeError when the time is not a number. */
  push(time: number, entity: number): void {
    if (time !== time) throw new RangeError(`TimeHeap.push: the time of entity ${entity} is NaN.`);
    if (this.#size === this.#times.length) this.#grow();
    const times = this.#times;
    const entities = this.#entities;
    let hole = this.#size++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = times[parent]!;
      if (above < time || (above === time && entities[parent]! <= entity)) break;
      times[hole] = above;
      entities[hole] = entities[parent]!;
      hole = parent;
    }
    times[hole] = time;
    entities[hole] = entity;
  }

  /** Removes the earliest entry; nothing happens when the heap is empty. */
  pop(): void {
    if (this.#size === 0) return;
    const size = --this.#size;
    if (size === 0) {
      this.clear();
      return;
    }
    const times = this.#times;
    const entities = this.#entities;
    const time = times[size]!;
    const entity = entities[size]!;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= size) break;
      let earliest = times[child]!;
      const other = child + 1;
      if (other < size) {
        const otherTime = times[other]!;
        if (
          otherTime < earliest ||
          (otherTime === earliest && entities[other]! < entities[child]!)
        ) {
          child = other;
          earliest = otherTime;
        }
      }
      if (time < earliest || (time === earliest && entity < entities[child]!)) break;
      times[hole] = earliest;
      entities[hole] = entities[child]!;
      hole = child;
    }
    times[hole] = time;
    entities[hole] = entity;
  }

  #grow(): void {
    const times = new Float64Array(2 * this.#times.length + 1);
    const entities = new Int32Array(times.length);
    times.set(this.#times);
    entities.set(this.#entities);
    this.#times = times;
    this.#entities = entities;
  }
}
