import { EXACT_LIMIT } from '@hallsim/stats';
import { WaitColumns } from './wait-columns.js';

/** Studies whose memory is kept: a comparison with two variants has three arms. */
const MOST = 3;

/**
 * Memory for all waits that are kept as they are. Each study needs 4 MB of 5; taken anew, they make V8 look for garbage
 * twice a study, which costs a tenth of the time of 200 days. So that of studies that have ended, or have too many
 * waits to keep, serves whoever in this thread needs much next.
 */
const spare: ArrayBuffer[] = [];
const PIECE = 5_000_000; // a hall like the benchmark's has 4 MB of numbers of days

/** Empty columns with room for as many waits as are kept. */
export function takeWaits(): WaitColumns {
  return new WaitColumns(EXACT_LIMIT, spare.pop() ?? new ArrayBuffer(PIECE));
}

/** Nobody looks at these numbers any more: waits of columns that were taken here, or zeros that have become something. */
export function giveBack({ buffer }: Float64Array): void {
  if (buffer.byteLength === PIECE && spare.length < MOST) spare.push(buffer as ArrayBuffer);
}

/** So many zeros, where that is a lot. */
export function takeZeros(length: number): Float64Array {
  const memory = 8 * length <= PIECE ? spare.pop() : undefined;
  return memory === undefined
    ? new Float64Array(length)
    : new Float64Array(memory, 0, length).fill(0);
}
