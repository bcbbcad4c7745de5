import type { Customer } from './network-customers.js';
import type { WaitingCustomer } from './network-spec.js';
import type { Station } from './network-station.js';

/** Chooses whom a free server of a station serves. */
export class Calling {
  readonly #uniform: (station: number) => number;
  readonly #view: { -readonly [Key in keyof WaitingCustomer]: WaitingCustomer[Key] };
  readonly #classes: readonly string[];

  /** @param uniform the next number of a station's own stream, for service in random order */
  constructor(classes: readonly string[], uniform: (station: number) => number) {
    this.#classes = classes;
    this.#uniform = uniform;
    this.#view = { class: '', joined: 0, waited: 0 };
  }

  /**
   * The customer to be served next; to be called only while somebody waits.
   *
   * @throws RangeError when a rule of rank gives something that is no number
   */
  next(station: Station, now: number): Customer {
    if (station.plan.rank !== null) return this.#ranked(station, now);
    const { lines } = station;
    const { discipline } = station.plan;
    if (discipline === 'lifo') return lines[0]!.tail!;
    if (discipline === 'random') return this.#atRandom(station);
    if (discipline === 'accumulating') return this.#mostCredit(station, now);
    let best = 0;
    while (lines[best]!.head === null) best++;
    return lines[best]!.head!;
  }

  #atRandom(station: Station): Customer {
    let steps = Math.floor(this.#uniform(station.index) * station.waiting);
    let customer = station.lines[0]!.head!;
    while (steps-- > 0) customer = customer.next!;
    return customer;
  }

  /** Within a class who has waited longest has most credit, so that only the heads compete. */
  #mostCredit(station: Station, now: number): Customer {
    let best: Customer | null = null;
    let most = -Infinity;
    for (let i = 0; i < station.lines.length; i++) {
      const { head } = station.lines[i]!;
      if (head === null) continue;
      const credit = station.plan.credit[i]! * (now - head.joined);
      if (best === null || credit > most || (credit === most && head.joined < best.joined)) {
        best = head;
        most = credit;
      }
    }
    return best!;
  }

  #ranked(station: Station, now: number): Customer {
    const view = this.#view;
    let best: Customer | null = null;
    let least = Infinity;
    for (let customer = station.lines[0]!.head; customer !== null; customer = customer.next) {
      view.class = this.#classes[customer.class]!;
      view.joined = customer.joined;
      view.waited = now - customer.joined;
      const rank = station.plan.rank!(view);
      if (Number.isNaN(rank) || typeof rank !== 'number') {
        throw new RangeError(
          `The rule of rank of station "${station.plan.id}" gave ${rank} for a customer of class "${view.class}" who joined at ${view.joined}; it must give a number.`,
        );
      }
      if (best === null || rank < least) {
        best = customer;
        least = rank;
      }
    }
    return best!;
  }
}
