import type { QueueFormula } from './formula-values.js';
import { leavingFormula } from './leaving-formula.js';
import { limitedFormula } from './limited-formula.js';
import { plainFormula } from './plain-formula.js';
import { offeredLoad, type Queue } from './queue-spec.js';
import { rankedFormula } from './ranked-formula.js';
import { isFixed } from './time-spread.js';

/**
 * Whether the line of a queue does not grow for ever: less work comes than the servers can do, or
 * places are limited, or those who would not leave bring less work than that.
 */
export function isStable({ classes, servers, capacity, batch }: Queue): boolean {
  if (capacity < Infinity) return true;
  const staying = classes.filter(({ patience }) => patience === null);
  const load = offeredLoad(staying);
  if (load < servers) return true;
  // at exactly full load only clockwork stays in step
  const [only, ...others] = staying;
  return (
    load === servers &&
    only !== undefined &&
    others.length === 0 &&
    batch <= servers &&
    'gaps' in only.arrivals &&
    isFixed(only.arrivals.gaps) &&
    isFixed(only.service)
  );
}

/**
 * The formula to put beside a queue: its own where there is one, else an approximation made for such
 * queues, else that of the nearest simpler queue. `null` where none is near, or the queue is unstable.
 */
export function queueFormula(queue: Queue): QueueFormula | null {
  if (!isStable(queue)) return null;
  if (queue.capacity < Infinity) return limitedFormula(queue);
  if (queue.classes.some(({ patience }) => patience !== null)) return leavingFormula(queue);
  const ranked = queue.classes.length > 1 && !['fifo', 'lifo', 'random'].includes(queue.discipline);
  return ranked ? rankedFormula(queue) : plainFormula(queue);
}
