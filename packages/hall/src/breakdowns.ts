import { offerDesk } from './clerks.js';
import { NOBODY } from './crew.js';
import type { Floor } from './floor.js';
import { startKioskAgain, stopKiosk } from './kiosks.js';
import { afterOpenMinutes } from './open-minutes.js';
import { pause, resume } from './paused.js';
import { failAtKiosk } from './reception.js';
import { stopUsing, takesAnotherDesk, useAgain } from './unusable.js';

/** When each counter and kiosk that may break down does so for the first time. */
export function expectBreakdowns(floor: Floor): void {
  const { model, outages } = floor;
  if (outages === null) return;
  outages.down.forEach((_, place) => {
    expectBreakdown(floor, place, model.opens);
  });
}

/** A place that works breaks down so many minutes of open hall after a moment, or not any more on this day. */
function expectBreakdown({ model, outages, upkeep }: Floor, place: number, since: number): void {
  const at = afterOpenMinutes(model, since, outages!.untilBreakdown(place));
  if (at === Infinity) return;
  upkeep.ends.at[place] = at;
  upkeep.ends.add(place);
}

/** A place breaks down, or has been repaired. */
export function turnOutage(floor: Floor, place: number): void {
  if (floor.outages!.down[place] === 1) mend(floor, place);
  else breakDown(floor, place);
}

function breakDown(floor: Floor, place: number): void {
  const { customerAt, now, upkeep } = floor;
  const outages = floor.outages!;
  const repaired = now + outages.repairTime(place);
  outages.down[place] = 1;
  upkeep.ends.at[place] = repaired;
  upkeep.ends.add(place);
  if (outages.kindOf[place]!.what === 'kiosks') {
    const row = stopKiosk(floor, outages.numberOf[place]!, repaired);
    if (row >= 0) failAtKiosk(floor, row);
    return;
  }
  const unit = outages.unitAt[place]!;
  if (unit < 0) return;
  if (customerAt[unit] !== NOBODY) pause(floor, unit);
  else if (!takesAnotherDesk(floor, unit)) stopUsing(floor, unit);
}

function mend(floor: Floor, place: number): void {
  const outages = floor.outages!;
  const { what, of } = outages.kindOf[place]!;
  const unit = outages.unitAt[place]!;
  outages.down[place] = 0;
  if (what === 'kiosks') startKioskAgain(floor, outages.numberOf[place]!);
  else if (unit < 0) offerDesk(floor, of);
  else if (floor.customerAt[unit] !== NOBODY) resume(floor, unit);
  else useAgain(floor, unit);
  expectBreakdown(floor, place, floor.now);
}
