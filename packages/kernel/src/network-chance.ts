import { childKey, draw, fillDraws, type Key } from './address.js';
import { fill } from './fill.js';
import type { Customer } from './network-customers.js';
import type { NetworkPlan } from './network-plan.js';
import type { Variate } from './variate.js';
import { quantile } from './variate-quantile.js';
import { exponential } from './variate-scaled.js';

/** What a customer draws for. */
export const PURPOSE = { service: 0, patience: 1, route: 2, join: 3, entry: 4 } as const;
const NAMES = ['service', 'patience', 'route', 'join', 'entry'];
/** Separates the visits of a customer; odd, so that no two visits of 2^32 share it. */
const VISIT = 0x632be5ab;
/** Draws of these first visits are made for blocks of customers; of later ones, which are rare, one by one. */
const BLOCK_VISITS = 3;
/** Customers in a block: 2^8. The last two blocks are kept. */
const SHIFT = 8;
const SIZE = 1 << SHIFT;
const UNIT = exponential(1);

/**
 * The chance of a network, by address: what customer number n of a source draws at their v-th visit
 * is place n of the stream `source/purpose`, whose key's second word is stepped by v. So it depends
 * neither on who else is there nor on what the servers do, nor on which station it is.
 */
export class NetworkChance {
  readonly #low: Int32Array;
  readonly #high: Int32Array;
  /**
   * Whether the blocks hold unit exponentials instead of uniforms: where all spreads that a source's
   * customers draw from for a purpose are exponential, they differ by a factor, their mean.
   */
  readonly #unit: readonly boolean[];
  /** Number of the newest block, of each source, purpose and visit. */
  readonly #newest: Int32Array;
  readonly #values: Float64Array;

  /** @param root key of the replication */
  constructor(plan: NetworkPlan, root: Key) {
    const keys = plan.sources.flatMap(({ id }) =>
      NAMES.map((purpose) => childKey(root, `${id}/${purpose}`)),
    );
    this.#low = Int32Array.from(keys, ({ low }) => low);
    this.#high = Int32Array.from(keys, ({ high }) => high);
    const isExponential = (variate: Variate | null | undefined) =>
      variate?.family === 'exponential';
    this.#unit = plan.sources.flatMap((source) => [
      plan.stations.every(({ service }) => isExponential(service[source.class])),
      plan.stations.every(({ patience }) => isExponential(patience[source.class])),
      false,
      false,
      false,
    ]);
    this.#newest = new Int32Array(keys.length * BLOCK_VISITS).fill(-1);
    this.#values = new Float64Array(this.#newest.length * 2 * SIZE);
  }

  /** A number in (0, 1) of a customer; `purpose` is one of `PURPOSE`, `visit` counts from 0. */
  uniform({ source, number }: Customer, purpose: number, visit: number): number {
    const i = source * NAMES.length + purpose;
    const place = this.#inBlock(i, number, visit);
    if (place >= 0) return this.#values[place]!;
    return draw(this.#low[i]!, keyAtVisit(this.#high[i]!, visit), number);
  }

  /** The quantile of a spread at the uniform of a customer's present visit. */
  value(variate: Variate, customer: Customer, purpose: number): number {
    const i = customer.source * NAMES.length + purpose;
    if (!this.#unit[i]!) return quantile(variate, this.uniform(customer, purpose, customer.visit));
    const place = this.#inBlock(i, customer.number, customer.visit);
    if (place >= 0) return variate.mean * this.#values[place]!;
    const high = keyAtVisit(this.#high[i]!, customer.visit);
    return quantile(variate, draw(this.#low[i]!, high, customer.number));
  }

  /** The key of a source's draws at their v-th visit. */
  key(source: number, purpose: number, visit: number): Key {
    const i = source * NAMES.length + purpose;
    return { low: this.#low[i]!, high: keyAtVisit(this.#high[i]!, visit) };
  }

  /** Place of a draw in a block, which is filled where it is the next; -1 when it is in none. */
  #inBlock(i: number, number: number, visit: number): number {
    if (visit >= BLOCK_VISITS) return -1;
    const lane = i * BLOCK_VISITS + visit;
    const block = number >> SHIFT;
    const place = (2 * lane + (block & 1)) * SIZE;
    const ahead = block - this.#newest[lane]!;
    if (ahead > 0) this.#fillBlock(i, visit, block, place);
    return ahead > -2 ? place + (number & (SIZE - 1)) : -1;
  }

  #fillBlock(i: number, visit: number, block: number, place: number): void {
    const lane = i * BLOCK_VISITS + visit;
    const newest = this.#newest[lane]!;
    this.#newest[lane] = block;
    const low = this.#low[i]!;
    const high = keyAtVisit(this.#high[i]!, visit);
    this.#draw(i, low, high, block, place);
    // a block that was skipped is filled as well: customers of both may still come
    if (block - newest > 1 && block > 0) {
      this.#draw(i, low, high, block - 1, place ^ SIZE);
    }
  }

  #draw(i: number, low: number, high: number, block: number, place: number): void {
    const first = block << SHIFT;
    if (this.#unit[i]!) fill(UNIT, low, high, first, this.#values.subarray(place), SIZE);
    else fillDraws(low, high, first, this.#values, place, SIZE);
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
