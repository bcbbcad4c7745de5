import { compile, type Demand, demandId, drawDemand, type HallModel } from '@hallsim/hall';
import type { Scenario } from '@hallsim/scenario';

/** Everything a demand says about a customer, but for the place of its source in the file. */
export interface Person {
  readonly id: string;
  readonly time: number;
  readonly service: string;
  readonly customer: string;
  readonly key: string;
}

export function peopleOf(model: HallModel, demand: Demand): Person[] {
  return Array.from({ length: demand.length }, (_, row) => ({
    id: demandId(model, demand, row),
    time: demand.arrivedAt[row]!,
    service: model.services[demand.service[row]!]!.id,
    customer: model.customers[demand.customer[row]!]!.id,
    key: `${demand.keyLow[row]}/${demand.keyHigh[row]}`,
  }));
}

export function people(scenario: Scenario, seed: string, day?: string, replication = 0): Person[] {
  const model = compile(scenario, day === undefined ? {} : { day });
  return peopleOf(model, drawDemand(model, { seed, replication }));
}
