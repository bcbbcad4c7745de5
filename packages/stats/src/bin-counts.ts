/** Bins to a page: those of one power of two. */
const PAGE_BITS = 10;
const PAGE = 1 << PAGE_BITS;

/**
 * Whole counts of bins numbered from 0. Memory is taken by the page of 1024 bins, so values
 * spread over many magnitudes cost no more than the magnitudes they touch.
 */
export class BinCounts {
  readonly #pages: (Float64Array | undefined)[] = [];

  /** Count of a bin. */
  at(bin: number): number {
    return this.#pages[bin >> PAGE_BITS]?.[bin & (PAGE - 1)] ?? 0;
  }

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

  /** Used bins, ascending. */
  *ascending(): Generator<number> {
    for (let number = 0; number < this.#pages.length; number++) {
      const page = this.#pages[number];
      if (page === undefined) continue;
      for (let k = 0; k < PAGE; k++) {
        if ((page[k] as number) > 0) yield number * PAGE + k;
      }
    }
  }
}
