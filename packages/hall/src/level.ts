import { CLERK } from './clerk-state.js';
import { breakOff, offerHandedOver } from './hand-over.js';
import type { Floor } from './floor.js';
import { callNext } from './service.js';
import { noteState } from './states.js';

/** So many counters of a group may start from now on; those that open call at once. */
export function changeRoster(floor: Floor, group: number, open: number): void {
  const counters = floor.counters[group]!;
  counters.roster(open, floor.now);
  if (counters.busy > open) breakOffExcess(floor, group);
  while (counters.hasFree && callNext(floor, group));
}

/**
 * More counters are busy than may be open: the highest numbers break off, where the rule of the hall
 * does not let them finish. A closure in between is no end of a shift.
 */
function breakOffExcess(floor: Floor, group: number): void {
  const { model, now } = floor;
  const counters = floor.counters[group]!;
  if (model.work.atShiftEnd === 'finish-customer') return;
  if (model.closures.some(({ from }) => from === now)) return;
  for (let counter = model.groups[group]!.count - 1; counter >= 0; counter--) {
    if (counters.busy <= counters.open) break;
    if (!breakOff(floor, counters.offset + counter)) continue;
    counters.release(counter, now);
    noteState(floor, counters.offset + counter, CLERK.idle);
  }
  offerHandedOver(floor);
}
