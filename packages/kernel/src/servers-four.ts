import type { Crowd } from './network-crowd.js';
import type { VisitTally } from './network-tally.js';
import { type Servers, waits } from './servers.js';
import { RowServers } from './servers-row.js';

/** The next times are picked from here. */
const picks = new Float64Array(4);

/** Two to four servers. */
export class FourServers extends RowServers implements Servers {
  constructor(servers: number, gone: Crowd, passesOn: boolean) {
    super(4, servers, gone, passesOn);
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
      if (passesOn) this.replaceFirst(first, numbers[i]!, mark, 3 - a - b - c);
      row[0] = second;
      row[1] = third;
      row[2] = fourth;
      row[3] = ends;
      first = row[3 * a]!;
      second = row[1 + 2 * b - 3 * a]!;
      third = row[2 + c - 2 * b]!;
      fourth = row[3 - c]!;
    }
    free[0] = first;
    free[1] = second;
    free[2] = third;
    free[3] = fourth;
    tally.waited = waited;
    tally.waitSum = waitSum;
    tally.waitSquares = waitSquares;
    return served;
  }
}
