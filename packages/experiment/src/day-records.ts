import { DayRunner, type Demand, DemandField, type HallModel, type VisitLog } from '@hallsim/hall';
import type { TallyLayout } from './day-tally.js';
import { tallyDay } from './tally-day.js';
import { WaitColumns } from './wait-columns.js';

/** What many days left behind, in the order of their replications. */
export interface DayRecords {
  readonly days: number;
  /** `days` rows of `layout.size` numbers. */
  readonly rows: Float64Array;
  readonly waits: WaitColumns;
  /** Row of `waits` with which each day begins; one more than there are days. */
  readonly dayStarts: Int32Array;
}

/** Days there is room for at the start; a study may ask for any number and be stopped early. */
const FIRST_ROOM = 1024;

/**
 * Runs days one after the other and keeps their numbers. Days are added in the order of their
 * replications, so the records do not depend on how many were asked for at a time.
 */
export class DayRecorder {
  readonly #model: HallModel;
  readonly #layout: TallyLayout;
  readonly #target: number;
  readonly #field: DemandField;
  readonly #runner: DayRunner;
  readonly #waits = new WaitColumns();
  #rows: Float64Array;
  #dayStarts: Int32Array;
  #days = 0;
  #demand: Demand | undefined;
  #log: VisitLog | undefined;

  /**
   * @param target minutes a wait may last to count as in time
   * @param expected days that will be asked for, as far as known
   */
  constructor(model: HallModel, layout: TallyLayout, seed: string, target: number, expected = 64) {
    this.#model = model;
    this.#layout = layout;
    this.#target = target;
    this.#field = new DemandField(model, seed);
    this.#runner = new DayRunner(model);
    const room = Math.min(expected, FIRST_ROOM);
    this.#rows = new Float64Array(room * layout.size);
    this.#dayStarts = new Int32Array(room + 1);
  }

  get days(): number {
    return this.#days;
  }

  /** Runs the next `count` replications. */
  run(count: number): void {
    const { size } = this.#layout;
    this.#reserve(this.#days + count);
    for (let i = 0; i < count; i++) {
      const day = this.#days++;
      this.#demand = this.#field.draw(day, this.#demand);
      this.#log = this.#runner.run(this.#demand, this.#log);
      const row = this.#rows.subarray(day * size, (day + 1) * size);
      tallyDay(this.#model, this.#demand, this.#log, this.#layout, this.#target, row, this.#waits);
      this.#dayStarts[day + 1] = this.#waits.length;
    }
  }

  /** The days so far: views on columns that the next `run` adds to. */
  records(): DayRecords {
    return {
      days: this.#days,
      rows: this.#rows.subarray(0, this.#days * this.#layout.size),
      waits: this.#waits,
      dayStarts: this.#dayStarts.subarray(0, this.#days + 1),
    };
  }

  #reserve(days: number): void {
    if (days < this.#dayStarts.length) return;
    const room = Math.max(days, 2 * this.#days);
    const rows = new Float64Array(room * this.#layout.size);
    const dayStarts = new Int32Array(room + 1);
    rows.set(this.#rows.subarray(0, this.#days * this.#layout.size));
    dayStarts.set(this.#dayStarts.subarray(0, this.#days + 1));
    this.#rows = rows;
    this.#dayStarts = dayStarts;
  }
}
