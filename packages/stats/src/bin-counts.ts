/** Bins to a page: those of one power of two. */
const PAGE_BITS = 10;
const PAGE = 1 << PAGE_BITS;

/**
 * Whole counts of bins numbered from 0. Memory is taken by the page of 1024 bins, so values
 * spread over many magnitudes cost no more than the magnitudes they touch.
 */
export class BinCounts {
  readonly #pages: (Float64Array | undefined)[] = [];

  /** Adds a whole number to the count of a bin. */
  add(bin: number, count: number): void {
    const number = bin >> PAGE_BITS;
    let page = this.#pages[number];
    if (page === undefined) {
      // no holes: V8 keeps an array of such a size quick only while it is filled
      while (this.#pages.length <= number) this.#pages.push(undefined);
      page = new Float64Array(PAGE);
      this.#pages[number] = page;
    }
    const k = bin & (PAGE - 1);
    page[k] = (page[k] as number) + count;
  }

  /** Adds the counts of another. */
  merge(other: BinCounts): void {
    for (let number = 0; number < other.#pages.length; number++) {
      const added = other.#pages[number];
      if (added === undefined) continue;
      this.add(number * PAGE, 0); // makes the page
      const page = this.#pages[number] as Float64Array;
      for (let k = 0; k < PAGE; k++) page[k] = (page[k] as number) + (added[k] as number);
    }
  }

  /** Visits the used bins, ascending, until `visit` returns false; returns whether it never did. */
  ascending(visit: (bin: number, count: number) => boolean): boolean {
    for (let number = 0; number < this.#pages.length; number++) {
      const page = this.#pages[number];
      if (page === undefined) continue;
      for (let k = 0; k < PAGE; k++) {
        const count = page[k] as number;
        if (count > 0 && !visit(number * PAGE + k, count)) return false;
      }
    }
    return true;
  }

  /** The same, descending. */
  descending(visit: (bin: number, count: number) => boolean): boolean {
    for (let number = this.#pages.length - 1; number >= 0; number--) {
      const page = this.#pages[number];
      if (page === undefined) continue;
      for (let k = PAGE - 1; k >= 0; k--) {
        const count = page[k] as number;
        if (count > 0 && !visit(number * PAGE + k, count)) return false;
      }
    }
    return true;
  }
}
