import {
  CHANNEL,
  type Demand,
  CLERK,
  eachExtra,
  type HallModel,
  type VisitLog,
} from '@hallsim/hall';
import { GROUP, GROUP_SIZE, HALL, INTERVAL, INTERVAL_SIZE, type TallyLayout } from './day-tally.js';
import { waitedBefore } from './waited-before.js';

const NONE = -1;
// a constant of this file costs V8 nothing, one of another file three loads
const { calling, idle } = CLERK;
const { staffed: STAFFED, busy: BUSY } = INTERVAL;
const { staffed: CLERK_STAFFED, overtime: CLERK_OVERTIME, busy: CLERK_BUSY } = GROUP;

/**
 * Reads what the clerks of days did into their rows: the minutes at counters on their roster, of each
 * group and in each interval, those of counters beyond the roster among them; what each clerk did, and whom
 * each served; how long kiosks were broken. Where there is more to a
 * counter's work than services, the busy minutes too.
 */
export class ClerkTally {
  readonly #model: HallModel;
  readonly #layout: TallyLayout;
  readonly #target: number;
  /** Of each unit of the hall, where the numbers of a clerk stand in a row, or `NONE`, and the busy minutes of its group. */
  readonly #blockOf: Int32Array;
  readonly #busyAt: Int32Array;
  /** Number of the first unit of each group. */
  readonly #firstOf: Int32Array;
  /** When what a unit did ended, while a day is read. */
  readonly #ends: Float64Array;

  /** @param target minutes a wait may last to count as in time */
  constructor(model: HallModel, layout: TallyLayout, target: number) {
    const { groups } = model;
    this.#model = model;
    this.#layout = layout;
    this.#target = target;
    const groupOf = groups.flatMap(({ count }, g) => new Array<number>(count).fill(g));
    this.#busyAt = Int32Array.from(groupOf, (g) => layout.groupsAt + g * GROUP_SIZE + GROUP.busy);
    this.#blockOf = new Int32Array(groupOf.length).fill(NONE);
    layout.clerks.forEach(({ unit }, i) => {
      this.#blockOf[unit] = layout.clerksAt + i * GROUP_SIZE;
    });
    this.#firstOf = Int32Array.from(groups, (_, g) => groupOf.indexOf(g));
    this.#ends = new Float64Array(groupOf.length);
  }

  /** @param row as `DayTally` has written it */
  read(demand: Demand, log: VisitLog, row: Float64Array): void {
    const { groups, groupsAt, intervalsAt, edges } = this.#layout;
    const { countersTell } = this.#model;
    for (let g = 0; g < groups; g++) {
      row[groupsAt + g * GROUP_SIZE + GROUP.staffed] = log.staffed[g]!;
      if (countersTell) row[groupsAt + g * GROUP_SIZE + GROUP.busy] = 0;
    }
    for (let i = 0; countersTell && i < edges.length - 1; i++) {
      row[intervalsAt + i * INTERVAL_SIZE + INTERVAL.busy] = 0;
    }
    if (log.states.length > 0) this.#readStates(log, row);
    if (log.extra.length > 0) this.#readExtra(log, row);
    row[this.#layout.hallAt + HALL.kiosksDown] = log.kiosksDown;
    if (this.#layout.clerks.length > 0) this.#readVisits(demand, log, row);
  }

  /** Hot path: four entries for each customer where calling takes time. */
  #readStates({ states }: VisitLog, row: Float64Array): void {
    const { edges, intervalsAt } = this.#layout;
    const { countersTell, measuredFrom, closes } = this.#model;
    const { unit, state, rostered, from, length } = states;
    const blockOf = this.#blockOf;
    const busyAt = this.#busyAt;
    const ends = this.#ends.fill(0);
    let interval = edges.length - 2;
    // from the last to the first: what a unit did ends when it began the next
    for (let entry = length - 1; entry >= 0; entry--) {
      const own = unit[entry]!;
      const began = from[entry]!;
      const begin = began < measuredFrom ? measuredFrom : began;
      const end = ends[own]!;
      ends[own] = began;
      const what = state[entry]!;
      const isBusy = what >= calling;
      const block = blockOf[own]!;
      // counters without names are told idle for their own log alone
      if (end <= begin || !(isBusy || (block !== NONE && what >= idle))) continue;
      while (interval > 0 && edges[interval]! > begin) interval--;
      const stop = end < closes ? end : closes;
      // as most do; fractions handed to another function would be put into memory of their own
      const within = begin < stop && stop <= edges[interval + 1]!;
      const intervalAt = intervalsAt + interval * INTERVAL_SIZE;
      if (block !== NONE) {
        const isRostered = rostered[entry] === 1;
        row[block + (isRostered ? CLERK_STAFFED : CLERK_OVERTIME)]! += end - begin;
        if (isBusy) row[block + CLERK_BUSY]! += end - begin;
        if (isRostered && within) row[intervalAt + STAFFED]! += stop - begin;
        else if (isRostered) this.#spread(row, interval, begin, stop, STAFFED);
      }
      if (countersTell && isBusy) {
        row[busyAt[own]!]! += end - begin;
        if (within) row[intervalAt + BUSY]! += stop - begin;
        else this.#spread(row, interval, begin, stop, BUSY);
      }
    }
  }

  /** Counters that were open beyond the roster are staffed like those of it. */
  #readExtra({ extra }: VisitLog, row: Float64Array): void {
    const { measuredFrom, closes } = this.#model;
    eachExtra(extra, closes, (_, open, from, to) => {
      const begin = Math.max(from, measuredFrom);
      for (let i = 0; i < open; i++) this.#spread(row, 0, begin, to, INTERVAL.staffed);
    });
  }

  /** Adds the minutes from start to end to a number of the intervals in which they lie, `first` or later. */
  #spread(row: Float64Array, first: number, start: number, end: number, number: number): void {
    const { edges, intervalsAt } = this.#layout;
    let at = intervalsAt + first * INTERVAL_SIZE + number;
    const last = edges.length - 2;
    for (let i = first, from = start; i <= last && from < end; i++, at += INTERVAL_SIZE) {
      const edge = edges[i + 1]!;
      const to = edge < end ? edge : end;
      if (to <= from) continue;
      row[at]! += to - from;
      from = to;
    }
  }

  /** Whom each clerk served, and how long they had waited. */
  #readVisits(demand: Demand, log: VisitLog, row: Float64Array): void {
    const { arrivedAt } = demand;
    const { channel, counter, group, joined, kioskStart: kioskStarts, start, waitFrom } = log;
    const { measuredFrom } = this.#model;
    const target = this.#target;
    const firstOf = this.#firstOf;
    const blockOf = this.#blockOf;
    for (let visit = 0; visit < log.length; visit++) {
      if (channel[visit] !== CHANNEL.counter || arrivedAt[visit]! < measuredFrom) continue;
      const at = blockOf[firstOf[group[visit]!]! + counter[visit]!]!;
      if (at === NONE) continue;
      const started = start[visit]!;
      const wait = started - waitFrom[visit]!;
      const kioskStart = kioskStarts[visit]!;
      const atKiosk = kioskStart === kioskStart ? kioskStart - arrivedAt[visit]! : 0;
      row[at + GROUP.served]!++;
      row[at + GROUP.servedDays] = 1;
      row[at + GROUP.wait]! += wait;
      if (wait > row[at + GROUP.longest]!) row[at + GROUP.longest] = wait;
      const inLines = waitedBefore(demand, visit) + atKiosk + (started - joined[visit]!);
      if (inLines <= target) row[at + GROUP.inTime]!++;
    }
  }
}
