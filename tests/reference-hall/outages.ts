import { openingHours, type Scenario } from '@hallsim/scenario';
import type { Draws } from './draws.js';
import type { Span } from '../observed-day.js';

/** When one counter or kiosk of a hall has broken down. */
export interface Place {
  /** Position among all that may break down. */
  readonly rank: number;
  readonly what: 'counters' | 'room' | 'kiosks';
  /** Position of the group, of the room, 0 for kiosks. */
  readonly of: number;
  readonly number: number;
  readonly down: readonly Span[];
}

/** All breakdowns of the day: they do not depend on what happens in the hall. Which of them hold now is said from outside. */
export class Outages {
  readonly places: readonly Place[];
  readonly #down = new Set<Place>();

  constructor(scenario: Scenario, draws: Draws) {
    this.places = draws.failing().map((place, rank) => {
      const down: Span[] = [];
      const next = draws.outages(place);
      let works = openingHours(scenario.day).opens;
      for (;;) {
        const from = afterOpen(scenario, works, next.every());
        if (from === Infinity) return { ...place, rank, down };
        works = from + next.lasts();
        down.push({ from, to: works });
      }
    });
  }

  begin(place: Place): void {
    this.#down.add(place);
  }

  end(place: Place): void {
    this.#down.delete(place);
  }

  isDown(what: Place['what'], of: number, number: number): boolean {
    const place = this.place(what, of, number);
    return place !== undefined && this.#down.has(place);
  }

  /** A counter or a kiosk that may break down. */
  place(what: Place['what'], of: number, number: number): Place | undefined {
    return this.places.find((one) => one.what === what && one.of === of && one.number === number);
  }
}

/** When the hall has been open for so many minutes; `Infinity` when it closes for the day before. */
function afterOpen({ day }: Scenario, since: number, minutes: number): number {
  let left = minutes;
  for (const { from, to } of openingHours(day).periods) {
    const begin = Math.max(since, from);
    if (begin >= to) continue;
    if (begin + left < to) return begin + left;
    left -= to - begin;
  }
  return Infinity;
}

/** When work at a place ends that stops while it has broken down; what ends at the moment of a breakdown has ended. */
export function endOfWork(place: Place | undefined, start: number, minutes: number): number {
  let end = start + minutes;
  for (const { from, to } of place?.down ?? []) {
    if (from >= start && from < end) end = to + (end - from);
  }
  return end;
}

/**
 * Whether such work ends at the very moment at which the place works again: what was left of it is less than a
 * number can tell.
 */
export function endsAtRepair(place: Place | undefined, start: number, end: number): place is Place {
  return place?.down.some(({ from, to }) => from >= start && to === end) ?? false;
}

/** Minutes of such work that are left at a moment; what would end or break down at that very moment has not yet. */
export function leftOfWork(
  place: Place | undefined,
  start: number,
  minutes: number,
  now: number,
): number {
  let end = start + minutes;
  for (const { from, to } of place?.down ?? []) {
    if (from < start || from >= end || from >= now) continue;
    if (now <= to) return end - from;
    end = to + (end - from);
  }
  return end - now;
}
