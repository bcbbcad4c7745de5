import { arrivalCursor } from './arrivals.js';
import type { Arrivals } from './arrivals-spec.js';
import type { Stream } from './stream.js';

/** Times are read so many at once. */
const BLOCK = 64;

/**
 * The arrival times of customers one after the other, for a process that lets them in; those of one
 * batch have the same time. It ends when nobody will come any more.
 *
 * ```ts
 * for (const time of arrivalTimes(poisson(0.5), sim.stream('door/arrivals'))) {
 *   yield sim.holdUntil(time);
 *   sim.start(customer);
 * }
 * ```
 *
 * The source `door` of a network reads the stream `door/arrivals` in the same way: its customers come
 * at the same times.
 *
 * @param stream whose numbers are used from the first on, however many were read; it does not move
 * @throws RangeError naming key and value for what cannot be
 */
export function arrivalTimes(arrivals: Arrivals, stream: Stream): Generator<number, void> {
  const cursor = arrivalCursor(arrivals, stream.key);
  return (function* () {
    const times = new Float64Array(BLOCK);
    for (let count = BLOCK; count === BLOCK; ) {
      count = cursor.fill(times, BLOCK);
      for (let i = 0; i < count; i++) yield times[i]!;
    }
  })();
}
