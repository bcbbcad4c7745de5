import { type Floor, leave } from './floor.js';
import { changeOver } from './jockeying.js';
import { leavesInSilence } from './kept-tickets.js';
import { OUTCOME, REASON } from './visit-log.js';
import { leaveLine, leaveNumber } from './waiting.js';

/**
 * Those whose patience ends before the moment `now` leave, each at their own moment.
 * @param inclusive those whose patience ends at that very moment too
 */
export function losePatience(floor: Floor, now: number, inclusive: boolean): void {
  const { counterLines, deadlines, lineOf } = floor;
  const due = deadlines.gather(now, inclusive);
  for (let i = 0; i < due; i++) {
    const row = deadlines.due(i);
    const list = lineOf[row]!;
    floor.now = deadlines.at[row]!;
    if (leavesInSilence(floor, row)) leaveNumber(floor, row);
    else leaveLine(floor, row);
    leave(floor, row, OUTCOME.abandoned, REASON.patience);
    // nobody is served earlier for it: where people waited the counter is not free
    if (counterLines !== null && list < counterLines.list(counterLines.units, 0)) {
      changeOver(floor, counterLines.unitOf(list));
    }
  }
  deadlines.settle();
}
