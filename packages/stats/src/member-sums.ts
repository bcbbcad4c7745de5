import type { SectionSums } from './counted-values.js';

/** Running sums by section of days, member and coarse bin: of section s and member m they begin at (s × members + m) × width. */
export interface RunningSums {
  readonly cells: Int32Array;
  readonly members: number;
  readonly width: number;
}

/** Sums of some members: until the next day is counted. */
export class MemberSums implements SectionSums {
  readonly coarseBins: number;
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

  before(coarse: number): number {
    return this.#before[coarse] as number;
  }

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
