import type { Calendar } from './calendar.js';
import { type NetworkChance, PURPOSE } from './network-chance.js';
import { Customer } from './network-customers.js';
import { type Choice, LEAVES, type NetworkPlan } from './network-plan.js';
import type { NetworkView, RoutedCustomer, RouteRule } from './network-spec.js';
import type { Station } from './network-station.js';

/** Where a customer goes next: by shares, or by a rule of the caller's. */
export class Routing {
  readonly #plan: NetworkPlan;
  readonly #stations: readonly Station[];
  readonly #chance: NetworkChance;
  readonly #view: NetworkView;
  readonly #routed: { -readonly [Key in keyof RoutedCustomer]: RoutedCustomer[Key] };
  #customer: Customer = new Customer(-1);

  constructor(
    calendar: Calendar,
    plan: NetworkPlan,
    stations: readonly Station[],
    chance: NetworkChance,
  ) {
    this.#plan = plan;
    this.#stations = stations;
    this.#chance = chance;
    const at = (id: string) => this.#stationNamed(id);
    this.#view = {
      get now() {
        return calendar.now;
      },
      present: (id) => at(id).present,
      waiting: (id) => at(id).waiting,
      busy: (id) => at(id).busy,
    };
    const uniform = () => this.#chance.uniform(this.#customer, PURPOSE.route, this.#customer.visit);
    this.#routed = { class: '', number: 0, visits: 0, uniform };
  }

  /** First station of a customer who enters; `LEAVES` for who leaves at once. */
  enter(customer: Customer, to: Choice): number {
    return to.totals[0] === 1
      ? to.targets[0]!
      : chosen(this.#chance, customer, to, PURPOSE.entry, 0);
  }

  /** Next station of a customer whose service at `station` has ended, or `LEAVES`. */
  next(customer: Customer, station: Station): number {
    const { route } = station.plan;
    if (typeof route === 'function') return this.#ruled(customer, station, route);
    const choice = route[customer.class]!;
    if (choice.totals[0] === 1) return choice.targets[0]!;
    return chosen(this.#chance, customer, choice, PURPOSE.route, customer.visit);
  }

  #ruled(customer: Customer, station: Station, rule: RouteRule): number {
    this.#customer = customer;
    const routed = this.#routed;
    routed.class = this.#plan.classes[customer.class]!;
    routed.number = customer.number;
    routed.visits = customer.visit + 1;
    const id = rule(routed, this.#view);
    if (id === undefined) return LEAVES;
    const target = this.#stations.findIndex(({ plan }) => plan.id === id);
    if (target < 0) {
      throw new RangeError(
        `The route of station "${station.plan.id}" gave ${JSON.stringify(id)}, which is no station; undefined lets a customer leave.`,
      );
    }
    return target;
  }

  #stationNamed(id: string): Station {
    const found = this.#stations.find(({ plan }) => plan.id === id);
    if (found === undefined) throw new RangeError(`There is no station "${id}".`);
    return found;
  }
}

/** The station that a customer's draw chooses, or `LEAVES`. */
export function chosen(
  chance: NetworkChance,
  customer: Customer,
  { targets, totals }: Choice,
  purpose: number,
  visit: number,
): number {
  if (targets.length === 0) return LEAVES;
  const u = chance.uniform(customer, purpose, visit);
  for (let i = 0; i < targets.length; i++) if (u < totals[i]!) return targets[i]!;
  return LEAVES;
}
