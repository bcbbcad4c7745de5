import { childHigh, childKey, childLow, type Key, seedKey, word } from '@hallsim/kernel/chance';
import { choose } from './choice.js';
import { type Demand, emptyDemand, GIVEN } from './demand.js';
import { type ArrivalColumns, arrivalFaults, ArrivalsError } from './given-arrivals.js';
import type { HallModel } from './model.js';
import { PURPOSE } from './purpose.js';

/**
 * Days whose arrivals are given instead of drawn. What the columns leave open is drawn as ever, from
 * an address of the row's own: `row/17` is the 17th row, whatever else is in the columns, and has the
 * same dice in every variant. Every replication keeps what is given and throws the other dice anew.
 */
export class GivenDemand {
  readonly #model: HallModel;
  readonly #columns: ArrivalColumns;
  readonly #seed: Key;
  /** Rows in the order of their times. */
  readonly #order: readonly number[];

  /** @throws ArrivalsError with all that is wrong with the columns */
  constructor(model: HallModel, columns: ArrivalColumns, seed: string) {
    const { arrivedAt } = columns;
    const faults = arrivalFaults(model, columns);
    if (faults.length > 0) throw new ArrivalsError(faults, model, arrivedAt.length);
    this.#model = model;
    this.#columns = columns;
    this.#seed = seedKey(seed);
    this.#order = Array.from({ length: arrivedAt.length }, (_, row) => row).sort(
      (a, b) => arrivedAt[a]! - arrivedAt[b]! || a - b,
    );
  }

  /** The customers of one replication, sorted by time; of two at one moment the earlier row first. */
  draw(replication: number): Demand {
    const { arrivedAt, counterTime, customer, patience, service } = this.#columns;
    const { customers, services, sources } = this.#model;
    const everyday = sources[0]!;
    const day = childKey(this.#seed, replication);
    const key = childKey(day, 'row');
    const demand = emptyDemand(this.#order.length, replication, { givenTimes: true });
    demand.dayLow = day.low;
    demand.dayHigh = day.high;
    for (const from of this.#order) {
      const row = demand.length++;
      const low = childLow(key.low, key.high, from + 1);
      const high = childHigh(key.low, key.high, from + 1);
      const as = customer?.[from] ?? null;
      const what = service?.[from] ?? null;
      const by =
        as === null
          ? choose(everyday.customers, word(low, high, 2 * PURPOSE.customer))
          : customers.findIndex(({ id }) => id === as);
      demand.arrivedAt[row] = arrivedAt[from]!;
      demand.keyLow[row] = low;
      demand.keyHigh[row] = high;
      demand.source[row] = GIVEN;
      demand.point[row] = from + 1;
      demand.customer[row] = by;
      demand.service[row] =
        what === null
          ? choose(everyday.services[by]!, word(low, high, 2 * PURPOSE.service))
          : services.findIndex(({ id }) => id === what);
      demand.counterTime![row] = counterTime?.[from] ?? NaN;
      demand.patience![row] = patience?.[from] ?? NaN;
    }
    return demand;
  }
}

/**
 * One day whose arrivals are given; see `GivenDemand`.
 * @throws ArrivalsError, a RangeError that lists every row with a time at which the hall is not open, an
 *   id the model does not have, or a given time that is negative or infinite, and columns of unequal length
 */
export function replayDemand(
  model: HallModel,
  columns: ArrivalColumns,
  { seed, replication = 0 }: { readonly seed: string; readonly replication?: number },
): Demand {
  return new GivenDemand(model, columns, seed).draw(replication);
}
