import {
  CHANNEL,
  DayRunner,
  DemandField,
  type HallModel,
  OUTCOME,
  type VisitLog,
} from '@hallsim/hall';
import type { DayColumns } from './day-columns.js';
import { DayError } from './day-error.js';

const NOTHING_ELSE = {
  kind: new Uint32Array(0),
  who: new Uint32Array(0),
  interval: new Uint32Array(0),
} as const;

/**
 * Runs long days of one hall and hands out their counter waits alone, in the order in which they began: what
 * the steady state is seen by. In place of rows there are the moments at which the waits began.
 */
export class WaitRecorder {
  /** Visits of all days so far. */
  visits = 0;
  readonly #variant: string;
  readonly #field: DemandField;
  readonly #runner: DayRunner;

  /** @param from seed of the days, name of the variant for messages */
  constructor(model: HallModel, from: { readonly seed: string; readonly variant: string }) {
    this.#variant = from.variant;
    this.#field = new DemandField(model, from.seed);
    this.#runner = new DayRunner(model);
  }

  /**
   * Runs `count` replications, the first of them number `from`.
   * @throws DayError
   */
  run(from: number, count: number): DayColumns {
    const began: number[] = [];
    const waits: number[] = [];
    const dayEnds = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      const log = this.#day(from + i);
      const { start, waitFrom } = log;
      for (const visit of servedInOrder(log)) {
        began.push(waitFrom[visit]!);
        waits.push(start[visit]! - waitFrom[visit]!);
      }
      dayEnds[i] = waits.length;
    }
    const [rows, wait] = [Float64Array.from(began), Float64Array.from(waits)];
    return { days: count, rows, wait, ...NOTHING_ELSE, dayEnds };
  }

  #day(replication: number): VisitLog {
    try {
      const log = this.#runner.run(this.#field.draw(replication));
      this.visits += log.length;
      return log;
    } catch (error) {
      throw new DayError(replication, this.#variant, error);
    }
  }
}

/** Visits that were served at a counter, in the order in which they began to wait. */
function servedInOrder({ length, channel, outcome, waitFrom }: VisitLog): number[] {
  const visits: number[] = [];
  for (let visit = 0; visit < length; visit++) {
    if (outcome[visit] === OUTCOME.served && channel[visit] === CHANNEL.counter) visits.push(visit);
  }
  return visits.sort((a, b) => waitFrom[a]! - waitFrom[b]! || a - b);
}
