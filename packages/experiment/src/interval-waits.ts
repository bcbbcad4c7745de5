import {
  CountedQuantiles,
  DayCounts,
  daysOfSection,
  type Estimate,
  valueInBin,
} from '@hallsim/stats';
import { countDay } from './count-day.js';
import type { WaitColumns } from './wait-columns.js';

/** Memory for waits that are dealt out and for their counts: a summary is done with them before the next one begins. */
let spare = new Float64Array(0);
const counts = new DayCounts(1);

/**
 * Counter waits that are kept, dealt out by the interval of the ticket; within an interval section after section of
 * days, as they are counted. Until others are dealt out.
 */
export class IntervalWaits {
  readonly #waits: Float64Array;
  /** Where the waits of each interval end, and before that those of each of its sections. */
  readonly #ends: Int32Array;
  readonly #sections: number;
  readonly #intervals: number;

  /**
   * @param dayEnds how many of the waits there are up to the end of each day
   * @param numbers how many there are of each interval
   */
  constructor(waits: WaitColumns, dayEnds: readonly number[], numbers: readonly number[]) {
    const intervals = numbers.length;
    const days = dayEnds.length;
    const length = daysOfSection(days);
    const sections = Math.ceil(days / length);
    const next = new Int32Array(intervals);
    for (let i = 1; i < intervals; i++) next[i] = next[i - 1]! + numbers[i - 1]!;
    if (spare.length < waits.length) spare = new Float64Array(Math.ceil(1.25 * waits.length));
    const dealt = spare;
    const ends = new Int32Array(intervals * sections);
    let from = 0;
    for (let section = 0; section < sections; section++) {
      const to = dayEnds[Math.min(days, (section + 1) * length) - 1]!;
      deal(waits, from, to, dealt, next);
      for (let i = 0; i < intervals; i++) ends[i * sections + section] = next[i]!;
      from = to;
    }
    this.#waits = dealt;
    this.#ends = ends;
    this.#sections = sections;
    this.#intervals = intervals;
  }

  /** Quantile p of the waits of each interval. */
  quantiles(p: number, confidence: number): Estimate[] {
    const sections = this.#sections;
    let from = 0;
    return Array.from({ length: this.#intervals }, (_, i) => {
      const ends = this.#ends.subarray(i * sections, (i + 1) * sections);
      const own = this.#waits.subarray(from, ends[sections - 1]);
      count(own, ends, from);
      from += own.length;
      const quantiles = new CountedQuantiles(counts.of([0]), confidence);
      const place = quantiles.place(p);
      if (place === null) return quantiles.at(p).estimate;
      const { bin, rank } = place;
      return quantiles.at(p, bin === 0 ? 0 : valueInBin(own, bin, rank)).estimate;
    });
  }
}

/** Deals the waits from … to - 1 out to where those of their interval end so far. */
function deal(
  { wait, interval }: WaitColumns,
  from: number,
  to: number,
  dealt: Float64Array,
  next: Int32Array,
): void {
  for (let row = from; row < to; row++) dealt[next[interval[row]!]!++] = wait[row]!;
}

/** @param ends where each section ends, counted from `first` */
function count(waits: Float64Array, ends: Int32Array, first: number): void {
  counts.clear();
  let from = 0;
  for (const end of ends) {
    countDay(counts, waits, from, end - first);
    from = end - first;
  }
}
