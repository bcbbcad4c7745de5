import { BLOCK } from './network-flow.js';

/**
 * At most a block of customers, in order of time. A customer is a number and a mark: twice the index
 * of the source, plus 1 for whom the tallies count. The rest follows: the class from the source, and
 * the number of the visit from the station, as each station has only one before it. Marks are kept by
 * run: mostly all customers have the same one.
 */
export class Crowd {
  readonly times: Float64Array = new Float64Array(BLOCK);
  readonly numbers: Int32Array = new Int32Array(BLOCK);
  size = 0;
  /** By run of customers of one mark: the mark, and the place of the first. */
  readonly marks: Int32Array = new Int32Array(BLOCK);
  readonly starts: Int32Array = new Int32Array(BLOCK);
  runs = 0;
  /** Mark of the last run, -1 if there is none. */
  mark = -1;

  /** Adds a customer at the end. */
  add(time: number, number: number, mark: number): void {
    if (mark !== this.mark) this.begin(mark);
    const place = this.size++;
    this.times[place] = time;
    this.numbers[place] = number;
  }

  /** Begins a run of another mark; to be called when a customer is about to be added. */
  begin(mark: number): void {
    this.mark = mark;
    this.marks[this.runs] = mark;
    this.starts[this.runs++] = this.size;
  }

  /** The place behind the last customer of a run. */
  end(run: number): number {
    return run + 1 < this.runs ? this.starts[run + 1]! : this.size;
  }

  clear(): void {
    this.size = 0;
    this.runs = 0;
    this.mark = -1;
  }
}
