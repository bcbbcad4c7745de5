import { isOnFloor } from './clerk-state.js';
import type { HallModel } from './model.js';
import type { VisitLog } from './visit-log.js';

/**
 * Adds up what clerks did, from `model.measuredFrom` on, into the log's minutes of each group: staffed
 * while at a counter on their roster, overtime while at work beyond it.
 * @param groupOf group of each unit
 */
export function sumStates(
  { groups, measuredFrom }: HallModel,
  groupOf: Int32Array,
  log: VisitLog,
): void {
  if (log.states.length === 0) return;
  const { unit, state, rostered, from, length } = log.states;
  const ends = new Float64Array(groupOf.length);
  // from the last to the first: what a unit did ends when it began the next
  for (let entry = length - 1; entry >= 0; entry--) {
    const own = unit[entry]!;
    const begin = Math.max(from[entry]!, measuredFrom);
    const group = groupOf[own]!;
    if (groups[group]!.clerks !== null && isOnFloor(state[entry]!) && ends[own]! > begin) {
      const minutes = rostered[entry] === 1 ? log.staffed : log.overtime;
      minutes[group]! += ends[own]! - begin;
    }
    ends[own] = from[entry]!;
  }
}
