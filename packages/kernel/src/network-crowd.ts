import { BLOCK } from './network-flow.js';

/**
 * At most a block of customers, in order of time. A customer is a number and a mark: twice the index
 * of the source, plus 1 for whom the tallies count. The rest follows: the class from the source, and
 * the number of the visit from the station, as each station has only one before it.
 */
export class Crowd {
  readonly times: Float64Array = new Float64Array(BLOCK);
  readonly numbers: Int32Array = new Int32Array(BLOCK);
  readonly marks: Int32Array = new Int32Array(BLOCK);
  size = 0;

  /** Adds a customer at the end. */
  add(time: number, number: number, mark: number): void {
    const place = this.size++;
    this.times[place] = time;
    this.numbers[place] = number;
    this.marks[place] = mark;
  }
}
