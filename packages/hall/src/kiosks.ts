import { coarseDraw, word } from '@hallsim/kernel/chance';
import type { Floor } from './floor.js';
import { PURPOSE } from './purpose.js';
import { bringCompany, hasRoom, takeCompanyAlong } from './space.js';
import { integral } from './step-function.js';

// constants of this file: V8 knows them, those of another file it looks up
const { kioskSuccess } = PURPOSE;
const KIOSK_TIME = 2 * PURPOSE.kioskTime;

/**
 * Whether a newcomer goes to the kiosks: one who wants to, when a kiosk is free or the line there short
 * enough and the hall not full. Where no counter does the service (`line` < 0), the line may be long.
 */
export function usesKiosk(floor: Floor, row: number, line: number): boolean {
  if (!wantsKiosk(floor, row, line)) return false;
  if (floor.kiosks.hasFree) return true;
  // where nobody else does the service, or a rule of the host sends them there, people take a line of any length
  const inAnyCase = line < 0 || floor.asking?.has('diversion') === true;
  return (inAnyCase || joinsLine(floor)) && hasRoom(floor, row);
}

/** Whether the kiosk line is short enough for who may go to the counters instead; nobody waits there for a repair. */
function joinsLine({ kiosks, model }: Floor): boolean {
  return kiosks.waiting < model.kiosks!.lineUpTo && !kiosks.allBroken;
}

/**
 * Whether a newcomer wants to go to the kiosks: the case must be one for a kiosk, the customer willing.
 * Where no counter does the service (`line` < 0), everybody eligible wants to.
 */
export function wantsKiosk(floor: Floor, row: number, line: number): boolean {
  const { asking, kioskWishes } = floor;
  if (kioskWishes === null || !kioskWishes.isEligible(row)) return false;
  if (line >= 0 && asking?.has('diversion')) return asking.divert(row);
  return kioskWishes.goes(row) === 1;
}

/** A customer stands in the line of the kiosks, and goes on to one that is free. */
export function joinKiosks(floor: Floor, row: number): void {
  floor.kiosks.join(row);
  bringCompany(floor, row);
  callToKiosks(floor);
}

/** So many kiosks may start from now on. */
export function openKiosks(floor: Floor, open: number): void {
  floor.kiosks.open = open;
  callToKiosks(floor);
}

function callToKiosks(floor: Floor): void {
  const { kiosks } = floor;
  while (kiosks.hasFree && kiosks.waiting > 0) startKiosk(floor, leaveKioskLine(floor));
}

/** The first in the line of the kiosks leaves it: who it is. */
export function leaveKioskLine(floor: Floor): number {
  const row = floor.kiosks.leaveFirst();
  takeCompanyAlong(floor, row);
  return row;
}

function startKiosk(floor: Floor, row: number): void {
  const { demand, kiosks, model } = floor;
  const { time } = model.services[demand.service[row]!]!.kiosk!;
  const chance = word(demand.keyLow[row]!, demand.keyHigh[row]!, KIOSK_TIME);
  const kiosk = kiosks.lowestFree;
  floor.log.kioskStart[row] = floor.now;
  kiosks.ends.at[kiosk] = floor.now + time.at(chance);
  kiosks.begin(kiosk, row);
}

/** A try at a kiosk ends, and the next in line begins. Returns who has ended it. */
export function endKiosk(floor: Floor): number {
  const row = floor.kiosks.end();
  floor.log.kioskEnd[row] = floor.now;
  callToKiosks(floor);
  return row;
}

/** A kiosk breaks down until it is repaired. Returns whose try is broken off; -1 when nobody was there. */
export function stopKiosk(floor: Floor, kiosk: number, repaired: number): number {
  const { kiosks, log, model, now } = floor;
  const { count, open } = model.kiosks!;
  const from = Math.max(now, model.measuredFrom);
  log.kiosksDown += integral(open, from, Math.min(repaired, model.closes)) / count;
  const row = kiosks.breakDown(kiosk);
  if (row >= 0) log.kioskEnd[row] = now;
  return row;
}

/** A kiosk has been repaired, and the next in line begins. */
export function startKioskAgain(floor: Floor, kiosk: number): void {
  floor.kiosks.mend(kiosk);
  callToKiosks(floor);
}

/** Whether the kiosk has done a customer's business. */
export function succeeds({ demand, model }: Floor, row: number): boolean {
  const { succeeds: share } = model.services[demand.service[row]!]!.kiosk!;
  if (share >= 1) return true;
  return coarseDraw(demand.keyLow[row]!, demand.keyHigh[row]!, kioskSuccess) < share;
}
