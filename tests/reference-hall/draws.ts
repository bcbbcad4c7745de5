import { childKey, coarseDraw, coarseUniform, type Key, word } from '@hallsim/kernel';
import type { Demand, HallModel } from '@hallsim/hall';
import { drawn } from '../drawn.js';
import type { Place } from './outages.js';

/** What each customer has drawn at the door; the numbers are those of the addresses. */
export class Draws {
  readonly #model: HallModel;
  readonly #demand: Demand;

  constructor(model: HallModel, demand: Demand) {
    this.#model = model;
    this.#demand = demand;
  }

  kioskTime(row: number): number {
    return drawn(this.#service(row).kiosk!.time, this.#demand, row, 7);
  }

  /** From the call of a customer to the counter, the parts that take time. */
  callTimes(row: number): number[] {
    const { call = null, walk = null } = this.#model.work.calling ?? {};
    return [
      ...(call ? [drawn(call, this.#demand, row, 20)] : []),
      ...(walk ? [drawn(walk, this.#demand, row, 21)] : []),
    ];
  }

  counterTime(row: number, group: number): number {
    return drawn(this.#service(row).times[group]!, this.#demand, row, 8);
  }

  /** Time of a service that is done over. */
  secondTime(row: number, group: number): number {
    return drawn(this.#service(row).times[group]!, this.#demand, row, 24);
  }

  /** Work of the clerk after the customer; `null` for none. */
  afterWork(row: number): number | null {
    const { afterWork } = this.#service(row);
    return afterWork === null ? null : drawn(afterWork, this.#demand, row, 22);
  }

  /** `Infinity` for those who are patient for ever. */
  patience(row: number): number {
    const { patience } = this.#model.customers[this.#demand.customer[row]!]!;
    return patience === null ? Infinity : drawn(patience, this.#demand, row, 9);
  }

  /** Whether something of a given chance happens to a customer. */
  readonly happens = {
    eligible: (row: number, chance: number): boolean => this.#coarse(row, 4) < chance,
    willing: (row: number, chance: number): boolean => this.#coarse(row, 5) < chance,
    success: (row: number, chance: number): boolean => this.#coarse(row, 6) < chance,
    error: (row: number, chance: number): boolean => this.#coarse(row, 23) < chance,
    keepsTicket: (row: number, chance: number): boolean => this.#coarse(row, 11) < chance,
    balk: (row: number, chance: number): boolean => this.#coarse(row, 10) < chance,
    jockeying: (row: number, chance: number): boolean => this.#coarse(row, 12) < chance,
  };

  /** What a service takes with nobody in particular. */
  plainTime(row: number): number {
    return drawn(this.#service(row).time, this.#demand, row, 8);
  }

  /** Chance of one call of the day, where anybody may be called. */
  callChance(number: number): number {
    const day = { low: this.#demand.dayLow, high: this.#demand.dayHigh };
    const { low, high } = childKey(day, 'call');
    return coarseUniform(word(low, high, number));
  }

  /** Whether a clerk does not come on this day. */
  isAbsent(group: string, number: number, chance: number): boolean {
    const day = { low: this.#demand.dayLow, high: this.#demand.dayHigh };
    const { low, high } = childKey(childKey(childKey(day, 'staff'), group), number);
    return coarseDraw(low, high, 0) < chance;
  }

  /** Everything that may break down. */
  failing(): Pick<Place, 'what' | 'of' | 'number'>[] {
    return this.#model.failures.flatMap(({ what, of, count }) =>
      Array.from({ length: count }, (_, number) => ({ what, of, number })),
    );
  }

  /** One after the other the times between breakdowns of a place, and those of its repairs. */
  outages({ what, of, number }: Pick<Place, 'what' | 'of' | 'number'>): {
    every: () => number;
    lasts: () => number;
  } {
    const kind = this.#model.failures.find((one) => one.what === what && one.of === of)!;
    const day = { low: this.#demand.dayLow, high: this.#demand.dayHigh };
    const path = ['failures', ...kind.address, number];
    const { low, high } = path.reduce<Key>(childKey, day);
    let read = 0;
    return {
      every: () => kind.every.at(word(low, high, read++)),
      lasts: () => kind.lasts.at(word(low, high, read++)),
    };
  }

  #service(row: number): HallModel['services'][number] {
    return this.#model.services[this.#demand.service[row]!]!;
  }

  #coarse(row: number, purpose: number): number {
    const { keyLow, keyHigh } = this.#demand;
    return coarseDraw(keyLow[row]!, keyHigh[row]!, purpose);
  }
}
