import { clerkId } from './clerk-id.js';
import { CLERK_STATES, type ClerkState } from './clerk-state.js';
import type { Demand } from './demand.js';
import type { HallModel } from './model.js';
import type { VisitLog } from './visit-log.js';

/** What one clerk, or one counter without a clerk of the file, did for some time of a day. Times are minutes since midnight. */
export interface StateRecord {
  /** Number of the day, from 0. */
  readonly replication: number;
  readonly group: string;
  /** `GROUP-1`, `GROUP-2`, …, as in the visits. */
  readonly clerk: string;
  readonly state: ClerkState;
  /**
   * False for what is done after the end of the shift or outside opening hours. Of counters open by the clock it is not
   * known which are beyond the roster: all of them are on it until the hall closes.
   */
  readonly rostered: boolean;
  readonly from: number;
  /** `null` for the last of a clerk: nothing more happens. */
  readonly to: number | null;
}

/**
 * What clerks did on one day, in the order in which they began it. Nothing of a clerk overlaps, and nothing is left
 * out from the first entry on. Counters open by the clock are told only where `model.countersTell`.
 * @param log what `runDay` gave for this very model and demand
 */
export function* stateRecords(
  { groups }: HallModel,
  { replication }: Pick<Demand, 'replication'>,
  { states }: VisitLog,
): Generator<StateRecord, void, undefined> {
  const names = groups.flatMap(({ id, count }) =>
    Array.from({ length: count }, (_, i) => ({ group: id, clerk: clerkId(id, i) })),
  );
  const ends = endsOf(states, names.length);
  for (let i = 0; i < states.length; i++) {
    const to = ends[i]!;
    yield {
      replication,
      ...names[states.unit[i]!]!,
      state: CLERK_STATES[states.state[i]!]!,
      rostered: states.rostered[i] === 1,
      from: states.from[i]!,
      to: to === Infinity ? null : to,
    };
  }
}

/** When each entry ends: with the next one of its clerk. */
function endsOf({ from, length, unit }: VisitLog['states'], units: number): Float64Array {
  const ends = new Float64Array(length);
  const next = new Float64Array(units).fill(Infinity);
  for (let i = length - 1; i >= 0; i--) {
    ends[i] = next[unit[i]!]!;
    next[unit[i]!] = from[i]!;
  }
  return ends;
}
