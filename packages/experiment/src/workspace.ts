import { DayRunner, type Demand, type HallModel, type VisitLog } from '@hallsim/hall';

/**
 * What runs the days of a hall, with the customers and visits of the day that was run last. Recorders that take
 * turns share one: nobody reads a day any more when the next one begins.
 */
export class Workspace {
  readonly runner: DayRunner;
  demand: Demand | undefined;
  log: VisitLog | undefined;

  constructor(model: HallModel) {
    this.runner = new DayRunner(model);
  }
}
