import { Clock } from './clock.js';
import type { Demand } from './demand.js';
import type { HallModel } from './model.js';
import { PlainDay } from './plain-day.js';
import { isPlain } from './plain-hall.js';
import type { VisitLog } from './visit-log.js';

/**
 * Days of one hall, one after the other. Deterministic: all chance is in the demand's addresses. Holds
 * working columns, so it runs one day at a time.
 */
export class DayRunner {
  readonly #model: HallModel;
  readonly #plain: PlainDay | null;
  #clock: Clock | null = null;

  constructor(model: HallModel) {
    this.#model = model;
    this.#plain = isPlain(model) ? new PlainDay(model) : null;
  }

  /**
   * Runs one day to its end: until everybody has left.
   * @param reuse a log of an earlier day that nobody reads any more
   */
  run(demand: Demand, reuse?: VisitLog): VisitLog {
    if (this.#plain !== null && isDrawn(demand)) return this.#plain.run(demand, reuse);
    this.#clock ??= new Clock(this.#model);
    return this.#clock.run(demand, reuse);
  }
}

/** Whether everything about the customers is drawn, and all of them come in from the street. */
function isDrawn({ counterTime, patience, since }: Demand): boolean {
  return counterTime === null && patience === null && since === null;
}

/**
 * One day: who waited where, who was served by whom, who left. A pure function of the model and the demand.
 */
export function runDay(model: HallModel, demand: Demand): VisitLog {
  return new DayRunner(model).run(demand);
}
