import { CountedQuantiles, DayCounts, EXACT_LIMIT, orderStatistic } from '@hallsim/stats';

/** Days whose numbers stand in one piece of memory. */
const PIECE = 256;

/**
 * Person-minutes in counter lines of each day and interval, for their spread over the days. A day keeps
 * a number for each interval, up to 200,000 days; from there on only how many days lie in each bin.
 */
export class PeopleInLine {
  readonly #intervals: number;
  readonly #most: number;
  #days = 0;
  /** Interval by interval within a piece. */
  #pieces: Float64Array[] = [];
  #counted: DayCounts | null = null;
  /** Memory for the numbers of one interval. */
  #spare = new Float64Array(0);

  /** @param most days that are kept */
  constructor(intervals: number, most: number = EXACT_LIMIT) {
    this.#intervals = intervals;
    this.#most = most;
  }

  /** Adds the numbers of the next day: from[at], from[at + step], …. */
  add(from: Float64Array, at: number, step: number): void {
    const day = this.#days++;
    if (day === this.#most) this.#countAll();
    if (day >= this.#most) {
      this.#count(from, at, step);
      return;
    }
    const row = day % PIECE;
    if (row === 0) this.#pieces.push(new Float64Array(PIECE * this.#intervals));
    const piece = this.#pieces[this.#pieces.length - 1]!;
    for (let i = 0; i < this.#intervals; i++) piece[i * PIECE + row] = from[at + i * step]!;
  }

  /** Quantiles over the days, at ascending levels, of one interval's person-minutes. */
  quantiles(interval: number, levels: readonly number[]): number[] {
    if (this.#counted !== null) {
      const quantiles = new CountedQuantiles(this.#counted.of([interval]), 0.95);
      return levels.map((level) => quantiles.at(level).estimate.value!);
    }
    const column = this.#column(interval).sort();
    return levels.map((level) => orderStatistic(column, level));
  }

  /** The numbers of an interval, until those of another are asked for. */
  #column(interval: number): Float64Array {
    const days = Math.min(this.#days, this.#most);
    if (this.#spare.length < days) this.#spare = new Float64Array(days);
    const column = this.#spare.subarray(0, days);
    this.#pieces.forEach((piece, p) => {
      const from = interval * PIECE;
      const rows = Math.min(PIECE, column.length - p * PIECE);
      column.set(piece.subarray(from, from + rows), p * PIECE);
    });
    return column;
  }

  #countAll(): void {
    this.#counted = new DayCounts(this.#intervals);
    for (let day = 0; day < this.#most; day++) {
      this.#count(this.#pieces[Math.floor(day / PIECE)]!, day % PIECE, PIECE);
    }
    this.#pieces = [];
  }

  #count(from: Float64Array, at: number, step: number): void {
    const numbers = Float64Array.from({ length: this.#intervals }, (_, i) => from[at + i * step]!);
    const intervals = Uint32Array.from(numbers, (_, i) => i);
    this.#counted!.addDay(numbers, intervals, 0, numbers.length);
  }
}
