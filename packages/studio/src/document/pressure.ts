import type { Lines } from '../simulation/protocol.js';
import type { Openings } from './openings.js';

/** Where a group of counters does not keep up. Times are minutes since midnight. */
export interface Pressure {
  /** `closed`: people wait and none of its counters is open. `busy`: there is almost always a line. */
  readonly kind: 'closed' | 'busy';
  /** Null for counters that are not opened by the clock. */
  readonly group: string | null;
  readonly from: number;
  readonly to: number;
  /** Until when one more counter helps: from there on the line only shrinks. */
  readonly until: number;
}

/** Share of the time with a line from which on hardly a moment is left to catch up. */
const ALMOST_ALL = 0.9;
/** Where the line is this long, compared with the longest, it has not begun to shrink. */
const STILL_LONG = 0.9;
const HALF_HOUR = 30;

interface HalfHour {
  readonly from: number;
  readonly to: number;
  readonly people: number;
  readonly closed: boolean;
}

/**
 * The worst stretch of the day, judged group by group; null when all keep up. A stretch is made of
 * half hours in which at least one customer waits on average and hardly a moment passes without; the
 * worst has the most minutes of waiting. Hours in which the hall is planned to be closed are left out:
 * they neither begin nor end a stretch. Where a stretch holds half hours with no counter open, those
 * are the cause, and they are told alone. The remedy begins with the stretch, where the line began to
 * grow, and ends where it begins to shrink: what comes later is the aftermath.
 */
export function pressureOf(
  lines: Lines,
  openings: readonly Openings[],
  periods: readonly { readonly from: number; readonly to: number }[],
): Pressure | null {
  let worst: { readonly cause: readonly HalfHour[]; readonly group: string | null } | null = null;
  let most = 0;
  for (const { group, waiting, someone } of lines.groups) {
    const slots = openings.find((one) => one.group === group);
    let stretch: HalfHour[] = [];
    waiting.forEach((people, i) => {
      const from = lines.from + i * HALF_HOUR;
      const to = Math.min(lines.to, from + HALF_HOUR);
      if (!periods.some((period) => period.from < to && period.to > from)) return;
      const tight = people >= 1 && (someone[i] ?? 0) >= ALMOST_ALL;
      stretch = tight ? [...stretch, { from, to, people, closed: isClosed(slots, from, to) }] : [];
      const minutes = stretch.reduce((sum, one) => sum + one.people * (one.to - one.from), 0);
      if (minutes <= most) return;
      most = minutes;
      worst = { cause: causeOf(stretch), group: slots ? group : null };
    });
  }
  return worst && described(worst);
}

/** The half hours with no counter open that come first, else the whole stretch. */
function causeOf(stretch: readonly HalfHour[]): readonly HalfHour[] {
  const first = stretch.findIndex(({ closed }) => closed);
  if (first < 0) return stretch;
  const end = stretch.findIndex(({ closed }, i) => i > first && !closed);
  return stretch.slice(first, end < 0 ? undefined : end);
}

function described({
  cause,
  group,
}: {
  readonly cause: readonly HalfHour[];
  readonly group: string | null;
}): Pressure | null {
  const [first, last] = [cause[0], cause.at(-1)];
  if (!first || !last) return null;
  const { from } = first;
  const { to } = last;
  if (first.closed) return { kind: 'closed', group, from, to, until: to };
  const longest = Math.max(...cause.map(({ people }) => people));
  const long = cause.findLast(({ people }) => people >= STILL_LONG * longest);
  return { kind: 'busy', group, from, to, until: long?.to ?? to };
}

function isClosed(openings: Openings | undefined, from: number, to: number): boolean {
  return (
    openings?.slots.every(
      (slot, i) => slot.to <= from || slot.from >= to || openings.values[i] === 0,
    ) ?? false
  );
}

/** One more open counter of the group while its line grows; null where all of them are open then. */
export function oneMore(
  { group, from, until }: Pressure,
  openings: readonly Openings[],
): { readonly group: string; readonly values: readonly number[] } | null {
  const own = openings.find((one) => one.group === group);
  if (!own) return null;
  const { slots, values, count } = own;
  const more = values.map((value, i) => {
    const slot = slots[i];
    return slot && slot.from < until && slot.to > from ? Math.min(count, value + 1) : value;
  });
  return more.some((value, i) => value !== values[i]) ? { group: own.group, values: more } : null;
}
