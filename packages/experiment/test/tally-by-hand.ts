import { compile, type Demand, emptyDemand, type HallModel, runDay } from '@hallsim/hall';
import { clock, minutes, type Scenario } from '@hallsim/scenario';
import { DayRecords } from '../src/day-records.js';
import { tallyLayout } from '../src/day-tally.js';
import { ClerkTally } from '../src/tally-clerks.js';
import { DayTally } from '../src/tally-day.js';
import { WaitColumns } from '../src/wait-columns.js';

function demandOf(model: HallModel, list: readonly string[]): Demand {
  const demand = emptyDemand(list.length, 0);
  for (const guest of list) {
    const [at, service, customer] = guest.split(' ') as [string, string, string];
    const row = demand.length++;
    demand.arrivedAt[row] = clock(at);
    demand.service[row] = model.services.findIndex(({ id }) => id === service);
    demand.customer[row] = model.customers.findIndex(({ id }) => id === customer);
  }
  return demand;
}

export interface Tallied {
  readonly model: HallModel;
  readonly records: DayRecords;
}

/** Runs and tallies one day of hand-made guests, `09:00 plan general`; ten minutes count as in time. */
export function tallied(scenario: Scenario, list: readonly string[], bucket: string): Tallied {
  const model = compile(scenario);
  const layout = tallyLayout(model, minutes(bucket));
  const demand = demandOf(model, list);
  const waits = new WaitColumns();
  const rows = new Float64Array(layout.size);
  const log = runDay(model, demand);
  new DayTally(model, layout, 10).read(demand, log, rows, waits);
  new ClerkTally(model, layout, 10).read(demand, log, rows);
  const records = new DayRecords(layout);
  records.add({ days: 1, rows, ...waits.columns(), dayEnds: Int32Array.of(waits.length) });
  return { model, records };
}
