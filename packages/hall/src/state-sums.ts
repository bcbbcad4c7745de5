import { isOnFloor } from './clerk-state.js';
import type { HallModel } from './model.js';
import type { VisitLog } from './visit-log.js';

const NO_CLERK = -1;

/** Adds up what the clerks of a hall did on its days. */
export class StateSums {
  readonly #measuredFrom: number;
  /** Group of each clerk; `NO_CLERK` for counters without names. */
  readonly #groupOf: Int32Array;
  /** When what a unit did ended, while a day is read. */
  readonly #ends: Float64Array;

  /** @param groupOf group of each unit */
  constructor({ groups, measuredFrom }: HallModel, groupOf: Int32Array) {
    this.#measuredFrom = measuredFrom;
    this.#groupOf = groupOf.map((group) => (groups[group]!.clerks === null ? NO_CLERK : group));
    this.#ends = new Float64Array(groupOf.length);
  }

  /**
   * Adds up what clerks did, from `model.measuredFrom` on, into the log's minutes of each group: staffed
   * while at a counter on their roster, overtime while at work beyond it.
   */
  add({ overtime, staffed, states }: VisitLog): void {
    const { unit, state, rostered, from, length } = states;
    if (length === 0) return;
    const measuredFrom = this.#measuredFrom;
    const groupOf = this.#groupOf;
    const ends = this.#ends.fill(0);
    // from the last to the first: what a unit did ends when it began the next
    for (let entry = length - 1; entry >= 0; entry--) {
      const own = unit[entry]!;
      const group = groupOf[own]!;
      if (group === NO_CLERK) continue;
      const began = from[entry]!;
      const begin = began < measuredFrom ? measuredFrom : began;
      const end = ends[own]!;
      ends[own] = began;
      if (end <= begin || !isOnFloor(state[entry]!)) continue;
      if (rostered[entry] === 1) staffed[group]! += end - begin;
      else overtime[group]! += end - begin;
    }
  }
}
