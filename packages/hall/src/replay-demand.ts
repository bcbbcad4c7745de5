import { childHigh, childKey, childLow, seedKey, word } from '@hallsim/kernel';
import { choose } from './choice.js';
import { type Demand, emptyDemand, GIVEN } from './demand.js';
import type { HallModel } from './model.js';
import { PURPOSE } from './purpose.js';

/** Customers as a ticket machine has written them down: columns of one length, one row a customer, in any order. */
export interface ArrivalColumns {
  /** Minutes since midnight. */
  readonly arrivedAt: ArrayLike<number>;
  /** Ids of services and of customer classes. Absent or `null`: drawn as for everybody who comes by the everyday stream. */
  readonly service?: ArrayLike<string | null>;
  readonly customer?: ArrayLike<string | null>;
  /** Minutes at a counter of speed 1, and minutes of patience. Absent or NaN: drawn. */
  readonly counterTime?: ArrayLike<number>;
  readonly patience?: ArrayLike<number>;
}

/**
 * A day whose arrivals are given instead of drawn. What the columns leave open is drawn as ever, from
 * an address of the row's own: `row/17` is the 17th row, whatever else is in the columns, and has the
 * same dice in every variant. Other replications (default 0) keep what is given and throw the other
 * dice anew.
 * @throws RangeError listing every row with a time before the day opens or after it closes, an id the
 *   model does not have, or a given time that is negative or infinite, and columns of unequal length
 */
export function replayDemand(
  model: HallModel,
  columns: ArrivalColumns,
  { seed, replication = 0 }: { readonly seed: string; readonly replication?: number },
): Demand {
  const { arrivedAt } = columns;
  const rows = arrivedAt.length;
  const services = new Map(model.services.map(({ id }, position) => [id, position]));
  const customers = new Map(model.customers.map(({ id }, position) => [id, position]));
  const faults = faultsOf(model, columns, services, customers);
  if (faults.length > 0) throw new RangeError(faults.join('\n'));
  const everyday = model.sources[0]!;
  const day = childKey(seedKey(seed), replication);
  const key = childKey(day, 'row');
  const demand = emptyDemand(rows, replication, { givenTimes: true });
  demand.dayLow = day.low;
  demand.dayHigh = day.high;
  const order = Array.from({ length: rows }, (_, row) => row);
  order.sort((a, b) => arrivedAt[a]! - arrivedAt[b]! || a - b);
  for (const from of order) {
    const row = demand.length++;
    const low = childLow(key.low, key.high, from + 1);
    const high = childHigh(key.low, key.high, from + 1);
    const customer = columns.customer?.[from] ?? null;
    const as =
      customer === null
        ? choose(everyday.customers, word(low, high, 2 * PURPOSE.customer))
        : customers.get(customer)!;
    const service = columns.service?.[from] ?? null;
    demand.arrivedAt[row] = arrivedAt[from]!;
    demand.keyLow[row] = low;
    demand.keyHigh[row] = high;
    demand.source[row] = GIVEN;
    demand.point[row] = from + 1;
    demand.customer[row] = as;
    demand.service[row] =
      service === null
        ? choose(everyday.services[as]!, word(low, high, 2 * PURPOSE.service))
        : services.get(service)!;
    demand.counterTime![row] = columns.counterTime?.[from] ?? NaN;
    demand.patience![row] = columns.patience?.[from] ?? NaN;
  }
  return demand;
}

/** Everything that is wrong with the columns, a sentence each. */
function faultsOf(
  model: HallModel,
  columns: ArrivalColumns,
  services: ReadonlyMap<string, number>,
  customers: ReadonlyMap<string, number>,
): string[] {
  const { arrivedAt, ...others } = columns;
  const rows = arrivedAt.length;
  const faults: string[] = [];
  for (const [name, column] of Object.entries(others)) {
    if (column.length === rows) continue;
    faults.push(`${name} has ${column.length} rows, arrivedAt has ${rows}: give as many.`);
  }
  const known = (ids: ReadonlyMap<string, number>): string => [...ids.keys()].join(', ');
  for (let row = 0; row < rows; row++) {
    const time = arrivedAt[row]!;
    if (!(time >= model.opens && time < model.closes)) {
      const day = `from ${model.opens} to before ${model.closes}`;
      faults.push(`arrivedAt of row ${row + 1} is ${time}: give minutes since midnight ${day}.`);
    }
    const service = columns.service?.[row] ?? null;
    if (service !== null && !services.has(service)) {
      faults.push(`service of row ${row + 1} is "${service}": there are ${known(services)}.`);
    }
    const customer = columns.customer?.[row] ?? null;
    if (customer !== null && !customers.has(customer)) {
      faults.push(`customer of row ${row + 1} is "${customer}": there are ${known(customers)}.`);
    }
    for (const name of ['counterTime', 'patience'] as const) {
      const minutes = columns[name]?.[row] ?? NaN;
      if (minutes < 0) {
        faults.push(`${name} of row ${row + 1} is ${minutes}: give minutes of at least 0, or NaN.`);
      }
      if (minutes === Infinity && name === 'counterTime') {
        faults.push(`${name} of row ${row + 1} is without end: give a number of minutes.`);
      }
    }
  }
  return faults;
}
