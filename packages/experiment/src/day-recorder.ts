import { type Demand, DemandField, GivenDemand, type HallModel } from '@hallsim/hall';
import type { DayColumns } from './day-columns.js';
import { DayError } from './day-error.js';
import type { TallyLayout } from './day-tally.js';
import type { GivenArrivals } from './given-arrivals.js';
import { ClerkTally } from './tally-clerks.js';
import { DayTally } from './tally-day.js';
import { WaitColumns } from './wait-columns.js';
import { Workspace } from './workspace.js';

/** Runs days of one hall and hands out their numbers; a day does not depend on those run before. */
export class DayRecorder {
  readonly #layout: TallyLayout;
  readonly #variant: string;
  readonly #first: number;
  readonly #field: { draw(replication: number, reuse?: Demand): Demand };
  readonly #workspace: Workspace;
  readonly #waits = new WaitColumns();
  readonly #tally: DayTally;
  readonly #clerks: ClerkTally;
  /** Visits of all days that were run so far. */
  visits = 0;
  #rows = new Float64Array(0);
  #dayEnds = new Int32Array(0);

  /**
   * @param from seed of the days, name of the variant for messages, replication that is number 0 here,
   *   arrivals that are not drawn
   * @param target minutes a wait may last to count as in time
   * @param workspace of the model, which recorders that take turns may share; default: one of its own
   */
  constructor(
    model: HallModel,
    layout: TallyLayout,
    from: {
      readonly seed: string;
      readonly variant: string;
      readonly first?: number;
      readonly arrivals?: GivenArrivals;
    },
    target: number,
    workspace: Workspace = new Workspace(model),
  ) {
    this.#layout = layout;
    this.#variant = from.variant;
    this.#first = from.first ?? 0;
    this.#tally = new DayTally(model, layout, target);
    this.#clerks = new ClerkTally(model, layout, target);
    this.#field =
      from.arrivals === undefined
        ? new DemandField(model, from.seed)
        : new GivenDemand(model, from.arrivals.columns, from.seed);
    this.#workspace = workspace;
  }

  /**
   * Runs `count` replications, the first of them number `from`.
   * @returns views on columns that the next call uses again
   * @throws DayError
   */
  run(from: number, count: number): DayColumns {
    const { size } = this.#layout;
    const waits = this.#waits;
    if (this.#dayEnds.length < count) {
      this.#rows = new Float64Array(count * size);
      this.#dayEnds = new Int32Array(count);
    }
    waits.length = 0;
    const rows = this.#rows.subarray(0, count * size).fill(0);
    for (let i = 0; i < count; i++) {
      this.#day(this.#first + from + i, rows.subarray(i * size, (i + 1) * size));
      this.#dayEnds[i] = waits.length;
    }
    const dayEnds = this.#dayEnds.subarray(0, count);
    const { wait, kind, who, interval } = waits.columns();
    // written out: copies by spread differ in shape, and each shape makes V8 compile its readers anew
    return { days: count, rows, wait, kind, who, interval, dayEnds };
  }

  #day(replication: number, row: Float64Array): void {
    const workspace = this.#workspace;
    try {
      const demand = this.#field.draw(replication, workspace.demand);
      workspace.demand = demand;
      const log = workspace.runner.run(demand, workspace.log);
      workspace.log = log;
      this.visits += log.length;
      this.#tally.read(demand, log, row, this.#waits);
      this.#clerks.read(demand, log, row);
    } catch (error) {
      throw new DayError(replication, this.#variant, error);
    }
  }
}
