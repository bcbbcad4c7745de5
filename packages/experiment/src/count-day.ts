import type { DayCounts } from '@hallsim/stats';

/** As many zeros as were needed: nobody writes to them. */
let zeros = new Uint32Array(4096);

/** Counts values[from … to) of the next day where all are of one member. */
export function countDay(counts: DayCounts, values: Float64Array, from: number, to: number): void {
  // members stand at the places of their values
  if (zeros.length < to) zeros = new Uint32Array(2 * to);
  counts.addDay(values, zeros, from, to);
}
