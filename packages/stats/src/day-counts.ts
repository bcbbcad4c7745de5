import type { CountedValues } from './counted-values.js';
import { OctavePages } from './octave-pages.js';
import { SectionCounts } from './section-counts.js';
import { binOf, middleOf } from './value-bins.js';

/**
 * Counts values that are 0 or more, such as waits, by member (a service, a group) and bin, for
 * quantiles with intervals from days: all days together in bins of relative width under 0.1 %, as a
 * `Histogram` does, and by section of days in coarser ones, which say how unlike the days are. What
 * is kept does not grow with the days. About 6 ns a value; 4 kB for each member and power of two
 * that values lie in, and for the sections of a member up to 200 kB.
 */
export class DayCounts {
  readonly #fine: OctavePages;
  readonly #sections: SectionCounts;

  /**
   * @param members how many; a value belongs to one of them, by number
   * @param days how many will be taken at least, where that is known: it takes less time then
   */
  constructor(members: number, days: number = 0) {
    this.#fine = new OctavePages(members);
    this.#sections = new SectionCounts(members, days);
  }

  /**
   * Takes the values of the next day: values[from … to), each with its member at the same place.
   *
   * @throws RangeError naming a value that is negative or not finite; nothing is counted then
   */
  addDay(values: Float64Array, members: Uint32Array, from: number, to: number): void {
    const largest = largestBin(values, from, to);
    const words = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
    this.#sections.addDay(words, members, from, to, largest);
    this.#fine.addAll(words, members, from, to);
  }

  /** What was counted of some members, together: until the next day is taken. */
  of(members: readonly number[]): CountedValues {
    const fine = this.#fine;
    const sums = this.#sections.of(members);
    return {
      sums,
      total: sums.before(sums.coarseBins),
      zeros: members.reduce((sum, member) => sum + fine.zeros(member), 0),
      firstBin: fine.firstBin(members),
      inBin: (bin) => fine.at(bin, members),
      valueAt: ({ bin }) => middleOf(bin),
    };
  }
}

function largestBin(values: Float64Array, from: number, to: number): number {
  let largest = 0;
  for (let i = from; i < to; i++) {
    const value = values[i] as number;
    // also for NaN
    if (!(value >= 0 && value < Infinity)) {
      throw new RangeError(`values[${i}] is ${value}: a value must be finite and 0 or more`);
    }
    if (value > largest) largest = value;
  }
  return binOf(largest);
}
