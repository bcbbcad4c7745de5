import { closeForClerks } from './clerks.js';
import { stopSettingUp } from './extra-counters.js';
import { type Floor, leave } from './floor.js';
import { tellIdle } from './idle-counters.js';
import { leaveKioskLine } from './kiosks.js';
import { hasGone, strikeNumber } from './kept-tickets.js';
import { anyOpen } from './reception.js';
import { OUTCOME, REASON } from './visit-log.js';
import { lineFor } from './take-over.js';
import { leaveLine } from './waiting.js';

/**
 * The hall closes: who still waits is served or turned away, as the hall's rule says. Whoever waits for
 * counters of which none is open any more leaves in any case: none will open again.
 */
export function closeHall(floor: Floor): void {
  const { counters, kiosks, model, now } = floor;
  floor.closed = true;
  floor.crew.close();
  stopSettingUp(floor);
  for (const group of counters) group.close(now);
  closeForClerks(floor);
  for (let group = 0; group < counters.length; group++) tellIdle(floor, group);
  const turnsAway = model.waitingAtClose === 'turn-away';
  // people at an open counter are served
  const none =
    floor.counterLines === null ? 0 : floor.counterLines.list(floor.counterLines.units, 0);
  floor.lineModels.forEach(({ groups }, line) => {
    if (turnsAway) sendHome(floor, line, REASON.closing);
    else if (line >= none && !anyOpen(floor, groups)) sendHome(floor, line, REASON.noCounter);
  });
  sendHandedOverHome(floor, turnsAway);
  while (turnsAway && kiosks.waiting > 0) {
    leave(floor, leaveKioskLine(floor), OUTCOME.unserved, REASON.closing);
  }
}

/** Those whose service was broken off wait on only for a counter that is open. */
function sendHandedOverHome(floor: Floor, turnsAway: boolean): void {
  const { handedOver, model } = floor;
  for (const row of handedOver.splice(0)) {
    const stays = !turnsAway && anyOpen(floor, model.lines[lineFor(floor, row)]!.groups);
    if (stays) handedOver.push(row);
    else leave(floor, row, OUTCOME.unserved, turnsAway ? REASON.closing : REASON.noCounter);
  }
}

function sendHome(floor: Floor, line: number, reason: number): void {
  const { lines } = floor;
  for (let row = lines.first(line); row >= 0; row = lines.first(line)) {
    if (hasGone(floor, row)) {
      strikeNumber(floor, row);
      continue;
    }
    leaveLine(floor, row);
    leave(floor, row, OUTCOME.unserved, reason);
  }
}
