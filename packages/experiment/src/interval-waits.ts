import { CountedQuantiles, DayCounts, type Estimate, valueInBin } from '@hallsim/stats';
import type { WaitColumns } from './wait-columns.js';

/** Counter waits that are kept, dealt out by the interval of the ticket; within an interval day after day. */
export class IntervalWaits {
  readonly #waits: Float64Array;
  /** Where the waits of each interval end, and before that those of each of its days. */
  readonly #ends: Int32Array;
  readonly #days: number;
  readonly #intervals: number;

  /** @param dayEnds how many of the waits there are up to the end of each day */
  constructor(
    { wait, interval, length }: WaitColumns,
    dayEnds: readonly number[],
    intervals: number,
  ) {
    const days = dayEnds.length;
    const next = new Int32Array(intervals + 1);
    for (let row = 0; row < length; row++) next[interval[row]! + 1]!++;
    for (let i = 0; i < intervals; i++) next[i + 1]! += next[i]!;
    const dealt = new Float64Array(length);
    const ends = new Int32Array(intervals * days);
    let row = 0;
    for (let day = 0; day < days; day++) {
      const to = dayEnds[day]!;
      for (; row < to; row++) dealt[next[interval[row]!]!++] = wait[row]!;
      for (let i = 0; i < intervals; i++) ends[i * days + day] = next[i]!;
    }
    this.#waits = dealt;
    this.#ends = ends;
    this.#days = days;
    this.#intervals = intervals;
  }

  /** Quantile p of the waits of each interval. */
  quantiles(p: number, confidence: number): Estimate[] {
    const waits = this.#waits;
    const days = this.#days;
    // one member alone: each wait is of number 0
    const counts = new DayCounts(1, days);
    const nobodyElse = new Uint32Array(waits.length);
    let from = 0;
    return Array.from({ length: this.#intervals }, (_, i) => {
      counts.clear();
      const first = from;
      for (let day = 0; day < days; day++) {
        const to = this.#ends[i * days + day]!;
        counts.addDay(waits, nobodyElse, from, to);
        from = to;
      }
      const quantiles = new CountedQuantiles(counts.of([0]), confidence);
      const place = quantiles.place(p);
      if (place === null) return quantiles.at(p).estimate;
      const { bin, rank } = place;
      const value = bin === 0 ? 0 : valueInBin(waits.subarray(first, from), bin, rank);
      return quantiles.at(p, value).estimate;
    });
  }
}
