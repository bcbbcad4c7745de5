import {
  CHANNEL,
  DayRunner,
  type Demand,
  type HallModel,
  OUTCOME,
  type VisitLog,
} from '@hallsim/hall';
import type { DayColumns } from './day-columns.js';
import { DayError } from './day-error.js';
import type { TallyLayout } from './day-tally.js';
import type { SharedDays } from './study-parts.js';
import { waitedBefore } from './waited-before.js';

/** What is counted of a day: as in `VISITS`, then for each interval of the day who came in it, and who of them was served in time. */
export const IN_TIME = { came: 0, inTime: 1, abandoned: 2, intervals: 3 } as const;

const NO_WAITS = {
  wait: new Float64Array(0),
  kind: new Uint32Array(0),
  who: new Uint32Array(0),
  interval: new Uint32Array(0),
} as const;

/**
 * Runs days of one hall and counts only who was served in time: what a search of counters decides by, for
 * half of what counting everything costs.
 */
export class InTimeRecorder {
  /** Visits of all days so far. */
  visits = 0;
  readonly #variant: string;
  readonly #first: number;
  readonly #target: number;
  readonly #from: number;
  readonly #edges: Float64Array;
  readonly #runner: DayRunner;
  readonly #days: SharedDays;
  readonly #size: number;
  #rows = new Float64Array(0);

  /**
   * @param from name of the variant for messages, replication that is number 0 here
   * @param target minutes a wait may last to count as in time
   * @param days the customers, shared with other recorders
   */
  constructor(
    model: HallModel,
    { edges }: TallyLayout,
    from: { readonly variant: string; readonly first?: number },
    target: number,
    days: SharedDays,
  ) {
    this.#variant = from.variant;
    this.#first = from.first ?? 0;
    this.#target = target;
    this.#from = model.measuredFrom;
    this.#edges = edges;
    this.#runner = new DayRunner(model);
    this.#days = days;
    this.#size = IN_TIME.intervals + 2 * (edges.length - 1);
  }

  /**
   * Runs `count` replications, the first of them number `from`.
   * @returns rows without waits: views on columns that the next call uses again
   * @throws DayError
   */
  run(from: number, count: number): DayColumns {
    const size = this.#size;
    if (this.#rows.length < count * size) this.#rows = new Float64Array(count * size);
    const rows = this.#rows.subarray(0, count * size).fill(0);
    const days = this.#days;
    for (let i = 0; i < count; i++) {
      const replication = this.#first + from + i;
      try {
        const demand = days.draw(replication);
        days.log = this.#runner.run(demand, days.log);
        this.visits += days.log.length;
        this.#count(demand, days.log, rows.subarray(i * size, (i + 1) * size));
      } catch (error) {
        throw new DayError(replication, this.#variant, error);
      }
    }
    return { days: count, rows, ...NO_WAITS, dayEnds: new Int32Array(count) };
  }

  #count(demand: Demand, log: VisitLog, row: Float64Array): void {
    const { arrivedAt } = demand;
    const { kioskStart, joined, start, channel, outcome, length } = log;
    const edges = this.#edges;
    const target = this.#target;
    const from = this.#from;
    const last = edges.length - 2;
    let [came, inTime, abandoned] = [0, 0, 0];
    let door = 0;
    for (let visit = 0; visit < length; visit++) {
      const arrived = arrivedAt[visit]!;
      if (arrived < from) continue;
      while (door < last && arrived >= edges[door + 1]!) door++;
      came++;
      row[IN_TIME.intervals + 2 * door]!++;
      const how = outcome[visit]!;
      if (how === OUTCOME.abandoned) abandoned++;
      if (how !== OUTCOME.served) continue;
      const kioskAt = kioskStart[visit]!;
      let inLines = waitedBefore(demand, visit);
      if (kioskAt === kioskAt) inLines += kioskAt - arrived;
      if (channel[visit] === CHANNEL.counter) inLines += start[visit]! - joined[visit]!;
      if (inLines > target) continue;
      inTime++;
      row[IN_TIME.intervals + 2 * door + 1]!++;
    }
    row[IN_TIME.came] = came;
    row[IN_TIME.inTime] = inTime;
    row[IN_TIME.abandoned] = abandoned;
  }
}
