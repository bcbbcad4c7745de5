/** Running sums by section of days, member and coarse bin: of section s and member m they begin at (s × members + m) × width. */
export interface RunningSums {
  readonly cells: Int32Array;
  readonly members: number;
  readonly width: number;
}

/**
 * How many values of some members lie in the coarse bins before one of them: in all, and of each section
 * of days. Until the next day is counted.
 */
export class SectionSums {
  /** Coarse bins of a section: that of 0, all up to 1/64 together, then 64 to a power of two. */
  readonly coarseBins: number;
  /** Values of each section. */
  readonly totals: Float64Array;
  readonly #sums: RunningSums;
  readonly #members: Uint32Array;
  readonly #before: Float64Array;
  readonly #sections: Float64Array;

  /**
   * @param sums where each cell holds what lies in its coarse bin and those before
   * @param members whose values are meant
   * @param before their values in the coarse bins before each one, and at the end all
   * @param sections how many there are
   */
  constructor(sums: RunningSums, members: Uint32Array, before: Float64Array, sections: number) {
    this.coarseBins = before.length - 1;
    this.#sums = sums;
    this.#members = members;
    this.#before = before;
    this.#sections = new Float64Array(sections);
    this.totals = Float64Array.from(this.sectionsBefore(this.coarseBins));
  }

  /** Number of values in the coarse bins before `coarse`. */
  before(coarse: number): number {
    return this.#before[coarse] as number;
  }

  /** Number of values of each section in the coarse bins before `coarse`: valid until it is asked again. */
  sectionsBefore(coarse: number): Float64Array {
    const { cells, members, width } = this.#sums;
    const sections = this.#sections.fill(0);
    if (coarse === 0) return sections;
    for (const member of this.#members) {
      let cell = member * width + coarse - 1;
      for (let s = 0; s < sections.length; s++, cell += members * width) {
        sections[s] = (sections[s] as number) + (cells[cell] as number);
      }
    }
    return sections;
  }
}
