import { DayCounts, EXACT_LIMIT } from '@hallsim/stats';
import { WaitColumns } from './wait-columns.js';

/** Studies whose memory is kept: a comparison with two variants has three arms. */
const MOST = 3;

/**
 * Columns for all waits that are kept as they are. Each study needs 3.6 MB of them; taken anew, they make
 * V8 look for garbage twice a study, which costs a tenth of the time of 200 days. So those of studies that
 * have ended serve the next ones in this thread.
 */
const spare: WaitColumns[] = [];

/** Counts of so few members are kept too: 200 kB each. */
const FEW = 16;
const spareCounts: { readonly members: number; readonly counts: DayCounts }[] = [];

/** Empty columns with room for as many waits as are kept. */
export function takeWaits(): WaitColumns {
  const waits = spare.pop() ?? new WaitColumns(EXACT_LIMIT);
  waits.length = 0;
  return waits;
}

/** Nobody looks at these columns any more. */
export function giveWaits(waits: WaitColumns): void {
  if (spare.length < MOST) spare.push(waits);
}

/**
 * Counts that have counted nothing yet.
 * @param days how many will be counted at least
 */
export function takeCounts(members: number, days: number): DayCounts {
  const at = spareCounts.findIndex((own) => own.members === members);
  if (at < 0) return new DayCounts(members, days);
  const [{ counts }] = spareCounts.splice(at, 1) as [(typeof spareCounts)[number]];
  counts.clear(days);
  return counts;
}

/** Nobody looks at these counts any more. */
export function giveCounts(members: number, counts: DayCounts): void {
  if (members > FEW) return;
  if (spareCounts.length === MOST) spareCounts.shift();
  spareCounts.push({ members, counts });
}
