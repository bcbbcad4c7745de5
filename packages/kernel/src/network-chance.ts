import { childKey, draw, type Key } from './address.js';
import type { Customer } from './network-customers.js';
import type { NetworkPlan } from './network-plan.js';
import { quantile, type Variate } from './variate.js';

/** What a customer draws for. */
export const PURPOSE = { service: 0, patience: 1, route: 2, join: 3, entry: 4 } as const;
const NAMES = Object.keys(PURPOSE);
/** Separates the visits of a customer; odd, so that no two visits of 2^32 share it. */
const VISIT = 0x632be5ab;

/**
 * The chance of a network, by address: what customer number n of a source draws at their v-th visit
 * is place n of the stream `source/purpose`, whose key's second word is stepped by v. So it depends
 * neither on who else is there nor on what the servers do, nor on which station it is.
 */
export class NetworkChance {
  readonly #low: Int32Array;
  readonly #high: Int32Array;

  /** @param root key of the replication */
  constructor(plan: NetworkPlan, root: Key) {
    const keys = plan.sources.flatMap(({ id }) =>
      NAMES.map((purpose) => childKey(root, `${id}/${purpose}`)),
    );
    this.#low = Int32Array.from(keys, ({ low }) => low);
    this.#high = Int32Array.from(keys, ({ high }) => high);
  }

  /** A number in (0, 1) of a customer; `purpose` is one of `PURPOSE`, `visit` counts from 0. */
  uniform({ source, number }: Customer, purpose: number, visit: number): number {
    const i = source * NAMES.length + purpose;
    return draw(this.#low[i]!, keyAtVisit(this.#high[i]!, visit), number);
  }

  /** The quantile of a spread at the uniform of a customer's present visit. */
  value(variate: Variate, customer: Customer, purpose: number): number {
    return quantile(variate, this.uniform(customer, purpose, customer.visit));
  }

  /** The key of a source's draws at their v-th visit. */
  key(source: number, purpose: number, visit: number): Key {
    const i = source * NAMES.length + purpose;
    return { low: this.#low[i]!, high: keyAtVisit(this.#high[i]!, visit) };
  }
}

/** The second word of a key as it is stepped by the number of the visit. */
export function keyAtVisit(high: number, visit: number): number {
  return (high + Math.imul(visit, VISIT)) | 0;
}

/** The key of a source's arrivals: place n is the gap before customer n. */
export function arrivalsKey(root: Key, source: string): Key {
  return childKey(root, `${source}/arrivals`);
}
