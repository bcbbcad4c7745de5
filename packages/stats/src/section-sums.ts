/** Counts by section of days and coarse bin: the row of section s begins at first + s × step. */
export interface SectionCells {
  readonly cells: Int32Array;
  readonly first: number;
  readonly step: number;
}

/**
 * How many values lie in the coarse bins before one of them: in all, and of each section of days. The
 * latter are added up from where they were asked for last, as places that are asked for lie close together.
 */
export class SectionSums {
  /** Coarse bins of a section: that of 0, all up to 1/64 together, then 64 to a power of two. */
  readonly coarseBins: number;
  /** Values of each section. */
  readonly totals: Float64Array;
  readonly #cells: () => SectionCells;
  readonly #before: Float64Array;
  /** Values of each section in the coarse bins before `#at`. */
  readonly #below: Float64Array;
  #at = 0;

  /**
   * @param cells asked for at each use: what several members have together stands in memory that others use too
   * @param before values in the coarse bins before each one, and at the end all
   * @param totals values of each section
   */
  constructor(cells: () => SectionCells, before: Float64Array, totals: Float64Array) {
    this.coarseBins = before.length - 1;
    this.totals = totals;
    this.#cells = cells;
    this.#before = before;
    this.#below = new Float64Array(totals.length);
  }

  /** Number of values in the coarse bins before `coarse`. */
  before(coarse: number): number {
    return this.#before[coarse] as number;
  }

  /** Number of values of each section in the coarse bins before `coarse`: valid until it is asked again. */
  sectionsBefore(coarse: number): Float64Array {
    this.#beginNear(coarse);
    const { cells, first, step } = this.#cells();
    const below = this.#below;
    const forward = coarse > this.#at;
    const from = forward ? this.#at : coarse;
    const to = forward ? coarse : this.#at;
    for (let s = 0; s < below.length; s++) {
      const row = first + s * step;
      let sum = 0;
      for (let i = row + from; i < row + to; i++) sum += cells[i] as number;
      below[s] = forward ? (below[s] as number) + sum : (below[s] as number) - sum;
    }
    this.#at = coarse;
    return below;
  }

  /** Begins at the end that is nearer than where it was left. */
  #beginNear(coarse: number): void {
    const { coarseBins } = this;
    const away = Math.abs(coarse - this.#at);
    if (coarse < away) {
      this.#below.fill(0);
      this.#at = 0;
    } else if (coarseBins - coarse < away) {
      this.#below.set(this.totals);
      this.#at = coarseBins;
    }
  }
}
