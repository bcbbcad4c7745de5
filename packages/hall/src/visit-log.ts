import { emptyExtraLog, type ExtraLog } from './extra-log.js';
import type { HallModel } from './model.js';
import { emptyStateLog, type StateLog } from './state-log.js';

/** How a visit ended. `inside` only while the day runs. */
export const OUTCOMES = ['inside', 'served', 'abandoned', 'balked', 'unserved'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Where a served customer was served; `none` for everybody else. */
export const CHANNELS = ['none', 'counter', 'kiosk'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * Why a customer left without service: `patience` ran out, the `line` looked too long, the `last-ticket`
 * was gone, the hall was `closing`, `no-counter` would ever serve them, a `shift-end` stopped the service,
 * or the `hall-full`.
 */
export const REASONS = [
  'none',
  'patience',
  'line',
  'last-ticket',
  'closing',
  'no-counter',
  'shift-end',
  'hall-full',
] as const;
export type Reason = (typeof REASONS)[number];

/** Positions in `OUTCOMES`, `CHANNELS` and `REASONS`, for the columns. */
export const OUTCOME = { inside: 0, served: 1, abandoned: 2, balked: 3, unserved: 4 } as const;
export const CHANNEL = { none: 0, counter: 1, kiosk: 2 } as const;
export const REASON = {
  none: 0,
  patience: 1,
  line: 2,
  lastTicket: 3,
  closing: 4,
  noCounter: 5,
  shiftEnd: 6,
  hallFull: 7,
} as const;

/**
 * What happened to each customer of one day: columns over the same rows as the `Demand`. Times are
 * minutes since midnight; NaN = did not happen. Columns may be longer than `length`, because a day's
 * columns are used again for the next.
 */
export interface VisitLog {
  length: number;
  readonly kioskStart: Float64Array;
  readonly kioskEnd: Float64Array;
  /** When the customer joined a counter line (or went to a free counter). */
  readonly joined: Float64Array;
  /** From when the counter wait counts: `joined`, or the ticket time where a failed kiosk try keeps the place. */
  readonly waitFrom: Float64Array;
  /** When a counter called, the first one where others took over; the very column `start` where that takes no time. */
  readonly called: Float64Array;
  /** Start and end of service at a counter, the first start where somebody else took over. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** When the customer left the hall. */
  readonly left: Float64Array;
  readonly outcome: Uint8Array;
  readonly channel: Uint8Array;
  readonly reason: Uint8Array;
  /** Position of the group that served, the last one where others took over, or that called; and the number of its counter from 0. -1 = none. */
  readonly group: Int32Array;
  readonly counter: Int16Array;
  /** People who waited for the same counters when the customer joined; -1 = never joined. */
  readonly ahead: Int32Array;
  /** Most people at once in counter lines, from `model.measuredFrom` on. */
  mostWaiting: number;
  /** Minutes each group worked beyond its roster, from `model.measuredFrom` on; whatever is worked after closing is. */
  readonly overtime: Float64Array;
  /**
   * Minutes that clerks of each group spent at counters on their roster, from `model.measuredFrom` on; for
   * counters open by the clock those that were open beyond the roster, until closing.
   */
  readonly staffed: Float64Array;
  /** What the clerks did. */
  readonly states: StateLog;
  /** Counters that were open beyond the roster. */
  readonly extra: ExtraLog;
  /** Minutes that kiosks were broken down while the hall was open, from `model.measuredFrom` on. */
  kiosksDown: number;
}

/**
 * Columns with room for `capacity` visits to a hall with `groups` counter groups.
 * @param calls whether there is time between the call and the start of a service
 */
export function emptyVisitLog(capacity: number, groups: number, calls = false): VisitLog {
  const start = new Float64Array(capacity);
  return {
    length: 0,
    kioskStart: new Float64Array(capacity),
    kioskEnd: new Float64Array(capacity),
    joined: new Float64Array(capacity),
    waitFrom: new Float64Array(capacity),
    called: calls ? new Float64Array(capacity) : start,
    start,
    end: new Float64Array(capacity),
    left: new Float64Array(capacity),
    outcome: new Uint8Array(capacity),
    channel: new Uint8Array(capacity),
    reason: new Uint8Array(capacity),
    group: new Int32Array(capacity),
    counter: new Int16Array(capacity),
    ahead: new Int32Array(capacity),
    mostWaiting: 0,
    overtime: new Float64Array(groups),
    staffed: new Float64Array(groups),
    states: emptyStateLog(),
    extra: emptyExtraLog(),
    kiosksDown: 0,
  };
}

/**
 * A log of `rows` visits of which nothing has happened yet.
 * @param capacity rows there is room for, where columns have to be made
 * @param reuse a log of an earlier day of the same hall that nobody reads any more
 */
export function readyVisitLog(
  rows: number,
  capacity: number,
  { groups, work }: Pick<HallModel, 'groups' | 'work'>,
  reuse: VisitLog | undefined,
): VisitLog {
  const fits = reuse !== undefined && reuse.left.length >= rows;
  const log = fits ? reuse : emptyVisitLog(capacity, groups.length, work.calling !== null);
  clearVisitLog(log, rows);
  return log;
}

/** Makes the first `length` rows say that nothing has happened yet. */
export function clearVisitLog(log: VisitLog, length: number): void {
  log.length = length;
  log.mostWaiting = 0;
  for (const times of [
    log.kioskStart,
    log.kioskEnd,
    log.joined,
    log.waitFrom,
    log.called,
    log.start,
    log.end,
    log.left,
  ]) {
    times.fill(NaN, 0, length);
  }
  for (const codes of [log.outcome, log.channel, log.reason]) codes.fill(0, 0, length);
  log.group.fill(-1, 0, length);
  log.counter.fill(-1, 0, length);
  log.ahead.fill(-1, 0, length);
  log.overtime.fill(0);
  log.staffed.fill(0);
  log.states.length = 0;
  log.extra.length = 0;
  log.kiosksDown = 0;
}
