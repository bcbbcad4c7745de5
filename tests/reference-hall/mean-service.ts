import type { HallModel } from '@hallsim/hall';
import { type Scenario, share } from '@hallsim/scenario';

type Which = (service: string, customer: string) => boolean;

/** Combinations of a service and a class. */
export function pairs({ customers, services }: Scenario, which: Which): [string, string][] {
  return Object.keys(services).flatMap((service) =>
    Object.keys(customers)
      .filter((customer) => which(service, customer))
      .map((customer): [string, string] => [service, customer]),
  );
}

/** Mean time at a counter of some combinations, by their shares. */
export function meanService(scenario: Scenario, model: HallModel, which: Which): number {
  const { demand, services, customers } = scenario;
  const mix = demand.dayTypes?.[model.dayType ?? '']?.mix;
  let weight = 0;
  let work = 0;
  for (const [service, customer] of pairs(scenario, which)) {
    const shares = customers[customer]!.mix ?? mix;
    const asked = shares ? (shares[service] ?? '0%') : services[service]!.share;
    const part = share(asked) * share(customers[customer]!.share);
    weight += part;
    work += part * model.services.find(({ id }) => id === service)!.time.mean;
  }
  return weight > 0 ? work / weight : 0;
}
