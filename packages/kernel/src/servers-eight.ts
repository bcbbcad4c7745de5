import type { Crowd } from './network-crowd.js';
import type { VisitTally } from './network-tally.js';
import { type Servers, waits } from './servers.js';
import { RowServers } from './servers-row.js';

/** The next times are picked from here. */
const picks = new Float64Array(8);

/** Five to eight servers. */
export class EightServers extends RowServers implements Servers {
  constructor(servers: number, gone: Crowd, passesOn: boolean) {
    super(8, servers, gone, passesOn);
  }

  take(
    mark: number,
    times: Float64Array,
    numbers: Int32Array,
    works: Float64Array,
    patiences: Float64Array | null,
    from: number,
    to: number,
    tally: VisitTally,
  ): number {
    // read once: V8 would look each of them up again for every customer
    const { free, passesOn } = this;
    const noted = waits;
    let { waited, waitSum, waitSquares } = tally;
    const row = picks;
    let served = 0;
    let first = free[0]!;
    let second = free[1]!;
    let third = free[2]!;
    let fourth = free[3]!;
    let fifth = free[4]!;
    let sixth = free[5]!;
    let seventh = free[6]!;
    let eighth = free[7]!;
    for (let i = from; i < to; i++) {
      const time = times[i]!;
      let begins = time;
      if (first > time) {
        if (patiences !== null && time + patiences[i]! < first) {
          tally.gaveUp(time + patiences[i]! - time);
          continue;
        }
        begins = first;
      }
      const wait = begins - time;
      noted[served++] = wait;
      // who does not wait adds nothing; whether they do no processor can guess
      waited += +(wait > 0);
      waitSum += wait;
      waitSquares += wait * wait;
      const ends = begins + works[i]!;
      const a = +(ends < second);
      const b = +(ends < third);
      const c = +(ends < fourth);
      const d = +(ends < fifth);
      const e = +(ends < sixth);
      const f = +(ends < seventh);
      const g = +(ends < eighth);
      if (passesOn) this.replaceFirst(first, numbers[i]!, mark, 7 - a - b - c - d - e - f - g);
      row[0] = second;
      row[1] = third;
      row[2] = fourth;
      row[3] = fifth;
      row[4] = sixth;
      row[5] = seventh;
      row[6] = eighth;
      row[7] = ends;
      first = row[7 * a]!;
      second = row[1 + 6 * b - 7 * a]!;
      third = row[2 + 5 * c - 6 * b]!;
      fourth = row[3 + 4 * d - 5 * c]!;
      fifth = row[4 + 3 * e - 4 * d]!;
      sixth = row[5 + 2 * f - 3 * e]!;
      seventh = row[6 + g - 2 * f]!;
      eighth = row[7 - g]!;
    }
    free[0] = first;
    free[1] = second;
    free[2] = third;
    free[3] = fourth;
    free[4] = fifth;
    free[5] = sixth;
    free[6] = seventh;
    free[7] = eighth;
    tally.waited = waited;
    tally.waitSum = waitSum;
    tally.waitSquares = waitSquares;
    return served;
  }
}
