import type { HallModel } from '@hallsim/hall';
import {
  CountedQuantiles,
  type CountedValues,
  DayCounts,
  EXACT_LIMIT,
  OrderedValues,
} from '@hallsim/stats';
import { hallColumns, type HallLayout } from './columns.js';
import type { DayColumns } from './day-columns.js';
import { GROUP_SIZE, HALL_SIZE, type TallyLayout, VISITS_SIZE } from './day-tally.js';
import { LEVELS } from './measure-rules.js';
import { countDay } from './count-day.js';
import type { Scope } from './scopes.js';
import { SectionRows } from './section-rows.js';

/** Waits that there is room for at first. */
const ROOM = 4096;

/** Everybody's waits are those of one member. */
const EVERYBODY = [0];

/** Numbers of a row that are kept: a run of them, from one place to another. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly size: number;
}

/**
 * Keeps what days leave behind of everybody together: the same numbers as `DayRecords`, which keep those of all
 * parts too, in a third of the memory. A study of a year has hundreds of them.
 */
export class HallDays {
  readonly #model: HallModel;
  readonly #layout: HallLayout;
  readonly #size: number;
  readonly #parts: readonly Part[];
  readonly #rows: SectionRows;
  readonly #row: Float64Array;
  /** The counter waits; once they are counted, those of the day that is added. */
  #waits = new Float64Array(ROOM);
  #kept = 0;
  /** How many waits are kept up to the end of each day. */
  readonly #ends: number[] = [];
  /** `null` while the waits themselves are kept. */
  #counts: DayCounts | null = null;

  constructor(model: HallModel, layout: TallyLayout) {
    const groups = model.groups.length * GROUP_SIZE;
    this.#model = model;
    this.#layout = { visitsAt: 0, groupsAt: VISITS_SIZE, hallAt: VISITS_SIZE + groups };
    this.#size = layout.size;
    this.#parts = [
      { from: layout.visitsAt, to: 0, size: VISITS_SIZE },
      { from: layout.groupsAt, to: VISITS_SIZE, size: groups },
      { from: layout.hallAt, to: VISITS_SIZE + groups, size: HALL_SIZE },
    ];
    this.#row = new Float64Array(VISITS_SIZE + groups + HALL_SIZE);
    this.#rows = new SectionRows(this.#row.length);
  }

  get days(): number {
    return this.#rows.days;
  }

  /**
   * Adds the days that come next; they are copied.
   * @param halls days of one hall, or the same replications of several with one layout: what they have in a
   *   replication is added up to one long day
   */
  add(halls: readonly DayColumns[]): void {
    const days = halls[0]?.days ?? 0;
    for (let day = 0; day < days; day++) {
      this.#row.fill(0);
      const from = this.#counts === null ? this.#kept : 0;
      let to = from;
      for (const { rows, wait, dayEnds } of halls) {
        this.#addRow(rows, day * this.#size);
        const waits = wait.subarray(day === 0 ? 0 : dayEnds[day - 1]!, dayEnds[day]);
        this.#reserve(to + waits.length);
        this.#waits.set(waits, to);
        to += waits.length;
      }
      this.#rows.add(this.#row, 0);
      if (this.#counts === null) this.#keep(to);
      else countDay(this.#counts, this.#waits, from, to);
    }
  }

  #addRow(rows: Float64Array, at: number): void {
    for (const { from, to, size } of this.#parts) {
      for (let i = 0; i < size; i++) this.#row[to + i]! += rows[at + from + i]!;
    }
  }

  #reserve(waits: number): void {
    if (waits <= this.#waits.length) return;
    const wider = new Float64Array(Math.max(waits, 2 * this.#waits.length));
    wider.set(this.#waits);
    this.#waits = wider;
  }

  /** The waits of one day more are kept, unless all have become too many. */
  #keep(to: number): void {
    this.#ends.push(to);
    this.#kept = to;
    if (to > EXACT_LIMIT) {
      this.#counts = this.#counted();
      this.#forget();
    }
  }

  #counted(): DayCounts {
    const counts = new DayCounts(EVERYBODY.length, this.#ends.length);
    let from = 0;
    for (const to of this.#ends) {
      countDay(counts, this.#waits, from, to);
      from = to;
    }
    return counts;
  }

  #ordered(): CountedValues {
    return new OrderedValues(this.#waits.subarray(0, this.#kept), this.#ends).all();
  }

  /** What is known of everybody. */
  scope(confidence: number): Scope {
    const waits = new CountedQuantiles(this.#counts?.of(EVERYBODY) ?? this.#ordered(), confidence);
    return {
      columns: hallColumns({ rows: this.#rows, layout: this.#layout }, this.#model),
      quantiles: LEVELS.map((p) => waits.at(p)),
    };
  }

  /** Nobody asks for quantiles any more: columns that were given stay as they are. */
  end(): void {
    this.#forget();
  }

  #forget(): void {
    this.#waits = new Float64Array(0);
    this.#kept = 0;
  }
}
