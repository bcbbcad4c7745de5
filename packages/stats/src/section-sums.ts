/** Counts by section of days and coarse bin: the row of section s begins at first + s × step. */
export interface SectionCells {
  readonly cells: Int32Array;
  readonly first: number;
  readonly step: number;
}

/** Knows the counts of some members together; they may stand in memory that is used for others next. */
interface CellSource {
  cellsOf(members: Uint32Array): SectionCells;
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
  readonly #source: CellSource;
  readonly #members: Uint32Array;
  readonly #before: Float64Array;
  /** Values of each section in the coarse bins before `#at`. */
  readonly #below: Float64Array;
  readonly #none: Float64Array;
  #at = 0;

  /**
   * @param members whose values they are
   * @param before values in the coarse bins before each one, and at the end all
   * @param totals values of each section
   */
  constructor(
    source: CellSource,
    members: Uint32Array,
    before: Float64Array,
    totals: Float64Array,
  ) {
    this.coarseBins = before.length - 1;
    this.totals = totals;
    this.#source = source;
    this.#members = members;
    this.#before = before;
    this.#below = new Float64Array(totals.length);
    this.#none = new Float64Array(totals.length);
  }

  /** Number of values in the coarse bins before `coarse`. */
  before(coarse: number): number {
    return this.#before[coarse] as number;
  }

  /** Number of values of each section in the coarse bins before `coarse`: valid until it is asked again. */
  sectionsBefore(coarse: number): Float64Array {
    this.#beginNear(coarse);
    const { cells, first, step } = this.#source.cellsOf(this.#members);
    const below = this.#below;
    const forward = coarse > this.#at;
    const from = forward ? this.#at : coarse;
    const to = forward ? coarse : this.#at;
    for (let s = 0; s < below.length; s++) {
      const row = first + s * step;
      const sum = sumOf(cells, row + from, row + to);
      below[s] = forward ? (below[s] as number) + sum : (below[s] as number) - sum;
    }
    this.#at = coarse;
    return below;
  }

  /** Begins at the end that is nearer than where it was left. */
  #beginNear(coarse: number): void {
    const { coarseBins } = this;
    const away = Math.abs(coarse - this.#at);
    const left = coarseBins - coarse;
    if (coarse >= away && left >= away) return;
    const fromStart = coarse < away;
    this.#below.set(fromStart ? this.#none : this.totals);
    this.#at = fromStart ? 0 : coarseBins;
  }
}

/** Sum of the cells from … to - 1: a function of its own, as V8 makes one quick sooner than a loop within a loop. */
function sumOf(cells: Int32Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += cells[i] as number;
  return sum;
}
